package io.kilowatch.simulators.device;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.TimerPingSender;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection's life of a device, over Paho; used once, from one thread, and its callbacks come back on it.
 *
 * <p>Paho's own reconnecting and resending are off: a client that is made anew keeps nothing of the old one.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final DeviceAddress address;
    private final Executor loop;
    private @Nullable MqttAsyncClient client;
    private boolean ready;
    private int receiveMaximum = 65_535;

    Session(DeviceAddress address, Executor loop) {
        this.address = address;
        this.loop = loop;
    }

    /** Connects and subscribes to receipts; exactly one of the first two callbacks follows, later perhaps {@code lost}. */
    void start(Runnable opened, Consumer<String> lost, Consumer<byte[]> receipt) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(address.user());
        options.setPassword(address.password().getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(30);
        options.setConnectionTimeout(10);
        try {
            MqttAsyncClient fresh = new MqttAsyncClient(
                    address.gateway().uri(),
                    address.user(),
                    new MemoryPersistence(),
                    new TimerPingSender(ClientThreads.pings()),
                    ClientThreads.executor());
            client = fresh;
            fresh.setCallback(new SessionEvents(
                    cause -> loop.execute(() -> lost.accept(cause)),
                    payload -> loop.execute(() -> receipt.accept(payload))));
            fresh.connect(options, null, listener(token -> connected(token, opened, lost), lost));
        } catch (MqttException e) {
            lost.accept(reason(e));
        }
    }

    boolean ready() {
        return ready;
    }

    int receiveMaximum() {
        return receiveMaximum;
    }

    /** Publishes at QoS 1; {@code answered} is told the PUBACK's reason code. */
    void publish(byte[] payload, IntConsumer answered, Consumer<String> lost) {
        MqttAsyncClient current = client;
        if (current == null) {
            return;
        }
        try {
            current.publish(address.readingsTopic(), payload, 1, false, null, new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    int code = highest(token.getReasonCodes());
                    loop.execute(() -> answered.accept(code));
                }

                @Override
                public void onFailure(IMqttToken token, Throwable cause) {
                    int code = cause instanceof MqttException e ? e.getReasonCode() : 0;
                    boolean refused = code >= 0x80 && code <= 0xFF;
                    loop.execute(() -> {
                        if (refused) {
                            answered.accept(code);
                        } else {
                            lost.accept(reason(cause));
                        }
                    });
                }
            });
        } catch (MqttException e) {
            loop.execute(() -> lost.accept(reason(e)));
        }
    }

    /** Closes the socket without waiting for anything. */
    void end() {
        MqttAsyncClient old = client;
        client = null;
        ready = false;
        if (old == null) {
            return;
        }
        try {
            if (old.isConnected()) {
                old.disconnectForcibly(0, 100, true);
            }
            old.close(true);
        } catch (MqttException e) {
            LOG.debug("connection not closed cleanly [device: {}, cause: {}]", address.user(), reason(e));
        }
    }

    private void connected(IMqttToken token, Runnable opened, Consumer<String> lost) {
        MqttAsyncClient current = client;
        if (current == null) {
            return;
        }
        Integer announced = token.getResponseProperties() == null
                ? null
                : token.getResponseProperties().getReceiveMaximum();
        receiveMaximum = announced == null ? 65_535 : announced;
        try {
            current.subscribe(
                    address.receiptsTopic(),
                    1,
                    null,
                    listener(
                            subscribed -> {
                                ready = true;
                                opened.run();
                            },
                            lost));
        } catch (MqttException e) {
            lost.accept(reason(e));
        }
    }

    private MqttActionListener listener(Consumer<IMqttToken> success, Consumer<String> failure) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                loop.execute(() -> success.accept(token));
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                loop.execute(() -> failure.accept(reason(cause)));
            }
        };
    }

    private static int highest(int @Nullable [] codes) {
        int highest = 0;
        if (codes != null) {
            for (int code : codes) {
                highest = Math.max(highest, code);
            }
        }
        return highest;
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown";
        }
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        return root instanceof MqttException e ? e.getMessage() + " (" + e.getReasonCode() + ")" : root.toString();
    }
}

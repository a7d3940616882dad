package io.kilowatch.ingest.bridge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the broker, with a client of Paho's that makes no other: an acknowledgement that comes too late
 * then finds its connection gone, and cannot be taken for that of another message with the same packet id.
 */
final class BrokerConnection implements AutoCloseable {
    /** What Paho has to say comes with its exceptions; its own log would tell it a second time, on stderr. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.mqttv5");

    private static final int AT_LEAST_ONCE = 1;
    private static final int FAILED = 0x80;
    private static final int ONLY_NEW = 2;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int SECONDS_TO_CONNECT = 10;
    private static final long MILLIS_TO_WAIT = 15_000;
    private static final long MILLIS_TO_LEAVE = 1_000;
    private static final int MOST_RECEIPTS = 1_000;

    static {
        PAHO.setLevel(Level.OFF);
    }

    private final BrokerConfig config;
    private final long maxPacket;
    private final List<String> filters;
    private final Optional<OwnSockets> sockets;
    private final MqttAsyncClient client;
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private final AtomicInteger receipts = new AtomicInteger();

    /**
     * A connection that is not made yet.
     *
     * @param filters what is subscribed to
     * @param maxPacket the longest packet that the broker may send
     * @param arrived told of each message, with its topic, on a thread of Paho's that it must not hold up
     */
    BrokerConnection(BrokerConfig config, List<String> filters, long maxPacket, BiConsumer<String, MqttMessage> arrived)
            throws BrokerFault {
        this.config = config;
        this.filters = filters;
        this.maxPacket = maxPacket;
        this.sockets =
                config.isTls() ? Optional.of(new OwnSockets(BrokerTrust.sockets(config.ca()))) : Optional.empty();
        try {
            this.client = new MqttAsyncClient(config.url(), config.clientId(), new MemoryPersistence());
        } catch (MqttException e) {
            throw new BrokerFault("no client for " + config.url(), e);
        }
        client.setManualAcks(true);
        client.setCallback(new Callback(arrived));
    }

    /** Connects and subscribes; returns when both are done. */
    void open() throws BrokerFault {
        try {
            client.connect(options()).waitForCompletion(MILLIS_TO_WAIT);
        } catch (MqttException e) {
            throw new BrokerFault("no connection to " + config.url() + ": " + e.getMessage(), e);
        }
        try {
            MqttSubscription[] wanted =
                    filters.stream().map(BrokerConnection::subscription).toArray(MqttSubscription[]::new);
            IMqttToken token = client.subscribe(wanted);
            token.waitForCompletion(MILLIS_TO_WAIT);
            int[] codes = token.getReasonCodes();
            for (int i = 0; codes != null && i < codes.length; i++) {
                if (codes[i] >= FAILED) {
                    throw new BrokerFault(
                            "the broker refuses the subscription to " + filters.get(i) + " with code " + codes[i]);
                }
            }
        } catch (MqttException | IllegalArgumentException e) {
            throw new BrokerFault("no subscription at " + config.url() + ": " + e.getMessage(), e);
        }
    }

    private static MqttSubscription subscription(String filter) {
        MqttSubscription wanted = new MqttSubscription(filter, AT_LEAST_ONCE);
        wanted.setRetainHandling(ONLY_NEW);
        return wanted;
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(config.sessionExpiry().toSeconds());
        options.setReceiveMaximum(config.maxInFlight());
        options.setMaximumPacketSize(maxPacket);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(SECONDS_TO_CONNECT);
        options.setAutomaticReconnect(false);
        config.user().ifPresent(options::setUserName);
        config.password().ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
        sockets.ifPresent(options::setSocketFactory);
        return options;
    }

    /** Why it has ended, once it has. */
    CompletableFuture<String> lost() {
        return lost;
    }

    /** Acknowledges a message of QoS 1; never blocks. */
    void acknowledge(int packetId) throws MqttException {
        client.messageArrivedComplete(packetId, AT_LEAST_ONCE);
    }

    /** Publishes a receipt with QoS 0; false if it is dropped. Called on one thread only, never blocks. */
    boolean publish(String topic, byte[] receipt, byte @Nullable [] correlation) {
        if (receipts.incrementAndGet() > MOST_RECEIPTS) {
            receipts.decrementAndGet();
            return false;
        }
        MqttProperties properties = new MqttProperties();
        if (correlation != null) {
            properties.setCorrelationData(correlation);
        }
        try {
            client.publish(topic, new MqttMessage(receipt, 0, false, properties), null, new Sent());
            return true;
        } catch (MqttException e) {
            receipts.decrementAndGet();
            return false;
        }
    }

    /** Says goodbye if it still can; the broker keeps what is not acknowledged. */
    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, MILLIS_TO_LEAVE, client.isConnected());
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            lost.complete(e.toString());
        } finally {
            sockets.ifPresent(OwnSockets::close);
        }
    }

    private final class Sent implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            receipts.decrementAndGet();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable failure) {
            receipts.decrementAndGet();
        }
    }

    private final class Callback implements MqttCallback {
        private final BiConsumer<String, MqttMessage> arrived;

        Callback(BiConsumer<String, MqttMessage> arrived) {
            this.arrived = arrived;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            arrived.accept(topic, message);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            String reason = response.getReasonString();
            lost.complete("code " + response.getReturnCode() + (reason == null ? "" : ", " + reason)
                    + (response.getException() == null ? "" : ", " + response.getException()));
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            // What matters of it ends the connection, and is told there.
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverURI) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}

package io.kilowatch.ingest.bridge;

import io.kilowatch.ingest.intake.Dispatch;
import io.kilowatch.ingest.intake.Taken;
import io.kilowatch.ingest.intake.UserProperty;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.registry.topics.Channel;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes over one connection to the broker, and goes back.
 *
 * <p>Paho's thread only hands messages over to the event loop; there they are taken in, and acknowledged once all their
 * records are stored, in the order in which they came, as MQTT wants it. How many wait for that is bounded by Receive
 * Maximum; messages of QoS 0, which that does not count, are dropped beyond a bound of their own.
 */
final class Link implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final long MOST_UNPROMISED_BYTES = 16 * 1024 * 1024;
    private static final int AROUND = 512;

    /** The longest topic and properties beside a payload that is a little too large, and can be refused by name. */
    private static final int BESIDES_PAYLOAD = 64 * 1024;

    private final Context context;
    private final Dispatch dispatch;
    private final Reception reception;
    private final IngestMetrics metrics;
    private final BridgeMetrics bridgeMetrics;
    private final BrokerConnection connection;
    private final Channel channel = new Channel(UUID.randomUUID().toString(), "bridge");
    private final Deque<Letter> unacknowledged = new ArrayDeque<>();
    private final AtomicLong unpromisedBytes = new AtomicLong();
    private int unpromised;
    private volatile boolean open = true;

    /** A link whose connection is not made yet; its messages are dealt with on a context's event loop. */
    Link(
            BridgeConfig config,
            Context context,
            Dispatch dispatch,
            Reception reception,
            IngestMetrics metrics,
            BridgeMetrics bridgeMetrics)
            throws BrokerFault {
        this.context = context;
        this.dispatch = dispatch;
        this.reception = reception;
        this.metrics = metrics;
        this.bridgeMetrics = bridgeMetrics;
        this.connection = new BrokerConnection(
                config.broker(),
                DeviceTopic.filters(config.group()),
                config.maxMessageBytes() + BESIDES_PAYLOAD,
                this::arrived);
    }

    /** Connects and subscribes. */
    void open() throws BrokerFault {
        connection.open();
    }

    /** Why the connection has ended, once it has. */
    CompletableFuture<String> lost() {
        return connection.lost();
    }

    boolean isOpen() {
        return open;
    }

    private void arrived(String topic, MqttMessage message) {
        boolean promised = message.getQos() > 0;
        int weight = message.getPayload().length + AROUND;
        if (!promised && unpromisedBytes.addAndGet(weight) > MOST_UNPROMISED_BYTES) {
            unpromisedBytes.addAndGet(-weight);
            bridgeMetrics.dropped();
            return;
        }
        context.runOnContext(now -> take(topic, message, promised));
    }

    private void take(String topic, MqttMessage message, boolean promised) {
        if (!open) {
            return;
        }
        metrics.message();
        DeviceTopic sender = DeviceTopic.of(topic);
        MqttProperties properties = message.getProperties();
        boolean request = sender.from().receiptsTopic().equals(properties.getResponseTopic());
        Taken taken = reception.take(sender, topic, message.getPayload(), channel, carried(properties), request);
        Letter letter = new Letter(
                this, message, sender, taken, metrics.sent(), request ? properties.getCorrelationData() : null);
        if (promised) {
            unacknowledged.add(letter);
        } else {
            unpromised++;
        }
        if (taken.parcels().isEmpty()) {
            letter.stored();
        } else {
            dispatch.send(letter);
        }
    }

    private static List<UserProperty> carried(MqttProperties properties) {
        return UserProperty.carried(properties.getUserProperties().stream()
                .map(pair -> new UserProperty(pair.getKey(), pair.getValue()))
                .toList());
    }

    /** All records of a message are stored: its receipt is sent, and it is acknowledged as soon as those before it are. */
    void stored(Letter letter) {
        if (!open) {
            return;
        }
        byte[] receipt = letter.receipt();
        if (receipt != null && !connection.publish(letter.from().receiptsTopic(), receipt, letter.correlation())) {
            bridgeMetrics.receiptDropped();
        }
        if (!letter.isPromised()) {
            unpromised--;
            unpromisedBytes.addAndGet(-letter.bytes() - AROUND);
            metrics.acknowledged(letter.sentAt());
            return;
        }
        for (Letter first = unacknowledged.peek(); first != null && first.isStored(); first = unacknowledged.peek()) {
            unacknowledged.remove();
            acknowledge(first);
        }
    }

    private void acknowledge(Letter letter) {
        try {
            connection.acknowledge(letter.packetId());
        } catch (MqttException | RuntimeException e) {
            // The connection has just ended; the broker sends the message again.
            log.debug("acknowledgement not sent [device: {}, fault: {}]", letter.from(), e.toString());
        }
        metrics.acknowledged(letter.sentAt());
    }

    /** Leaves the broker, which keeps what is not acknowledged. */
    @Override
    public void close() {
        open = false;
        connection.close();
        context.runOnContext(now -> {
            metrics.forgotten(unacknowledged.size() + unpromised);
            unacknowledged.clear();
            unpromised = 0;
        });
    }
}

package io.kilowatch.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session's receipts: the only topic that a device may subscribe to.
 *
 * <p>They are sent with QoS 0, whatever was asked for, because nothing is kept for a device that is away.
 */
final class Receipts {
    /** What a PUBLISH packet has besides topic and payload, at most, without properties. */
    private static final int AROUND = 8;

    private final MqttEndpoint endpoint;
    private final String topic;
    private final long largest;
    private final boolean five;
    private boolean subscribed;

    Receipts(MqttEndpoint endpoint, String topic) {
        this.endpoint = endpoint;
        this.topic = topic;
        this.five = endpoint.protocolVersion() >= Terms.MQTT_5;
        var limit = endpoint.connectProperties().getProperty(MqttProperties.MAXIMUM_PACKET_SIZE);
        this.largest = limit == null ? Long.MAX_VALUE : Integer.toUnsignedLong((Integer) limit.value());
    }

    /** Whether a request's response topic is where receipts come. */
    boolean isResponse(@Nullable String wanted) {
        return topic.equals(wanted);
    }

    /** Sends a receipt, with the correlation data of the request that it answers, if there was one. */
    void send(byte[] receipt, byte @Nullable [] correlation) {
        int more = correlation == null ? 0 : correlation.length + AROUND;
        if (subscribed && receipt.length + topic.length() + more + AROUND <= largest) {
            MqttProperties properties = new MqttProperties();
            if (correlation != null) {
                properties.add(new BinaryProperty(MqttProperties.CORRELATION_DATA, correlation));
            }
            endpoint.publish(topic, Buffer.buffer(receipt), MqttQoS.AT_MOST_ONCE, false, false, 0, properties);
        }
    }

    void subscribe(MqttSubscribeMessage message) {
        List<MqttSubAckReasonCode> codes =
                message.topicSubscriptions().stream().map(this::subscribe).toList();
        endpoint.subscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
    }

    private MqttSubAckReasonCode subscribe(MqttTopicSubscription wanted) {
        String filter = wanted.topicName();
        if (filter.equals(topic)) {
            subscribed = true;
            return MqttSubAckReasonCode.GRANTED_QOS0;
        }
        if (!five) {
            return MqttSubAckReasonCode.UNSPECIFIED_ERROR;
        }
        if (filter.startsWith("$share/")) {
            return MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED;
        }
        return filter.indexOf('#') >= 0 || filter.indexOf('+') >= 0
                ? MqttSubAckReasonCode.WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED
                : MqttSubAckReasonCode.NOT_AUTHORIZED;
    }

    void unsubscribe(MqttUnsubscribeMessage message) {
        List<MqttUnsubAckReasonCode> codes =
                message.topics().stream().map(this::unsubscribe).toList();
        endpoint.unsubscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
    }

    private MqttUnsubAckReasonCode unsubscribe(String filter) {
        if (!filter.equals(topic) || !subscribed) {
            return MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED;
        }
        subscribed = false;
        return MqttUnsubAckReasonCode.SUCCESS;
    }
}

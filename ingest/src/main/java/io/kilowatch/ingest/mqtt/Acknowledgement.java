package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Taken;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubRecReasonCode;

/**
 * The reason code of an answer, for QoS 1 and QoS 2; MQTT 3.1.1 has none, so its clients see an acknowledgement only.
 *
 * @param puback for QoS 1
 * @param pubrec for QoS 2
 */
record Acknowledgement(MqttPubAckReasonCode puback, MqttPubRecReasonCode pubrec) {
    private static final Acknowledgement ACCEPTED =
            new Acknowledgement(MqttPubAckReasonCode.SUCCESS, MqttPubRecReasonCode.SUCCESS);
    private static final Acknowledgement NOTHING = new Acknowledgement(
            MqttPubAckReasonCode.NO_MATCHING_SUBSCRIBERS, MqttPubRecReasonCode.NO_MATCHING_SUBSCRIBERS);
    private static final Acknowledgement NOT_AUTHORIZED =
            new Acknowledgement(MqttPubAckReasonCode.NOT_AUTHORIZED, MqttPubRecReasonCode.NOT_AUTHORIZED);
    private static final Acknowledgement QUOTA =
            new Acknowledgement(MqttPubAckReasonCode.QUOTA_EXCEEDED, MqttPubRecReasonCode.QUOTA_EXCEEDED);
    private static final Acknowledgement FORMAT = new Acknowledgement(
            MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID, MqttPubRecReasonCode.PAYLOAD_FORMAT_INVALID);

    private static final MqttFixedHeader PUBREC =
            new MqttFixedHeader(MqttMessageType.PUBREC, false, MqttQoS.AT_MOST_ONCE, false, 0);

    /** Of a message that was not taken in, because its device or enterprise sends too fast. */
    static Acknowledgement tooFast() {
        return QUOTA;
    }

    static Acknowledgement of(Taken.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> ACCEPTED;
            case NOTHING_ACCEPTED -> NOTHING;
            case NOT_YOUR_TOPIC -> NOT_AUTHORIZED;
            case TOO_LARGE -> QUOTA;
            case MALFORMED -> FORMAT;
        };
    }

    /** Whether an MQTT 5 client of QoS 2 goes on with PUBREL. */
    boolean isSuccess() {
        return Byte.toUnsignedInt(pubrec.value()) < 0x80;
    }

    /** Whether a PUBACK with it says no more than that of a client before MQTT 5. */
    boolean isPlain(String reason) {
        return puback == MqttPubAckReasonCode.SUCCESS && reason.isEmpty();
    }

    /** Answers with PUBACK or PUBREC, as QoS 1 or 2 wants; the reason is left out where it is empty. */
    void send(MqttEndpoint endpoint, NetSocket socket, MqttQoS qos, int packetId, String reason) {
        if (qos == MqttQoS.AT_LEAST_ONCE) {
            endpoint.publishAcknowledge(packetId, puback, properties(reason));
        } else if (qos == MqttQoS.EXACTLY_ONCE) {
            // Not by the endpoint, whose PUBREC says success whatever code it is given.
            ((NetSocketInternal) socket)
                    .writeMessage(new MqttMessage(
                            PUBREC,
                            new MqttPubReplyMessageVariableHeader(packetId, pubrec.value(), properties(reason))));
        }
    }

    private static MqttProperties properties(String reason) {
        if (reason.isEmpty()) {
            return MqttProperties.NO_PROPERTIES;
        }
        MqttProperties properties = new MqttProperties();
        properties.add(new StringProperty(MqttProperties.REASON_STRING, reason));
        return properties;
    }
}

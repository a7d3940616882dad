package io.kilowatch.simulators.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** The few MQTT 3.1.1 packets that a device needs which only publishes with QoS 1. */
final class MqttPackets {
    private static final int KEEP_ALIVE_SECONDS = 600;

    private MqttPackets() {}

    static Buffer connect(String clientId, String user, String password) {
        Buffer body = Buffer.buffer();
        text(body, "MQTT");
        body.appendByte((byte) 4).appendByte((byte) 0xC2).appendShort((short) KEEP_ALIVE_SECONDS);
        text(body, clientId);
        text(body, user);
        text(body, password);
        Buffer packet = Buffer.buffer().appendByte((byte) 0x10);
        length(packet, body.length());
        return packet.appendBuffer(body);
    }

    static Buffer publish(byte[] topic, int packetId, byte[] payload) {
        int remaining = 2 + topic.length + 2 + payload.length;
        Buffer packet = Buffer.buffer(remaining + 5).appendByte((byte) 0x32);
        length(packet, remaining);
        return packet.appendShort((short) topic.length)
                .appendBytes(topic)
                .appendShort((short) packetId)
                .appendBytes(payload);
    }

    private static void text(Buffer buffer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.appendShort((short) bytes.length).appendBytes(bytes);
    }

    private static void length(Buffer buffer, int length) {
        int rest = length;
        do {
            int digit = rest & 0x7F;
            rest >>>= 7;
            buffer.appendByte((byte) (rest > 0 ? digit | 0x80 : digit));
        } while (rest > 0);
    }
}

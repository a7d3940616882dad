package io.kilowatch.ingest.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Builds packets byte by byte, so that they can be wrong in any way. */
final class Wire {
    private final ByteBuf bytes = Unpooled.buffer();

    /** A packet whose remaining length is right. */
    static byte[] packet(int first, Wire body) {
        byte[] content = body.bytes();
        return new Wire().one(first).variable(content.length).raw(content).bytes();
    }

    /** A CONNECT of a level with flags, a client identifier and, for MQTT 5, properties. */
    static byte[] connect(int level, int flags, byte[] properties, String clientId) {
        Wire body = new Wire()
                .text(level == 3 ? "MQIsdp" : "MQTT")
                .one(level)
                .one(flags)
                .two(10);
        if (level == 5) {
            body.variable(properties.length).raw(properties);
        }
        return packet(0x10, body.text(clientId));
    }

    Wire one(int value) {
        bytes.writeByte(value);
        return this;
    }

    Wire two(int value) {
        bytes.writeShort(value);
        return this;
    }

    Wire four(int value) {
        bytes.writeInt(value);
        return this;
    }

    Wire text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return two(utf8.length).raw(utf8);
    }

    Wire raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Wire variable(int value) {
        int left = value;
        do {
            int digit = left & 0x7F;
            left >>>= 7;
            one(left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
        return this;
    }

    byte[] bytes() {
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.getBytes(bytes.readerIndex(), copy);
        return copy;
    }
}

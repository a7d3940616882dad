package io.kilowatch.simulators.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The few MQTT 3.1.1 packets that a device sends which publishes with QoS 1 and hears of refusals. */
final class Packets {
    static final int CONNACK = 0x20;
    static final int PUBLISH = 0x30;
    static final int PUBACK = 0x40;
    static final int SUBACK = 0x90;
    static final int PINGRESP = 0xD0;

    /** What {@link #length} gives while the length itself is not all there. */
    static final int INCOMPLETE = -1;

    private static final int KEEP_ALIVE_SECONDS = 600;
    private static final int LONGEST_HEADER = 5;
    private static final int LENGTH_BYTES = 4;

    private Packets() {}

    static ByteBuf connect(String client, String user, String password) {
        ByteBuf body = Unpooled.buffer();
        text(body, "MQTT");
        body.writeByte(4).writeByte(0xC2).writeShort(KEEP_ALIVE_SECONDS);
        text(body, client);
        text(body, user);
        text(body, password);
        return packet(0x10, body);
    }

    static ByteBuf subscribe(String topic) {
        ByteBuf body = Unpooled.buffer().writeShort(1);
        text(body, topic);
        return packet(0x82, body.writeByte(0));
    }

    static ByteBuf ping() {
        return packet(0xC0, Unpooled.EMPTY_BUFFER);
    }

    static ByteBuf disconnect() {
        return packet(0xE0, Unpooled.EMPTY_BUFFER);
    }

    /** The most bytes that such a PUBLISH has. */
    static int publishSize(byte[] topic, int payload) {
        return LONGEST_HEADER + 2 + topic.length + 2 + payload;
    }

    static void publish(ByteBuf out, byte[] topic, int packetId, byte[] payload) {
        out.writeByte(PUBLISH | 2);
        writeLength(out, 2 + topic.length + 2 + payload.length);
        out.writeShort(topic.length).writeBytes(topic).writeShort(packetId).writeBytes(payload);
    }

    /** The remaining length that stands at an index, or {@link #INCOMPLETE}. */
    static int length(ByteBuf in, int index) {
        int length = 0;
        for (int i = 0; i < LENGTH_BYTES && index + i < in.writerIndex(); i++) {
            byte digit = in.getByte(index + i);
            length |= (digit & 0x7F) << 7 * i;
            if (digit >= 0) {
                return length;
            }
        }
        return INCOMPLETE;
    }

    /** How many bytes a remaining length takes. */
    static int lengthSize(int length) {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : 4;
    }

    private static ByteBuf packet(int first, ByteBuf body) {
        ByteBuf packet = Unpooled.buffer(LONGEST_HEADER + body.readableBytes()).writeByte(first);
        writeLength(packet, body.readableBytes());
        return packet.writeBytes(body);
    }

    private static void text(ByteBuf out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length).writeBytes(bytes);
    }

    private static void writeLength(ByteBuf out, int length) {
        int rest = length;
        do {
            int digit = rest & 0x7F;
            rest >>>= 7;
            out.writeByte(rest > 0 ? digit | 0x80 : digit);
        } while (rest > 0);
    }
}

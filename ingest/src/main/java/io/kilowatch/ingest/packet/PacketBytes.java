package io.kilowatch.ingest.packet;

import io.netty.buffer.ByteBuf;

/** The bytes of one packet after its fixed header, read from front to back; reading beyond the end is a fault. */
final class PacketBytes {
    private static final int MOST_LENGTH_BYTES = 4;

    private final ByteBuf bytes;
    private final int end;
    private int at;

    PacketBytes(ByteBuf bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean isEmpty() {
        return at == end;
    }

    int left() {
        return end - at;
    }

    /** The next so many bytes on their own. */
    PacketBytes part(int length) {
        need(length);
        PacketBytes part = new PacketBytes(bytes, at, at + length);
        at += length;
        return part;
    }

    int one() {
        need(1);
        return bytes.getUnsignedByte(at++);
    }

    int two() {
        need(2);
        int value = bytes.getUnsignedShort(at);
        at += 2;
        return value;
    }

    long four() {
        need(4);
        long value = bytes.getUnsignedInt(at);
        at += 4;
        return value;
    }

    /** A variable byte integer (section 1.5.5), in no more bytes than it needs. */
    int variable() {
        int value = 0;
        for (int i = 0; i < MOST_LENGTH_BYTES; i++) {
            int digit = one();
            value |= (digit & 0x7F) << 7 * i;
            if (digit < 0x80) {
                if (digit == 0 && i > 0) {
                    throw PacketFault.malformed("a length is written with more bytes than it needs");
                }
                return value;
            }
        }
        throw PacketFault.malformed("a length has more than four bytes");
    }

    /** Passes over binary data. */
    void binary() {
        part(two());
    }

    /** A text, which must be well-formed. */
    PacketBytes text() {
        PacketBytes text = part(two());
        if (!Utf8.isWellFormed(bytes, text.at, text.end)) {
            throw PacketFault.malformed("a text is not well-formed UTF-8, or has control characters");
        }
        return text;
    }

    /** A text that is a topic name: without wildcards. */
    PacketBytes topic() {
        PacketBytes topic = text();
        if (topic.has('+') || topic.has('#')) {
            throw PacketFault.malformed("a topic has wildcards");
        }
        return topic;
    }

    boolean has(char ascii) {
        return bytes.indexOf(at, end, (byte) ascii) >= 0;
    }

    /** The byte so many places ahead; -1 beyond the end. */
    int peek(int ahead) {
        return at + ahead < end ? bytes.getUnsignedByte(at + ahead) : -1;
    }

    boolean startsWith(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (peek(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isText(String ascii) {
        return left() == ascii.length() && startsWith(ascii);
    }

    void end(PacketKind kind) {
        if (!isEmpty()) {
            throw PacketFault.malformed(kind + " has " + left() + " bytes too many");
        }
    }

    private void need(int count) {
        if (end - at < count) {
            throw PacketFault.malformed("the packet ends too early");
        }
    }
}

package io.kilowatch.ingest.packet;

import io.netty.buffer.ByteBuf;

/**
 * The texts of MQTT (section 1.5.4): well-formed UTF-8 of the shortest form, without surrogates and U+0000; control
 * characters and non-characters, which a server may refuse, are refused.
 */
final class Utf8 {
    private Utf8() {}

    static boolean isWellFormed(ByteBuf bytes, int from, int end) {
        int at = from;
        while (at < end) {
            int first = bytes.getByte(at);
            if (first >= 0x20 && first != 0x7F) {
                at++;
            } else {
                int length = length(first);
                if (length == 0 || at + length > end || !isAllowed(point(bytes, at, length), length)) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** The bytes of a character that begins with a byte; 0 where none begins so. */
    private static int length(int first) {
        int unsigned = first & 0xFF;
        if (unsigned >= 0xC2 && unsigned <= 0xDF) {
            return 2;
        }
        if (unsigned >= 0xE0 && unsigned <= 0xEF) {
            return 3;
        }
        return unsigned >= 0xF0 && unsigned <= 0xF4 ? 4 : 0;
    }

    /** The code point; -1 if a byte is no continuation. */
    private static int point(ByteBuf bytes, int at, int length) {
        int point = bytes.getByte(at) & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = bytes.getByte(at + i);
            if ((next & 0xC0) != 0x80) {
                return -1;
            }
            point = point << 6 | next & 0x3F;
        }
        return point;
    }

    private static boolean isAllowed(int point, int length) {
        if (length == 2) {
            return point >= 0xA0;
        }
        if (length == 3) {
            boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
            boolean nonCharacter = point >= 0xFDD0 && point <= 0xFDEF || (point & 0xFFFE) == 0xFFFE;
            return point >= 0x800 && !surrogate && !nonCharacter;
        }
        return point >= 0x10000 && point <= 0x10FFFF && (point & 0xFFFE) != 0xFFFE;
    }
}

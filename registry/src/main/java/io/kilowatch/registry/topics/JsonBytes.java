package io.kilowatch.registry.topics;

import io.kilowatch.domain.Micros;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON that is being written, to the byte what Jackson's generator writes. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 20 + Digits.BEYOND;
    /** Quotes, sign and point. */
    private static final int AROUND = 4;

    private static final int LONGEST_CHARACTER = 6;
    private static final String ESCAPED = "\b\t\n\f\r";
    private static final String SHORT = "btnfr";

    private byte[] bytes;
    private int length;
    private long newest;
    private int newestFrom;
    private int newestEnd;

    /** Nothing yet, with room for so many bytes before there must be more. */
    JsonBytes(int room) {
        this.bytes = new byte[room];
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Appends what is JSON already. */
    JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonBytes raw(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A whole number; one that is the same as the one before is copied. */
    JsonBytes number(long number) {
        room(MOST_DIGITS);
        if (newestEnd > newestFrom && number == newest) {
            System.arraycopy(bytes, newestFrom, bytes, length, newestEnd - newestFrom);
            length += newestEnd - newestFrom;
            return this;
        }
        newestFrom = length;
        digits(number);
        newest = number;
        newestEnd = length;
        return this;
    }

    /** {@link Micros#toText} in quotes. */
    JsonBytes decimal(long micros) {
        if (micros == Long.MIN_VALUE) {
            return text(Micros.toText(micros));
        }
        room(MOST_DIGITS + AROUND);
        bytes[length++] = '"';
        long rest = Math.abs(micros);
        if (micros < 0) {
            bytes[length++] = '-';
        }
        long whole = rest / Micros.ONE;
        digits(whole);
        int fraction = (int) (rest - whole * Micros.ONE);
        if (fraction != 0) {
            bytes[length++] = '.';
            for (int unit = (int) Micros.ONE / 10; fraction != 0; unit /= 10) {
                int digit = fraction / unit;
                bytes[length++] = (byte) ('0' + digit);
                fraction -= digit * unit;
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void digits(long number) {
        if (number == Long.MIN_VALUE) {
            raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (number < 0) {
            bytes[length++] = '-';
        }
        length = Digits.write(bytes, length, Math.abs(number));
    }

    /** A text in quotes. */
    JsonBytes text(String text) {
        room(2 + LONGEST_CHARACTER * text.length());
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one >= ' ' && one < 0x80 && one != '"' && one != '\\') {
                bytes[length++] = (byte) one;
            } else {
                special(one);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void special(char one) {
        if (one == '"' || one == '\\') {
            escape(one);
        } else if (ESCAPED.indexOf(one) >= 0) {
            escape(SHORT.charAt(ESCAPED.indexOf(one)));
        } else if (one < ' ' || Character.isSurrogate(one)) {
            escape('u');
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes[length++] = HEX[one >> shift & 0xF];
            }
        } else if (one < 0x800) {
            bytes[length++] = (byte) (0xC0 | one >> 6);
            bytes[length++] = (byte) (0x80 | one & 0x3F);
        } else {
            bytes[length++] = (byte) (0xE0 | one >> 12);
            bytes[length++] = (byte) (0x80 | one >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | one & 0x3F);
        }
    }

    private void escape(char one) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) one;
    }
}

package io.kilowatch.registry.topics;

import io.kilowatch.domain.Micros;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** JSON that is being written, to the byte what Jackson's generator writes. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAIRS = IntStream.range(0, 100)
            .mapToObj(two -> String.format(Locale.ROOT, "%02d", two))
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.US_ASCII);
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();
    private static final int MOST_DIGITS = 20;
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
        room(MOST_DIGITS + 4);
        bytes[length++] = '"';
        long rest = Math.abs(micros);
        if (micros < 0) {
            bytes[length++] = '-';
        }
        digits(rest / Micros.ONE);
        int fraction = (int) (rest % Micros.ONE);
        if (fraction != 0) {
            bytes[length++] = '.';
            for (int unit = (int) Micros.ONE / 10; fraction != 0; unit /= 10) {
                bytes[length++] = (byte) ('0' + fraction / unit);
                fraction %= unit;
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
        long rest = Math.abs(number);
        if (number < 0) {
            bytes[length++] = '-';
        }
        int place = length + count(rest);
        length = place;
        while (rest > Integer.MAX_VALUE) {
            place = pair(place, (int) (rest % 100));
            rest /= 100;
        }
        int few = (int) rest;
        while (few >= 100) {
            place = pair(place, few % 100);
            few /= 100;
        }
        if (few >= 10) {
            pair(place, few);
        } else {
            bytes[place - 1] = (byte) ('0' + few);
        }
    }

    /** Writes two digits before a place, and gives the place before them. */
    private int pair(int place, int number) {
        bytes[place - 1] = PAIRS[2 * number + 1];
        bytes[place - 2] = PAIRS[2 * number];
        return place - 2;
    }

    /** How many digits a number has that is not negative. */
    private static int count(long number) {
        // 1233 / 4096 is nearly the logarithm of 2 to the base 10.
        int least = (Long.SIZE - Long.numberOfLeadingZeros(number | 1)) * 1_233 >> 12;
        return number >= POWERS[least] ? least + 1 : Math.max(1, least);
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

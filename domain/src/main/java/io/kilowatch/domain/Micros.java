package io.kilowatch.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Exact decimals of fixed resolution, held in a {@code long} as millionths of a unit.
 *
 * <p>The range is that of a {@code long}, about ±9.2 million million units, the resolution 0.000001 unit. Digits finer than that are rounded
 * half even when a text is read, before anything is stored; from then on every sum and difference is exact.
 */
public final class Micros {
    /** One unit. */
    public static final long ONE = 1_000_000L;

    /** Decimal places kept. */
    public static final int SCALE = 6;

    private static final int LONGEST_TEXT = 64;
    private static final int MOST_WHOLE_DIGITS = 13;
    private static final int MOST_PLAIN_DIGITS = 12;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Micros() {}

    /**
     * Reads a decimal such as {@code -12.5} or {@code 1.25e3}.
     *
     * @throws NumberFormatException if it is no finite decimal of at most 64 characters
     * @throws ArithmeticException if it is out of range
     */
    public static long parse(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_TEXT) {
            throw new NumberFormatException("a decimal has 1 to " + LONGEST_TEXT + " characters");
        }
        int index = text.charAt(0) == '-' ? 1 : 0;
        long value = 0;
        int digits = 0;
        int places = -1;
        for (; index < length; index++) {
            char c = text.charAt(index);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                digits++;
                places += places >= 0 ? 1 : 0;
            } else if (c == '.' && places < 0) {
                places = 0;
            } else {
                return parseLong(text);
            }
        }
        if (digits == 0 || digits + SCALE > 18 || places > SCALE || places == 0) {
            return parseLong(text);
        }
        for (int place = Math.max(places, 0); place < SCALE; place++) {
            value *= 10;
        }
        return text.charAt(0) == '-' ? -value : value;
    }

    /**
     * Reads a decimal that stands as ASCII in bytes, without making a text of it where it is written plainly.
     *
     * @throws NumberFormatException if it is no finite decimal of at most 64 characters
     * @throws ArithmeticException if it is out of range
     */
    public static long parse(byte[] ascii, int from, int end) {
        int first = from < end && ascii[from] == '-' ? from + 1 : from;
        long value = 0;
        int point = -1;
        for (int index = first; index < end; index++) {
            int digit = ascii[index] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (ascii[index] == '.' && point < 0) {
                point = index;
            } else {
                return parse(new String(ascii, from, end - from, StandardCharsets.ISO_8859_1));
            }
        }
        int places = point < 0 ? 0 : end - point - 1;
        int digits = end - first - (point < 0 ? 0 : 1);
        if (digits < 1 || digits > MOST_PLAIN_DIGITS || places > SCALE || point == end - 1) {
            return parse(new String(ascii, from, end - from, StandardCharsets.ISO_8859_1));
        }
        long micros = value * POWERS[SCALE - places];
        return first == from ? micros : -micros;
    }

    private static long parseLong(CharSequence text) {
        return of(new BigDecimal(text.toString()));
    }

    /**
     * A decimal in millionths, rounded half even.
     *
     * @throws ArithmeticException if it is out of range
     */
    public static long of(BigDecimal decimal) {
        // The exponent decides first: writing 1e999999999 out would take a gigabyte.
        long wholeDigits = (long) decimal.precision() - decimal.scale();
        if (decimal.signum() == 0 || wholeDigits < -SCALE) {
            return 0;
        }
        if (wholeDigits > MOST_WHOLE_DIGITS) {
            throw new ArithmeticException("out of range");
        }
        return decimal.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** The exact decimal, with six places. */
    public static BigDecimal toDecimal(long micros) {
        return BigDecimal.valueOf(micros, SCALE);
    }

    /** The exact decimal as text without trailing zeros. */
    public static String toText(long micros) {
        if (micros % ONE == 0) {
            return Long.toString(micros / ONE);
        }
        return toDecimal(micros).stripTrailingZeros().toPlainString();
    }
}

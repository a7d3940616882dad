package io.kilowatch.registry.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole numbers as ASCII, eight digits at a time. */
final class Digits {
    /** How many bytes beyond a number's last digit may be written over. */
    static final int BEYOND = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int EIGHT = 100_000_000;
    private static final long ZEROS = 0x3030_3030_3030_3030L;

    private Digits() {}

    /** Writes a number that is not negative, without leading zeros, and gives the place after it. */
    static int write(byte[] bytes, int at, long number) {
        if (number < EIGHT) {
            long digits = eight((int) number);
            // The first digit is the lowest byte; of zero the last one stays.
            int zeros = Math.min(Long.numberOfTrailingZeros(digits) >> 3, 7);
            LONGS.set(bytes, at, (digits | ZEROS) >>> 8 * zeros);
            return at + 8 - zeros;
        }
        long high = number / EIGHT;
        int next = write(bytes, at, high);
        LONGS.set(bytes, next, eight((int) (number - high * EIGHT)) | ZEROS);
        return next + 8;
    }

    /**
     * The eight digits of a number less than a hundred million, a byte each, the first one lowest: parted into fours, twos
     * and ones, all parts at once, where each division is a multiplication that is exact for numbers so small.
     */
    private static long eight(int number) {
        long high = number / 10_000;
        long fours = high | number - high * 10_000 << 32;
        long hundreds = fours * 5_243 >> 19 & 0x0000_007F_0000_007FL;
        long twos = hundreds | fours - hundreds * 100 << 16;
        long tens = twos * 103 >> 10 & 0x000F_000F_000F_000FL;
        return tens | twos - tens * 10 << 8;
    }
}

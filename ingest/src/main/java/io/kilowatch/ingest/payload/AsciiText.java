package io.kilowatch.ingest.payload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of a text in JSON: the first byte that is a quote, a backslash, a control character or no ASCII. */
final class AsciiText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private AsciiText() {}

    /** The place of that byte from a place on; the length where there is none. */
    static int end(byte[] bytes, int from) {
        int at = from;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            long ends = ends((long) LONGS.get(bytes, at));
            if (ends != 0) {
                return at + (Long.numberOfTrailingZeros(ends) >> 3);
            }
        }
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /**
     * Eight bytes at once, the first one lowest: the high bit of each that ends a text, exact up to the first one. A byte
     * less than another is one that borrows when that is taken from it; a byte is equal to another if it differs in nothing,
     * and nothing is less than one.
     */
    private static long ends(long eight) {
        long quotes = eight ^ QUOTES;
        long backslashes = eight ^ BACKSLASHES;
        long less = (quotes - ONES & ~quotes) | (backslashes - ONES & ~backslashes) | (eight - SPACES & ~eight);
        return (less | eight) & HIGHS;
    }
}

package io.kilowatch.ingest.payload;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Payloads compressed with gzip (RFC 1952), recognised by their magic bytes and never inflated beyond a limit.
 *
 * <p>The members of a payload are read one after another in a loop. The JDK's stream calls itself for each of them, so that
 * a payload of many empty ones would overflow the stack.
 */
final class Gzip {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int LEAST_ROOM = 1_024;

    private final byte[] packed;
    private final int limit;
    private final CRC32 check = new CRC32();
    private byte[] plain;
    private int length;
    private int at;

    private Gzip(byte[] packed, int limit) {
        this.packed = packed;
        this.limit = limit;
        this.plain = new byte[(int) Math.min(limit + 1L, Math.max(LEAST_ROOM, packed.length * 4L))];
    }

    static boolean isGzip(byte[] payload) {
        return payload.length > 2 && isMagic(payload, 0);
    }

    private static boolean isMagic(byte[] bytes, int at) {
        return bytes.length - at > 2 && bytes[at] == (byte) 0x1f && bytes[at + 1] == (byte) 0x8b;
    }

    /**
     * The payload inflated, or its first bytes where it is longer than the limit: one byte more than the limit then.
     *
     * @throws PayloadFault if it is damaged, or something else follows
     */
    static byte[] inflate(byte[] payload, int limit) throws PayloadFault {
        Inflater inflater = new Inflater(true);
        try {
            return new Gzip(payload, limit).all(inflater);
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }

    private byte[] all(Inflater inflater) throws DataFormatException, PayloadFault {
        while (at < packed.length && length <= limit) {
            if (!isMagic(packed, at)) {
                throw new PayloadFault("gzip 数据之后还有内容", "there is something after the gzip data");
            }
            header();
            member(inflater);
        }
        return Arrays.copyOf(plain, length);
    }

    private void header() throws PayloadFault {
        int flags = packed[at + 3];
        if (packed[at + 2] != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged();
        }
        at += HEADER;
        if ((flags & HAS_EXTRA) != 0) {
            at += 2 + (int) number(at, 2);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECK) != 0) {
            at += 2;
        }
    }

    private void skipText() {
        while (packed[at++] != 0) {
            // on to its end
        }
    }

    private void member(Inflater inflater) throws DataFormatException, PayloadFault {
        int begin = length;
        inflater.reset();
        inflater.setInput(packed, at, packed.length - at);
        while (!inflater.finished() && length <= limit) {
            if (length == plain.length) {
                plain = Arrays.copyOf(plain, (int) Math.min(limit + 1L, plain.length * 2L));
            }
            int more = inflater.inflate(plain, length, plain.length - length);
            length += more;
            if (more == 0 && !inflater.finished()) {
                throw damaged(); // it is cut short, or wants a dictionary
            }
        }
        if (length > limit) {
            return;
        }
        at = packed.length - inflater.getRemaining();
        check.reset();
        check.update(plain, begin, length - begin);
        if (number(at, 4) != check.getValue() || number(at + 4, 4) != length - begin) {
            throw damaged();
        }
        at += TRAILER;
    }

    /** A number of so many bytes, the lowest first. */
    private long number(int from, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | packed[from + i] & 0xFF;
        }
        return number;
    }

    private static PayloadFault damaged() {
        return new PayloadFault("gzip 数据已损坏", "the gzip data is damaged");
    }
}

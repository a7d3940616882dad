package io.kilowatch.ingest.payload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Payloads compressed with gzip, recognised by their magic bytes and never inflated beyond a limit. */
final class Gzip {
    private Gzip() {}

    static boolean isGzip(byte[] payload) {
        return payload.length > 2 && payload[0] == (byte) 0x1f && payload[1] == (byte) 0x8b;
    }

    /**
     * The payload inflated, or its first bytes where it is longer than the limit: one byte more than the limit then.
     *
     * @throws IOException if it is damaged
     */
    static byte[] inflate(byte[] payload, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(payload), 4_096)) {
            return in.readNBytes(limit + 1);
        }
    }
}

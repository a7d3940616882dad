package io.kilowatch.aggregator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/**
 * A payload as somebody can read it.
 *
 * @param encoding {@code text}, or {@code base64} where it is none
 * @param compressed whether it came compressed with gzip
 * @param content the payload, decompressed if it is a text
 */
record PayloadText(String encoding, boolean compressed, String content) {
    private static final int LONGEST = 1 << 20;

    static PayloadText of(byte[] payload) {
        boolean compressed = payload.length > 2 && payload[0] == (byte) 0x1f && payload[1] == (byte) 0x8b;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(compressed ? inflated(payload) : payload))
                    .toString();
            if (text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return new PayloadText("text", compressed, text);
            }
        } catch (IOException e) {
            return base64(payload, compressed);
        }
        return base64(payload, compressed);
    }

    private static PayloadText base64(byte[] payload, boolean compressed) {
        return new PayloadText("base64", compressed, Base64.getEncoder().encodeToString(payload));
    }

    private static byte[] inflated(byte[] payload) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
            byte[] plain = in.readNBytes(LONGEST + 1);
            if (plain.length > LONGEST) {
                throw new CharacterCodingException();
            }
            return plain;
        }
    }
}

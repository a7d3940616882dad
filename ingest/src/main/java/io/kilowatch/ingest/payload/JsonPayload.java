package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.kilowatch.domain.Name;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Payloads in JSON, plain or compressed with gzip, within bounds of size, depth and length of names and numbers. */
final class JsonPayload {
    /** How deep arrays and objects may be nested. */
    static final int MOST_DEPTH = 16;

    /** How many characters a name or a number may have. */
    static final int LONGEST = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxNameLength(LONGEST)
                    .maxNumberLength(LONGEST)
                    .build())
            .build();

    private JsonPayload() {}

    /** Reads the bytes of a payload after decompression. */
    interface Bytes {
        Decoded read(byte[] plain) throws IOException;
    }

    /** Reads the values of a payload. */
    interface Values {
        Decoded read(JsonParser json) throws IOException;
    }

    static JsonParser parser(byte[] plain) throws IOException {
        return JSON.createParser(plain);
    }

    static Decoded read(byte[] payload, int maxBytes, Values values) {
        return inflated(payload, maxBytes, plain -> {
            try (JsonParser json = parser(plain)) {
                return values.read(json);
            }
        });
    }

    static Decoded inflated(byte[] payload, int maxBytes, Bytes reading) {
        if (payload.length > maxBytes) {
            return tooLarge(maxBytes);
        }
        try {
            byte[] plain = plain(payload, maxBytes);
            return plain.length > maxBytes ? tooLarge(maxBytes) : text(plain, reading);
        } catch (PayloadFault e) {
            return malformed(e.why());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no other while bytes are read
        }
    }

    /** The bytes after decompression; of too many, the first ones, one more than the limit. */
    static byte[] plain(byte[] payload, int maxBytes) throws PayloadFault {
        return Gzip.isGzip(payload) ? Gzip.inflate(payload, maxBytes) : payload;
    }

    private static Decoded text(byte[] plain, Bytes reading) throws IOException {
        try {
            return reading.read(plain);
        } catch (JsonProcessingException e) {
            return malformed(JsonFault.of(e, plain));
        } catch (CharConversionException e) {
            return malformed(new Name("不是 UTF-8 编码", "it is not in UTF-8"));
        }
    }

    private static Decoded tooLarge(int maxBytes) {
        return new Decoded.Unreadable(Refusal.whole(
                RefusalCode.TOO_LARGE,
                new Name("消息超过 " + maxBytes + " 字节", "the message has more than " + maxBytes + " bytes")));
    }

    static Decoded malformed(String zh, String en) {
        return malformed(new Name(zh, en));
    }

    private static Decoded malformed(Name why) {
        return new Decoded.Unreadable(Refusal.whole(
                RefusalCode.MALFORMED,
                new Name("消息无法解析：" + why.zh(), "the message cannot be read as a batch: " + why.en())));
    }
}

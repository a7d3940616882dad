package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** The {@code deviceId} (序列号) that an upload of the national system names. */
public final class NationalDevice {
    private NationalDevice() {}

    /**
     * The first one at the top level, an empty text if it is neither a text nor a number nor a truth value; nothing where
     * the upload names none, or cannot be read as far as that. The decoder says what is wrong with it then.
     *
     * @param payload plain or compressed with gzip
     * @param maxBytes the most that it may have, compressed or not
     */
    public static Optional<String> of(byte[] payload, int maxBytes) {
        if (payload.length > maxBytes) {
            return Optional.empty();
        }
        try {
            byte[] plain = JsonPayload.plain(payload, maxBytes);
            return plain.length > maxBytes ? Optional.empty() : named(plain);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> named(byte[] plain) throws IOException {
        try (JsonParser json = JsonPayload.parser(plain)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("deviceId")) {
                    return Optional.of(Objects.requireNonNullElse(NationalRecord.text(json, value), ""));
                }
                json.skipChildren();
            }
            return Optional.empty();
        }
    }
}

package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.DeviceTime;
import io.kilowatch.ingest.reading.Draft;
import io.kilowatch.ingest.reading.Examination;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads batches of readings in JSON, plain or compressed with gzip: those that are written as nearly all are byte by byte,
 * because this is on the hot path, and all others with a parser.
 *
 * <p>Numbers are taken as the text that was written, so they stay exact. Unknown fields are ignored, known ones may be there
 * once.
 */
public final class BatchDecoder implements PayloadDecoder {
    private static final List<String> FIELDS = List.of("batch", "sentAt", "readings");
    private static final List<String> READING = List.of("meter", "at", "source", "register", "amount", "power");

    private final int maxBytes;

    /**
     * A decoder.
     *
     * @param maxBytes the most that a payload may have, compressed or not
     */
    public BatchDecoder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Decoded decode(byte[] payload, Examination examination) {
        return JsonPayload.inflated(payload, maxBytes, plain -> {
            Decoded usual = PlainBatch.read(plain, examination);
            return usual == null ? parse(plain, examination) : usual;
        });
    }

    /** Reads any JSON, and says where it is none. */
    static Decoded parse(byte[] plain, Examination examination) throws IOException {
        try (JsonParser json = JsonPayload.parser(plain)) {
            return batch(json, examination);
        }
    }

    private static Decoded batch(JsonParser json, Examination examination) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return JsonPayload.malformed("批次应为 JSON 对象", "a batch is a JSON object");
        }
        String batch = "";
        OptionalLong sentAt = OptionalLong.empty();
        boolean readings = false;
        OnceOnly fields = new OnceOnly(FIELDS);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            fields.pass(field);
            JsonToken value = json.nextToken();
            switch (field) {
                case "batch" -> batch = Objects.requireNonNullElse(text(json, value), "");
                case "sentAt" -> sentAt = DeviceTime.parse(Objects.requireNonNullElse(text(json, value), ""));
                case "readings" -> {
                    if (value != JsonToken.START_ARRAY) {
                        return JsonPayload.malformed("readings 应为 JSON 数组", "readings is a JSON array");
                    }
                    readings = true;
                    readings(json, examination);
                }
                default -> json.skipChildren();
            }
        }
        if (!readings) {
            return JsonPayload.malformed("批次没有 readings", "the batch has no readings");
        }
        return json.nextToken() == null
                ? examination.end(batch, sentAt)
                : JsonPayload.malformed("批次之后还有内容", "there is something after the batch");
    }

    private static void readings(JsonParser json, Examination examination) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                examination.next(draft(json));
            } else {
                json.skipChildren();
                examination.next(Draft.EMPTY);
            }
        }
    }

    private static Draft draft(JsonParser json) throws IOException {
        String meter = null;
        String at = null;
        ReadingKind kind = null;
        boolean several = false;
        String number = null;
        String source = null;
        OnceOnly fields = new OnceOnly(READING);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            fields.pass(field);
            JsonToken value = json.nextToken();
            switch (field) {
                case "meter" -> meter = text(json, value);
                case "at" -> at = text(json, value);
                case "source" ->
                    source = value == JsonToken.VALUE_NULL ? null : Objects.requireNonNullElse(text(json, value), "");
                case "register", "amount", "power" -> {
                    ReadingKind given = kind(field);
                    several |= kind != null;
                    kind = given;
                    number = text(json, value);
                }
                default -> json.skipChildren();
            }
        }
        return new Draft(meter, at, kind, several, number, source);
    }

    private static ReadingKind kind(String field) {
        return switch (field) {
            case "register" -> ReadingKind.REGISTER;
            case "amount" -> ReadingKind.AMOUNT;
            default -> ReadingKind.POWER;
        };
    }

    /** The text of a string or number as it was written; null where it is neither. */
    private static @Nullable String text(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING
                || value == JsonToken.VALUE_NUMBER_INT
                || value == JsonToken.VALUE_NUMBER_FLOAT) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }
}

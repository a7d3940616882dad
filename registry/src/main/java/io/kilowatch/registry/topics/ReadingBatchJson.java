package io.kilowatch.registry.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of {@link ReadingBatch}, read as a stream and written byte by byte because it is on the hot path.
 *
 * <p>Instants are milliseconds since 1970, values decimal text under the name of their kind; the source is left out when
 * it is measured. Unknown fields are ignored.
 */
public final class ReadingBatchJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ROOM = 320;
    private static final int ROOM_OF_READING = 80;
    private static final byte[] ENTERPRISE = ascii("{\"enterprise\":");
    private static final byte[] DEVICE = ascii(",\"device\":");
    private static final byte[] BATCH = ascii(",\"batch\":");
    private static final byte[] RECEIVED_AT = ascii(",\"receivedAt\":");
    private static final byte[] SENT_AT = ascii(",\"sentAt\":");
    private static final byte[] CONNECTION = ascii(",\"connection\":");
    private static final byte[] PROTOCOL = ascii(",\"protocol\":");
    private static final byte[] REGISTRY = ascii(",\"registry\":");
    private static final byte[] READINGS = ascii(",\"readings\":[");
    private static final byte[] METER = ascii("{\"meter\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] SOURCE = ascii(",\"source\":");
    private static final byte[][] KINDS = Arrays.stream(ReadingKind.values())
            .map(kind -> ascii(",\"" + kind.word() + "\":"))
            .toArray(byte[][]::new);

    private ReadingBatchJson() {}

    /** To bytes. */
    public static byte[] encode(ReadingBatch batch) {
        JsonBytes json = new JsonBytes(ROOM + ROOM_OF_READING * batch.readings().size());
        json.raw(ENTERPRISE).text(batch.enterprise());
        json.raw(DEVICE).text(batch.device());
        json.raw(BATCH).text(batch.batch());
        json.raw(RECEIVED_AT).number(batch.receivedAt());
        if (batch.sentAt().isPresent()) {
            json.raw(SENT_AT).number(batch.sentAt().getAsLong());
        }
        json.raw(batch.channel().json());
        json.raw(REGISTRY).number(batch.registryOffset());
        json.raw(READINGS);
        boolean first = true;
        for (Reading reading : batch.readings()) {
            if (!first) {
                json.raw(',');
            }
            first = false;
            write(json, reading);
        }
        return json.raw(']').raw('}').toArray();
    }

    /** The members of a batch that tell of its channel; nothing where nothing is known of it. */
    static byte[] members(Channel channel) {
        JsonBytes json = new JsonBytes(ROOM);
        if (!channel.connection().isEmpty() || !channel.protocol().isEmpty()) {
            json.raw(CONNECTION).text(channel.connection());
            json.raw(PROTOCOL).text(channel.protocol());
        }
        return json.toArray();
    }

    private static void write(JsonBytes json, Reading reading) {
        json.raw(METER).text(reading.meter());
        json.raw(AT).number(reading.at());
        json.raw(KINDS[reading.kind().ordinal()]).decimal(reading.value());
        if (reading.source() != ReadingSource.MEASURED) {
            json.raw(SOURCE).text(reading.source().word());
        }
        json.raw('}');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * From bytes.
     *
     * @throws IOException if they are not a batch
     */
    public static ReadingBatch decode(byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a batch is a JSON object");
            }
            return batch(json);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException("a value is no decimal in range", e);
        }
    }

    private static ReadingBatch batch(JsonParser json) throws IOException {
        String enterprise = null;
        String device = "";
        String batch = "";
        long receivedAt = 0;
        OptionalLong sentAt = OptionalLong.empty();
        String connection = "";
        String protocol = "";
        long registry = -1;
        List<Reading> readings = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "enterprise" -> enterprise = text(json);
                case "device" -> device = text(json);
                case "batch" -> batch = text(json);
                case "receivedAt" -> receivedAt = json.getLongValue();
                case "sentAt" -> sentAt = OptionalLong.of(json.getLongValue());
                case "connection" -> connection = text(json);
                case "protocol" -> protocol = text(json);
                case "registry" -> registry = json.getLongValue();
                case "readings" -> readings = readings(json);
                default -> json.skipChildren();
            }
        }
        if (enterprise == null || json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the batch names no enterprise");
        }
        Channel channel = new Channel(connection, protocol);
        return new ReadingBatch(enterprise, device, batch, receivedAt, sentAt, channel, registry, readings);
    }

    private static List<Reading> readings(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("readings is a JSON array");
        }
        List<Reading> readings = new ArrayList<>(64);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            readings.add(reading(json));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("a reading is a JSON object");
        }
        return readings;
    }

    private static Reading reading(JsonParser json) throws IOException {
        String meter = null;
        OptionalLong at = OptionalLong.empty();
        ReadingKind kind = null;
        long value = 0;
        ReadingSource source = ReadingSource.MEASURED;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "meter" -> meter = text(json);
                case "at" -> at = OptionalLong.of(json.getLongValue());
                case "source" -> source = ReadingSource.parse(text(json)).orElse(ReadingSource.MEASURED);
                case "register", "amount", "power" -> {
                    kind = ReadingKind.parse(field).orElseThrow();
                    value = Micros.parse(text(json));
                }
                default -> json.skipChildren();
            }
        }
        return reading(meter, at, kind, value, source);
    }

    private static Reading reading(
            @Nullable String meter, OptionalLong at, @Nullable ReadingKind kind, long value, ReadingSource source)
            throws IOException {
        if (meter == null || at.isEmpty() || kind == null) {
            throw new IOException("a reading names its meter and time and has a register, amount or power");
        }
        return new Reading(meter, at.getAsLong(), kind, value, source);
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING
                && !json.currentToken().isNumeric()) {
            throw new IOException(json.currentName() + " is neither a text nor a number");
        }
        return json.getText();
    }
}

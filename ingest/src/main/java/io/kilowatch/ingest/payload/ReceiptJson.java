package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kilowatch.ingest.reading.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** What a device is told of a message of which something was refused. */
public final class ReceiptJson {
    /** How many refusals a receipt spells out; {@code refusedCount} counts all of them. */
    public static final int MOST = 100;

    private static final JsonFactory JSON = new JsonFactory();

    private ReceiptJson() {}

    /**
     * A receipt.
     *
     * @param batch the device's own name for the batch; empty where there is none
     * @param accepted how many readings were accepted
     * @param refused what was refused; a whole message has neither index nor meter
     * @param serverTime the gateway's time
     */
    public static byte[] encode(String batch, int accepted, List<Refusal> refused, Instant serverTime) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("batch", batch);
            json.writeNumberField("accepted", accepted);
            json.writeNumberField("refusedCount", refused.size());
            json.writeArrayFieldStart("refused");
            for (Refusal refusal : refused.subList(0, Math.min(MOST, refused.size()))) {
                json.writeStartObject();
                write(json, refusal);
                json.writeStringField("message", refusal.message().en());
                json.writeStringField("messageZh", refusal.message().zh());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("serverTime", serverTime.toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Refusal refusal) throws IOException {
        if (refusal.index() != Refusal.WHOLE) {
            json.writeNumberField("index", refusal.index());
            json.writeStringField("meter", refusal.meter());
        }
        json.writeStringField("code", refusal.code().word());
    }
}

package io.kilowatch.ingest.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kilowatch.ingest.reading.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What was refused of one message: a record of {@code energy.rejected}.
 *
 * @param enterprise the credit code
 * @param device the device that sent it
 * @param topic the topic that it was published to
 * @param receivedAt when the gateway had it, in milliseconds since 1970 UTC
 * @param registryOffset the offset in {@code energy.registry} of the document that it was checked against
 * @param batch the device's own name for the batch; empty if it gave none or it could not be read
 * @param accepted how many of its readings were accepted
 * @param refused what was refused
 * @param payload the payload as it came
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rejection(
        String enterprise,
        String device,
        String topic,
        long receivedAt,
        long registryOffset,
        String batch,
        int accepted,
        List<Refusal> refused,
        byte[] payload) {
    /** How many refusals are spelled out; with the payload at hand the others can be found again. */
    private static final int MOST = 200;

    private static final JsonFactory JSON = new JsonFactory();

    /** Copies its list. */
    public Rejection {
        refused = List.copyOf(refused);
    }

    /** To JSON; the payload is in base64. */
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + payload.length * 3 / 2);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("enterprise", enterprise);
            json.writeStringField("device", device);
            json.writeStringField("topic", topic);
            json.writeNumberField("receivedAt", receivedAt);
            json.writeNumberField("registry", registryOffset);
            json.writeStringField("batch", batch);
            json.writeNumberField("accepted", accepted);
            json.writeNumberField("refusedCount", refused.size());
            json.writeArrayFieldStart("refused");
            for (Refusal refusal : refused.subList(0, Math.min(MOST, refused.size()))) {
                json.writeStartObject();
                ReceiptJson.write(json, refusal);
                json.writeStringField("message", refusal.message().en());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBinaryField("payload", payload);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

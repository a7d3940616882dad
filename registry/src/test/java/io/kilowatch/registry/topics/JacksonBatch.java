package io.kilowatch.registry.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The JSON of a batch as Jackson's generator writes it, to compare with. */
final class JacksonBatch {
    private JacksonBatch() {}

    static byte[] encode(ReadingBatch batch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("enterprise", batch.enterprise());
            json.writeStringField("device", batch.device());
            json.writeStringField("batch", batch.batch());
            json.writeNumberField("receivedAt", batch.receivedAt());
            if (batch.sentAt().isPresent()) {
                json.writeNumberField("sentAt", batch.sentAt().getAsLong());
            }
            if (!batch.channel().equals(Channel.UNKNOWN)) {
                json.writeStringField("connection", batch.channel().connection());
                json.writeStringField("protocol", batch.channel().protocol());
            }
            json.writeNumberField("registry", batch.registryOffset());
            json.writeArrayFieldStart("readings");
            for (Reading reading : batch.readings()) {
                write(json, reading);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Reading reading) throws IOException {
        json.writeStartObject();
        json.writeStringField("meter", reading.meter());
        json.writeNumberField("at", reading.at());
        json.writeStringField(reading.kind().word(), Micros.toText(reading.value()));
        if (reading.source() != ReadingSource.MEASURED) {
            json.writeStringField("source", reading.source().word());
        }
        json.writeEndObject();
    }
}

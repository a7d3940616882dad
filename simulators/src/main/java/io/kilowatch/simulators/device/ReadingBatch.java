package io.kilowatch.simulators.device;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A message of a device: up to 1,000 readings.
 *
 * @param id names the batch in receipts
 * @param sentAt the device's clock
 */
public record ReadingBatch(String id, Instant sentAt, List<DeviceReading> readings) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** Copies the readings and refuses batches that no gateway would take. */
    public ReadingBatch {
        readings = List.copyOf(readings);
        if (readings.isEmpty() || readings.size() > 1000) {
            throw new IllegalArgumentException("a batch has 1 to 1,000 readings");
        }
    }

    /** The message's payload, with times at +08:00 and numbers as strings. */
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 80 * readings.size());
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("batch", id);
            out.writeStringField("sentAt", text(sentAt));
            out.writeArrayFieldStart("readings");
            for (DeviceReading reading : readings) {
                write(reading, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DeviceReading reading, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("meter", reading.meter());
        out.writeStringField("at", text(reading.at()));
        out.writeStringField(reading.kind().member(), reading.value().toPlainString());
        if (reading.source() != ReadingSource.MEASURED) {
            out.writeStringField("source", reading.source().word());
        }
        out.writeEndObject();
    }

    private static String text(Instant instant) {
        return TIME.format(instant.atOffset(OFFSET));
    }
}

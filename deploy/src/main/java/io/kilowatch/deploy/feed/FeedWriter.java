package io.kilowatch.deploy.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes readings as JSON Lines in UTF-8, one a line.
 *
 * <p>{@code {"device":"91640100MA0EXAM01U/gw-1","meter":"EL","at":"2026-11-22T10:15:00+08:00","register":"182734.55"}}:
 * the value is exact decimal text in the meter's unit under the name of its kind, the time has the calendar's offset and
 * milliseconds where there are any, and {@code source} follows unless the reading was measured.
 */
public final class FeedWriter implements Closeable {
    private static final String END_OF_LINE = "\n";
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator(END_OF_LINE).build();
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private final JsonGenerator json;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter milliseconds;
    private long count;

    /**
     * A writer that closes the stream with itself.
     *
     * @param calendar whose offset the times are written with
     */
    public FeedWriter(OutputStream out, BusinessCalendar calendar) throws IOException {
        this.json = JSON.createGenerator(out);
        this.seconds = SECONDS.withZone(calendar.zone());
        this.milliseconds = MILLISECONDS.withZone(calendar.zone());
    }

    /**
     * Writes a reading.
     *
     * @param device credit code and id, {@code CODE/ID}
     */
    public void write(String device, Reading reading) throws IOException {
        json.writeStartObject();
        json.writeStringField("device", device);
        json.writeStringField("meter", reading.meter());
        json.writeStringField("at", time(reading.at()));
        json.writeStringField(reading.kind().word(), Micros.toText(reading.value()));
        if (reading.source() != ReadingSource.MEASURED) {
            json.writeStringField("source", reading.source().word());
        }
        json.writeEndObject();
        count++;
    }

    private String time(long millis) {
        return (millis % 1000 == 0 ? seconds : milliseconds).format(Instant.ofEpochMilli(millis));
    }

    /** How many readings were written. */
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (count > 0) {
            json.writeRaw(END_OF_LINE);
        }
        json.close();
    }
}

package io.kilowatch.aggregator.evidence.file;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.kilowatch.domain.BusinessCalendar;
import java.io.IOException;
import java.time.Instant;

/** How times and JSON are written in evidence: the same on every machine. */
final class Texts {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private Texts() {}

    static String time(long millis, BusinessCalendar calendar) {
        return time(Instant.ofEpochMilli(millis), calendar);
    }

    static String time(Instant instant, BusinessCalendar calendar) {
        return ISO_OFFSET_DATE_TIME.format(instant.atZone(calendar.zone()));
    }

    static byte[] pretty(JsonNode json) throws IOException {
        return PRETTY.writeValueAsBytes(json);
    }
}

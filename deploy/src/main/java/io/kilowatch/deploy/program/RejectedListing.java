package io.kilowatch.deploy.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.devices.RejectedFile;
import io.kilowatch.aggregator.devices.RejectedRow;
import io.kilowatch.domain.BusinessCalendar;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Rejected batches as lines of text.
 *
 * @param calendar what times are told in
 */
record RejectedListing(BusinessCalendar calendar) {
    private static final String ROW = "%-12s %-19s %-18s %-16s %-16s %6s %6s %6s  %s%n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    void print(List<RejectedRow> rows, PrintStream out) {
        out.printf(ROW, "ID", "RECEIVED", "ENTERPRISE", "DEVICE", "BATCH", "TAKEN", "REFUSED", "STILL", "REASONS");
        rows.forEach(row -> out.printf(
                ROW,
                row.id(),
                time(row.receivedAt()),
                row.device().enterprise(),
                row.device().device(),
                row.batch(),
                row.accepted(),
                row.refused(),
                row.remaining(),
                String.join(", ", row.codes())));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(calendar.zone()));
    }

    void print(RejectedFile file, JsonNode json, PrintStream out) {
        print(List.of(file.row()), out);
        out.println();
        for (String field : List.of("topic", "protocol", "connection", "sentAt", "clockOffsetMillis")) {
            out.println(field + ": " + json.path(field).asText());
        }
        out.println();
        for (JsonNode one : json.path("refusals")) {
            String place =
                    one.path("index").isNull() ? "" : "[" + one.path("index").asInt() + "] ";
            out.println(
                    place + one.path("meter").asText() + ' ' + one.path("code").asText() + ": "
                            + one.path("message").path("zh").asText() + " / "
                            + one.path("message").path("en").asText());
        }
        for (JsonNode one : json.path("redrives")) {
            out.println("重投 / redriven by " + one.path("by").asText() + " "
                    + one.path("doneAt").asText() + ": " + one.path("accepted").asInt() + " / "
                    + one.path("refusals").size());
        }
        out.println();
        out.println(json.path("payload").path("content").asText());
    }
}

package io.kilowatch.simulators.replay;

import io.kilowatch.domain.BusinessCalendar;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what a feed holds and what would be refused of it.
 *
 * @param shift how far the survey's times are moved
 * @param examined whether anything could be refused
 */
record DryRunTable(Survey survey, Duration shift, Findings findings, boolean examined, PrintStream out) {
    private static final int MOST_METERS = 60;
    private static final int MOST_FINDINGS = 100;

    void print(long badRows) {
        long meters = survey.meters().values().stream().mapToLong(Map::size).sum();
        say(
                "%s of %s and %s%s; %s",
                many(survey.count(), "reading"),
                many(survey.devices().size(), "device"),
                many(meters, "meter"),
                survey.first()
                        .flatMap(from -> survey.last().map(to -> ", from " + moved(from) + " to " + moved(to)))
                        .orElse(""),
                many(badRows, "bad row"));
        if (survey.count() == 0) {
            say("nothing would be sent: see that the mapping's columns, tags or members are those of the feed");
            return;
        }
        say("");
        say("%-28s %-20s %-9s %12s %12s  %-25s %s", "device", "meter", "kind", "readings", "refused", "first", "last");
        int printed = 0;
        for (Map.Entry<String, Map<String, MeterSpan>> device : survey.meters().entrySet()) {
            for (Map.Entry<String, MeterSpan> meter : device.getValue().entrySet()) {
                if (printed++ < MOST_METERS) {
                    row(device.getKey(), meter.getKey(), meter.getValue());
                }
            }
        }
        if (printed > MOST_METERS) {
            say("and %,d more meters", printed - MOST_METERS);
        }
        say("");
        verdict();
    }

    private void row(String device, String meter, MeterSpan span) {
        say(
                "%-28s %-20s %-9s %,12d %12s  %-25s %s",
                device.isEmpty() ? "-" : device,
                meter,
                span.kind().member(),
                span.count(),
                examined ? String.format(Locale.ROOT, "%,d", findings.count(device, meter)) : "-",
                moved(span.first()),
                moved(span.last()));
    }

    private void verdict() {
        if (!examined) {
            say("give --registry with the registry documents to see what the gateway would refuse");
            return;
        }
        if (findings.count() == 0) {
            say("nothing would be refused");
            return;
        }
        say("%s would be refused:", many(findings.count(), "reading"));
        findings.kinds().stream()
                .limit(MOST_FINDINGS)
                .forEach(kind -> say(
                        "  %,d of %s%s: %s, first at %s: %s",
                        kind.count(),
                        kind.device().isEmpty() ? "no device" : kind.device(),
                        kind.meter().isEmpty() ? "" : ", meter " + kind.meter(),
                        kind.code(),
                        text(kind.first().at()),
                        kind.message()));
        if (findings.kinds().size() > MOST_FINDINGS) {
            say("  and %,d more reasons", findings.kinds().size() - MOST_FINDINGS);
        }
    }

    private static String many(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private String moved(Instant at) {
        return text(at.plus(shift));
    }

    private static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(at, BusinessCalendar.CHINA.zone()).truncatedTo(ChronoUnit.SECONDS));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}

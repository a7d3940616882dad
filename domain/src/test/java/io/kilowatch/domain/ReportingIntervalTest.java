package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingIntervalTest {
    private static final BusinessCalendar BERLIN = new BusinessCalendar(ZoneId.of("Europe/Berlin"));

    @Property
    void everyInstantLiesInTheIntervalThatStartsAtItsFloor(
            @ForAll ReportingInterval interval,
            @ForAll("instants") long instant,
            @ForAll("calendars") BusinessCalendar in) {
        long start = interval.floor(instant, in);
        long end = interval.end(start, in);

        assertThat(instant).isBetween(start, end - 1);
        assertThat(interval.floor(start, in)).isEqualTo(start);
        assertThat(interval.floor(end, in)).isEqualTo(end);
        assertThat(end - start).isLessThanOrEqualTo(interval.longest());
    }

    @Provide
    Arbitrary<Long> instants() {
        return Arbitraries.longs()
                .between(millis("1970-01-01T00:00:00Z"), millis("2100-01-01T00:00:00Z"))
                .injectDuplicates(0.1);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Arbitraries.of(BusinessCalendar.CHINA, BERLIN, new BusinessCalendar(ZoneId.of("Asia/Kathmandu")));
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, 2026-08-20T10:07:31+08:00, 2026-08-20T10:00:00+08:00, 2026-08-20T10:15:00+08:00",
        "PT1H,  2026-08-20T00:59:59+08:00, 2026-08-20T00:00:00+08:00, 2026-08-20T01:00:00+08:00",
        "P1D,   2026-08-20T07:59:59+08:00, 2026-08-20T00:00:00+08:00, 2026-08-21T00:00:00+08:00",
        "P1M,   2026-02-28T23:59:59+08:00, 2026-02-01T00:00:00+08:00, 2026-03-01T00:00:00+08:00",
        "P1M,   2026-12-31T16:00:00Z,      2027-01-01T00:00:00+08:00, 2027-02-01T00:00:00+08:00"
    })
    void countsFromMidnightInChina(ReportingInterval interval, String at, String start, String end) {
        assertThat(interval.floor(millis(at), BusinessCalendar.CHINA)).isEqualTo(millis(start));
        assertThat(interval.end(millis(start), BusinessCalendar.CHINA)).isEqualTo(millis(end));
    }

    @Test
    void aDayHas23Or25HoursWhereTheClockChanges() {
        long spring = millis("2026-03-29T00:00:00+01:00");
        long autumn = millis("2026-10-25T00:00:00+02:00");

        assertThat(ReportingInterval.P1D.end(spring, BERLIN) - spring).isEqualTo(23 * 3_600_000L);
        assertThat(ReportingInterval.P1D.end(autumn, BERLIN) - autumn).isEqualTo(25 * 3_600_000L);
        assertThat(ReportingInterval.P1D.floor(autumn + 24 * 3_600_000L, BERLIN))
                .isEqualTo(autumn);
    }

    @Test
    void anAmountAtAnyInstantLastsOneInterval() {
        long at = millis("2026-08-20T10:07:00+08:00");

        assertThat(ReportingInterval.PT15M.end(at, BusinessCalendar.CHINA)).isEqualTo(at + 900_000);
    }

    @Test
    void isReadFromItsIsoText() {
        assertThat(ReportingInterval.parse("P1D")).contains(ReportingInterval.P1D);
        assertThat(ReportingInterval.parse("PT7M")).isEmpty();
        assertThat(ReportingInterval.words()).isEqualTo("PT1M, PT5M, PT10M, PT15M, PT30M, PT1H, P1D, P1M");
    }

    private static long millis(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }
}

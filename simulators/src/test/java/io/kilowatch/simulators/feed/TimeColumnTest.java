package io.kilowatch.simulators.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeColumnTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TimeColumn ISO =
            new TimeColumn("t", Optional.empty(), Optional.empty(), SHANGHAI, false, false);

    @Test
    void readsIsoWithAnyOffset() {
        Instant meant = Instant.parse("2015-10-04T01:00:00Z");

        assertThat(ISO.instant("2015-10-04T01:00:00Z")).isEqualTo(meant);
        assertThat(ISO.instant("2015-10-04T03:00:00+0200")).isEqualTo(meant);
        assertThat(ISO.instant(" 2015-10-04 03:00:00+02:00 ")).isEqualTo(meant);
    }

    @Test
    void readsLocalIsoInItsZone() {
        assertThat(ISO.instant("2015-10-04 09:00")).isEqualTo(Instant.parse("2015-10-04T01:00:00Z"));
    }

    @Test
    void takesMidnightOfTheSameDayAsTheDaysEndWhereToldTo() {
        TimeColumn steel = pattern(SHANGHAI, true);

        assertThat(steel.instant("31/12/2018 0:00")).isEqualTo(Instant.parse("2018-12-31T16:00:00Z"));
        assertThat(steel.instant("31/12/2018 00:00")).isEqualTo(Instant.parse("2018-12-31T16:00:00Z"));
        assertThat(steel.instant("1/1/2018 0:15")).isEqualTo(Instant.parse("2017-12-31T16:15:00Z"));
        assertThat(pattern(SHANGHAI, false).instant("31/12/2018 0:00"))
                .isEqualTo(Instant.parse("2018-12-30T16:00:00Z"));
    }

    @Test
    void twentyFourHoursAreTheNextDaysMidnight() {
        Instant midnight = Instant.parse("2018-12-31T16:00:00Z");

        assertThat(ISO.instant("2018-12-31 24:00")).isEqualTo(midnight);
        assertThat(ISO.instant("2018-12-31T24:00:00.000+08:00")).isEqualTo(midnight);
        assertThat(pattern(SHANGHAI, false).instant("31/12/2018 24:00")).isEqualTo(midnight);
        assertThat(pattern(SHANGHAI, true).instant("31/12/2018 24:00")).isEqualTo(midnight);
        assertThatThrownBy(() -> ISO.instant("2018-12-31 24:15")).isInstanceOf(DateTimeException.class);
        assertThat(ISO.instant("2018-12-31 23:24:00")).isEqualTo(Instant.parse("2018-12-31T15:24:00Z"));
    }

    @Test
    void aDayWithoutATimeIsItsMidnight() {
        TimeColumn days = MappingReader.read("test", """
                time: {column: t, pattern: yyyy年M月d日}
                interval: P1D
                columns: [{column: a, meter: A, kind: amount}]
                """).time();

        assertThat(days.instant("2026年3月1日")).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(ISO.instant("2026-03-01")).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThatThrownBy(() -> days.instant("2026年2月29日")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void aTimeOfIsoIsReadWhateverThePattern() {
        assertThat(pattern(SHANGHAI, false).instant("2018-01-01T00:15:00"))
                .isEqualTo(Instant.parse("2017-12-31T16:15:00Z"));
    }

    @Test
    void refusesAnHourThatTheClockChangeLeavesOut() {
        assertThatThrownBy(() -> pattern(BERLIN, false).instant("27/3/2016 2:30"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void takesTheFirstOfAnHourThatComesTwice() {
        assertThat(pattern(BERLIN, false).instant("30/10/2016 2:30")).isEqualTo(Instant.parse("2016-10-30T00:30:00Z"));
    }

    @Test
    void refusesDaysThatDoNotExist() {
        assertThatThrownBy(() -> pattern(SHANGHAI, false).instant("30/2/2018 0:15"))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> ISO.instant("yesterday")).isInstanceOf(DateTimeException.class);
    }

    private static TimeColumn pattern(ZoneId zone, boolean sameDay) {
        return MappingReader.read("test", """
                time: {column: t, pattern: d/M/yyyy H:mm, zone: %s, stamp: end, midnight: %s}
                interval: PT15M
                columns: [{column: a, meter: A, kind: amount}]
                """.formatted(zone, sameDay ? "same-day" : "next-day"))
                .time();
    }

    @Test
    void aPatternWithALiteralIsRead() {
        TimeColumn column = new TimeColumn(
                "t",
                Optional.empty(),
                Optional.of(DateTimeFormatter.ofPattern("uuuu'年'M'月'd'日' H:mm")),
                SHANGHAI,
                false,
                false);

        assertThat(column.instant("2018年1月2日 8:00")).isEqualTo(Instant.parse("2018-01-02T00:00:00Z"));
    }
}

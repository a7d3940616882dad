package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final Days days = new Days(BusinessCalendar.CHINA);

    @Test
    void theFirstInstantEntersADay() {
        assertThat(days.enter(at("2026-08-01T12:00"))).isTrue();
        assertThat(days.day()).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @Test
    void aDayLastsFromMidnightToTheLastMillisecond() {
        days.enter(at("2026-08-01T12:00"));

        assertThat(days.enter(at("2026-08-01T00:00"))).isFalse();
        assertThat(days.enter(at("2026-08-01T23:59:59.999"))).isFalse();
        assertThat(days.enter(at("2026-08-02T00:00"))).isTrue();
        assertThat(days.day()).isEqualTo(LocalDate.of(2026, 8, 2));
        assertThat(days.enter(at("2026-08-01T23:59:59.999"))).isTrue();
        assertThat(days.day()).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @Test
    void aDayIsAsLongAsItsCalendarSays() {
        Days german = new Days(new BusinessCalendar(ZoneId.of("Europe/Berlin")));
        german.enter(at("2026-10-25T06:00")); // 00:00 in Berlin, the day of 25 hours

        assertThat(german.enter(at("2026-10-25T06:00") + 25 * 3_600_000L - 1)).isFalse();
        assertThat(german.enter(at("2026-10-25T06:00") + 25 * 3_600_000L)).isTrue();
    }

    @Property(tries = 500)
    void theDayIsTheCalendars(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long instant) {
        days.enter(at("2026-08-01T12:00"));
        days.enter(instant);

        assertThat(days.day()).isEqualTo(BusinessCalendar.CHINA.day(instant));
    }
}

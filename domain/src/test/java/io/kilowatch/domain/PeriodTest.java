package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @Property
    void containsExactlyTheDaysOfItsKind(
            @ForAll PeriodKind kind, @ForAll @DateRange(min = "1900-01-01", max = "2199-12-31") LocalDate day) {
        Period period = kind.containing(day);

        assertThat(period.contains(day)).isTrue();
        assertThat(period.contains(period.start().minusDays(1))).isFalse();
        assertThat(period.contains(period.end())).isFalse();
        assertThat(kind.containing(period.end().minusDays(1))).isEqualTo(period);
        assertThat(kind.containing(period.end()).start()).isEqualTo(period.end());
    }

    @Property
    void itsShortFormIsReadBack(
            @ForAll PeriodKind kind, @ForAll @DateRange(min = "1900-01-01", max = "2199-12-31") LocalDate day) {
        Period period = kind.containing(day);

        assertThat(Period.parse(period.toString())).isEqualTo(period);
    }

    @Test
    void isWrittenAsKindAndStart() {
        assertThat(PeriodKind.MONTH.containing(LocalDate.parse("2026-08-20"))).hasToString("month:2026-08-01");
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2026-08-02", "YEAR, 2026-08-01", "YEAR, 2026-01-02"})
    void startsWhereItsKindStarts(PeriodKind kind, LocalDate start) {
        assertThatThrownBy(() -> new Period(kind, start)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "month", "week:2026-08-03", "month:2026-08-02", "month:2026-13-01"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(RuntimeException.class);
    }
}

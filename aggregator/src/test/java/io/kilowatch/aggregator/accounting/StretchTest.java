package io.kilowatch.aggregator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Stretch YEAR = new Stretch(NEW_YEAR, NEW_YEAR.plusYears(1));

    @Test
    void itIsCutOnlyAtDaysInsideIt() {
        TreeSet<LocalDate> days =
                new TreeSet<>(Set.of(NEW_YEAR, LocalDate.of(2026, 7, 1), YEAR.until(), NEW_YEAR.minusDays(1)));

        assertThat(YEAR.cutAt(days))
                .containsExactly(
                        new Stretch(NEW_YEAR, LocalDate.of(2026, 7, 1)),
                        new Stretch(LocalDate.of(2026, 7, 1), YEAR.until()));
    }

    @Test
    void nothingToCutAtLeavesItWhole() {
        assertThat(YEAR.cutAt(new TreeSet<>())).containsExactly(YEAR);
    }

    @Test
    void wholeMonthsAreTakenAsMonthsAndTheRestAsDays() {
        Stretch stretch = new Stretch(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 3, 2));

        assertThat(stretch.periods().stream().map(Period::toString))
                .containsExactly("day:2026-01-30", "day:2026-01-31", "month:2026-02-01", "day:2026-03-01");
    }

    @Test
    void aStretchOfNoDaysHasNoPeriods() {
        assertThat(new Stretch(NEW_YEAR, NEW_YEAR).periods()).isEmpty();
    }

    @Property
    void partsFollowEachOtherWithoutGapAndTheirPeriodsAreAllOfTheirDays(
            @ForAll @Size(max = 20) List<@IntRange(min = -10, max = 380) Integer> offsets) {
        TreeSet<LocalDate> days = new TreeSet<>();
        offsets.forEach(offset -> days.add(NEW_YEAR.plusDays(offset)));

        List<Stretch> parts = YEAR.cutAt(days);

        LocalDate next = NEW_YEAR;
        for (Stretch part : parts) {
            assertThat(part.from()).isEqualTo(next);
            assertThat(part.periods().stream()
                            .mapToLong(one -> ChronoUnit.DAYS.between(one.start(), one.end()))
                            .sum())
                    .isEqualTo(ChronoUnit.DAYS.between(part.from(), part.until()));
            next = part.until();
        }
        assertThat(next).isEqualTo(YEAR.until());
    }
}

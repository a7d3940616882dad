package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.day;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static io.kilowatch.domain.BusinessCalendar.CHINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final SlotChanges changes = new SlotChanges();

    @Test
    void noChangesTouchNoPeriod() {
        assertThat(Days.periods(changes, CHINA)).isEmpty();
        assertThat(Days.sums(1, changes, CHINA)).isEmpty();
    }

    @Test
    void changesAroundNewYearAreSharedByDaysMonthsAndYearsOfBeijing() {
        changes.spread(at("2025-12-31T23:45"), at("2026-01-01T00:45"), 4, 1, true);

        assertThat(Days.sums(1, changes, CHINA))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new SumKey(1, day("2025-12-31")), new Sum(1, 15 * MINUTE, 0),
                        new SumKey(1, month("2025-12-01")), new Sum(1, 15 * MINUTE, 0),
                        new SumKey(1, year(2025)), new Sum(1, 15 * MINUTE, 0),
                        new SumKey(1, day("2026-01-01")), new Sum(3, 45 * MINUTE, 0),
                        new SumKey(1, month("2026-01-01")), new Sum(3, 45 * MINUTE, 0),
                        new SumKey(1, year(2026)), new Sum(3, 45 * MINUTE, 0)));
    }

    @Test
    void daysOfOneMonthAreAddedUpInIt() {
        changes.spread(at("2026-08-01T22:00"), at("2026-08-03T02:00"), 28, 1, false);

        Map<SumKey, Sum> sums = Days.sums(1, changes, CHINA);

        assertThat(sums).hasSize(5);
        assertThat(sums).containsEntry(new SumKey(1, day("2026-08-01")), new Sum(2, 0, 2 * HOUR));
        assertThat(sums).containsEntry(new SumKey(1, day("2026-08-02")), new Sum(24, 0, 24 * HOUR));
        assertThat(sums).containsEntry(new SumKey(1, day("2026-08-03")), new Sum(2, 0, 2 * HOUR));
        assertThat(sums).containsEntry(new SumKey(1, month("2026-08-01")), new Sum(28, 0, 28 * HOUR));
    }

    @Test
    void aDayIsAsLongAsItsCalendarSays() {
        BusinessCalendar berlin = new BusinessCalendar(ZoneId.of("Europe/Berlin"));
        long midnight = at("2026-10-25T06:00"); // 00:00 in Berlin, the day of 25 hours
        changes.spread(midnight, midnight + 26 * HOUR, 26, 1, true);

        Map<SumKey, Sum> sums = Days.sums(1, changes, berlin);

        assertThat(sums).containsEntry(new SumKey(1, day("2026-10-25")), new Sum(25, 25 * HOUR, 0));
        assertThat(sums).containsEntry(new SumKey(1, day("2026-10-26")), new Sum(1, HOUR, 0));
    }

    @Property(tries = 500)
    void sumsAreThoseOfSingleSlots(
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 4_102_444_800_000L) Long> instants) {
        SlotChanges some = new SlotChanges();
        Map<SumKey, Sum> expected = new HashMap<>();
        Set<Period> periods = new HashSet<>();
        for (long instant : instants) {
            some.spread(instant, instant + 1, 7, 1, true);
            for (PeriodKind kind : PeriodKind.values()) {
                Period period = kind.containing(CHINA.day(instant));
                periods.add(period);
                expected.merge(new SumKey(3, period), new Sum(7, 1, 0), Sum::plus);
            }
        }
        some.compact();

        assertThat(Days.sums(3, some, CHINA)).isEqualTo(expected);
        assertThat(Days.periods(some, CHINA)).isEqualTo(periods);
    }
}

package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Changes of slots, added up over days, months and years. */
final class Days {
    private static final PeriodKind[] KINDS = PeriodKind.values();

    private Days() {}

    private interface DayTaker {
        void take(LocalDate day, int from, int to);
    }

    /** The periods that hold changed slots. */
    static Set<Period> periods(SlotChanges changes, BusinessCalendar calendar) {
        Set<Period> periods = new HashSet<>();
        each(changes, calendar, (day, from, to) -> {
            for (PeriodKind kind : KINDS) {
                periods.add(kind.containing(day));
            }
        });
        return periods;
    }

    /** What is to be added to a meter's sums. */
    static Map<SumKey, Sum> sums(int meter, SlotChanges changes, BusinessCalendar calendar) {
        Map<SumKey, Sum> sums = new HashMap<>();
        each(changes, calendar, (day, from, to) -> {
            Sum ofDay = Sum.ZERO;
            for (int i = from; i < to; i++) {
                ofDay = ofDay.plus(changes.amount(i), changes.measured(i), changes.interpolated(i));
            }
            for (PeriodKind kind : KINDS) {
                sums.merge(new SumKey(meter, kind.containing(day)), ofDay, Sum::plus);
            }
        });
        return sums;
    }

    /** Asks the calendar only when the day changes. */
    private static void each(SlotChanges changes, BusinessCalendar calendar, DayTaker taker) {
        int from = 0;
        while (from < changes.size()) {
            LocalDate day = calendar.day(changes.slot(from));
            long end = calendar.start(day.plusDays(1));
            int to = from + 1;
            while (to < changes.size() && changes.slot(to) < end) {
                to++;
            }
            taker.take(day, from, to);
            from = to;
        }
    }
}

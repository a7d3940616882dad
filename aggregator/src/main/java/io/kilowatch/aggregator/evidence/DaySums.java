package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.Figures;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** The figures of a period's meters, made of the sums of its days. */
public final class DaySums implements Figures {
    private final Map<String, Of> meters = new HashMap<>();

    private record Of(SortedMap<LocalDate, Sum> days, long coveredUntil) {}

    /** Adds a meter. */
    public void add(String meter, SortedMap<LocalDate, Sum> days, long coveredUntil) {
        meters.put(meter, new Of(days, coveredUntil));
    }

    /** A meter's sum over a period. */
    public Sum sum(String meter, Period period) {
        Of of = meters.get(meter);
        return of == null
                ? Sum.ZERO
                : of.days.subMap(period.start(), period.end()).values().stream().reduce(Sum.ZERO, Sum::plus);
    }

    /** What flowed through a meter in a period up to an instant that a verdict reaches to. */
    public long amountUntil(String meter, Period period, long until, BusinessCalendar calendar) {
        if (until <= calendar.start(period.start())) {
            return 0;
        }
        LocalDate after = calendar.day(until - 1).plusDays(1);
        Of of = meters.get(meter);
        if (of == null || period.kind() == PeriodKind.DAY || !after.isBefore(period.end())) {
            return amount(meter, period);
        }
        return of.days.subMap(period.start(), after).values().stream()
                .reduce(Sum.ZERO, Sum::plus)
                .amount();
    }

    @Override
    public long amount(String meter, Period period) {
        return sum(meter, period).amount();
    }

    @Override
    public long measured(String meter, Period period) {
        return sum(meter, period).measured();
    }

    @Override
    public long coveredUntil(String meter) {
        Of of = meters.get(meter);
        return of == null ? Long.MIN_VALUE : of.coveredUntil;
    }
}

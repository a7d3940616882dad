package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.Figures;
import io.kilowatch.aggregator.accounting.Stretch;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.Period;
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

    /** What flowed through a meter on some days. */
    public long amount(String meter, Stretch some) {
        Of of = meters.get(meter);
        return of == null
                ? 0
                : of.days.subMap(some.from(), some.until()).values().stream()
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

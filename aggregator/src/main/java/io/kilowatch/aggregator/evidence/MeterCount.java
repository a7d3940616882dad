package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.store.Sum;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What readings come to.
 *
 * @param days the sums of days that are not zero
 * @param coveredUntil the end of the time that the readings cover, in milliseconds; {@link Long#MIN_VALUE} for none
 * @param marks those other than good, by instant
 */
public record MeterCount(SortedMap<LocalDate, Sum> days, long coveredUntil, Map<Long, Mark> marks) {
    /** Copies its maps. */
    public MeterCount {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        marks = Map.copyOf(marks);
    }

    /** The sum of all days. */
    public Sum total() {
        return days.values().stream().reduce(Sum.ZERO, Sum::plus);
    }
}

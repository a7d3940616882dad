package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.Meter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One meter of a figure's account, with what is stored of it.
 *
 * @param meter as registered
 * @param number the ledger's number for it; absent if it has had no readings
 * @param definition what its slots were computed with
 * @param selection the readings that its sums are computed from again
 * @param kept how many of them are still stored
 * @param days the stored sums of the period's days
 * @param sum the stored sum of the period
 * @param coveredUntil the end of the time that its readings cover, in milliseconds since 1970 UTC
 * @param edges the readings around the edges of the period
 * @param counts how many readings of the period bear each mark
 * @param suspect the suspect ones of them, the first some
 * @param superseded claims in the period that another took the place of, the first some
 * @param supersededCount how many they are
 */
public record MeterFile(
        Meter meter,
        Optional<Integer> number,
        Definition definition,
        Selection selection,
        Kept kept,
        SortedMap<LocalDate, Sum> days,
        Sum sum,
        long coveredUntil,
        Edges edges,
        Map<Mark, Integer> counts,
        List<Point> suspect,
        List<Point> superseded,
        int supersededCount) {
    /** Copies its lists. */
    public MeterFile {
        suspect = List.copyOf(suspect);
        superseded = List.copyOf(superseded);
        counts = Map.copyOf(counts);
    }

    /**
     * The readings around the edges of a period.
     *
     * @param before the last one before it
     * @param first the first one in it
     * @param last the last one in it
     * @param after the first one after it
     */
    public record Edges(Optional<Point> before, Optional<Point> first, Optional<Point> last, Optional<Point> after) {}
}

package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** All that is stored, as it was at one moment. */
public interface Archive {
    /** A figure's newest verdict. */
    Optional<Verdict> verdict(Figure figure) throws Exception;

    /** The registry document in force, as JSON; it may hold secrets. */
    Optional<String> document(String enterprise) throws Exception;

    /** A meter that has had readings. */
    Optional<HeldMeter> meter(String enterprise, String meter) throws Exception;

    /** The devices that have sent readings, by number. */
    Map<Integer, String> senders(String enterprise) throws Exception;

    /**
     * Which readings a time's sums are computed from again.
     *
     * @param begin nothing that a reading before it says reaches into the time
     * @param end the end of the time
     */
    Selection select(int meter, ReadingKind kind, long begin, long end) throws Exception;

    /** Gives the selected readings in time order. */
    void readings(int meter, Selection selection, Reader reader) throws Exception;

    /** Gives the claims that were superseded by one that says something else, in time order and then as they came. */
    void superseded(int meter, Selection selection, Reader reader) throws Exception;

    /** The sums of the days in a period, those that are not zero. */
    SortedMap<LocalDate, Sum> days(int meter, Period period) throws Exception;

    /** The sum of a period. */
    Sum sum(int meter, Period period) throws Exception;

    /** The first day that ever had a sum. */
    Optional<LocalDate> firstDay(int meter) throws Exception;

    /** How a figure was restated, oldest first. */
    List<Restatement> restatements(Figure figure) throws Exception;

    /** The offset of the registry document that the enterprise's figures are computed with. */
    Optional<Long> registryOffset(String enterprise) throws Exception;

    /** Takes readings as they are read. */
    @FunctionalInterface
    interface Reader {
        /** Takes one. */
        void take(Point point) throws Exception;
    }
}

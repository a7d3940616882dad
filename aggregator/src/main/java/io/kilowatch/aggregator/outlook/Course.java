package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A whole year day by day: what is measured, what is filled in, what is expected. It begins with the first day that anything
 * is known of: what was before monitoring began is not made up.
 *
 * @param until the first day that is expected
 * @param days every day of the year from the first that is known
 * @param filled which days before that one were not known and are filled in
 */
public record Course(LocalDate until, NavigableMap<LocalDate, Sums> days, NavigableSet<LocalDate> filled) {
    private static final int YEARS_BEFORE = 2;

    /** Copies its collections. */
    public Course {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        filled = Collections.unmodifiableNavigableSet(new TreeSet<>(filled));
    }

    /** What it is made of: the days before one as known or filled by their mean, the days after as expected. */
    static Course of(
            Series series, LocalDate start, LocalDate until, Sums usual, NavigableMap<LocalDate, Sums> expected) {
        NavigableMap<LocalDate, Sums> known = series.between(start, until);
        Sums mean = known.isEmpty() ? usual : Sums.total(known.values()).spread(1, known.size());
        NavigableMap<LocalDate, Sums> days = new TreeMap<>(expected);
        NavigableSet<LocalDate> filled = new TreeSet<>();
        firstOf(series, start, until).datesUntil(until).forEach(day -> {
            if (!known.containsKey(day)) {
                filled.add(day);
            }
            days.put(day, known.getOrDefault(day, mean));
        });
        return new Course(until, days, filled);
    }

    private static LocalDate firstOf(Series series, LocalDate start, LocalDate until) {
        NavigableMap<LocalDate, Sums> all = series.between(start.minusYears(YEARS_BEFORE), until);
        return all.isEmpty() || all.firstKey().isBefore(start) ? start : all.firstKey();
    }

    /** All before the first expected day, what is filled in included. */
    public Sums toDate() {
        return Sums.total(days.headMap(until, false).values());
    }

    /** All from then on. */
    public Sums ahead() {
        return Sums.total(days.tailMap(until, true).values());
    }

    /** The whole year. */
    public Sums total() {
        return Sums.total(days.values());
    }

    /** How many days are of each sort. */
    public Days count() {
        int past = days.headMap(until, false).size();
        return new Days(past - filled.size(), filled.size(), days.size() - past);
    }

    /** What it may use above the line by limits that hold from their day on, each for what is below the line then. */
    BigDecimal permitted(NavigableMap<LocalDate, BigDecimal> limits) {
        BigDecimal permitted = BigDecimal.ZERO;
        for (var day : days.entrySet()) {
            var limit = limits.floorEntry(day.getKey());
            if (limit == null) {
                throw new IllegalArgumentException("no limit holds on " + day.getKey());
            }
            permitted = permitted.add(limit.getValue().multiply(day.getValue().denominator()));
        }
        return permitted;
    }

    /**
     * How many days of a year are of each sort.
     *
     * @param known measured
     * @param filled past, not known and filled in
     * @param remaining to come
     */
    public record Days(int known, int filled, int remaining) {}
}

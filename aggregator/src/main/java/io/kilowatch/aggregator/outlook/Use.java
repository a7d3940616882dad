package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Energy used in a year, in kgce on one basis: to date, and to its end if it goes on so.
 *
 * @param year the year
 * @param until the first day that is not past
 * @param days by day: to date measured or filled, from then on expected; where nothing is expected, measured only
 * @param width how far the year's sum may be off; absent where nothing is expected
 * @param filled how many days are filled in
 * @param reasons why nothing is expected
 */
public record Use(
        int year,
        LocalDate until,
        NavigableMap<LocalDate, BigDecimal> days,
        Optional<BigDecimal> width,
        int filled,
        List<Reason> reasons) {
    /** Copies its collections. */
    public Use {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        reasons = List.copyOf(reasons);
    }

    /** That of one enterprise, from its series of kgce. */
    public static Use of(Series series, Forecast forecast) {
        if (series.shape() != Series.Shape.SUM) {
            throw new IllegalArgumentException("use is a sum");
        }
        if (forecast instanceof Forecast.Made made) {
            Course course = made.course();
            return new Use(
                    made.year(),
                    made.until(),
                    above(course.days()),
                    Optional.of(made.width()),
                    course.count().filled(),
                    List.of());
        }
        Forecast.NotMade none = (Forecast.NotMade) forecast;
        NavigableMap<LocalDate, Sums> measured = series.between(LocalDate.of(none.year(), 1, 1), none.until());
        return new Use(none.year(), none.until(), above(measured), Optional.empty(), 0, List.of(none.reason()));
    }

    /**
     * That of several together. Widths add up, as if all erred in the same direction; those of which nothing is expected
     * count with what is measured.
     */
    static Use sum(int year, LocalDate until, Collection<Use> uses) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        List<Reason> reasons = new ArrayList<>();
        Optional<BigDecimal> width = Optional.empty();
        int filled = 0;
        for (Use use : uses) {
            if (use.year != year || !use.until.equals(until)) {
                throw new IllegalArgumentException("uses of " + use.year + " to " + use.until + ", not to " + until);
            }
            use.days.forEach((day, amount) -> days.merge(day, amount, BigDecimal::add));
            reasons.addAll(use.reasons);
            filled += use.filled;
            width = use.width.isEmpty() ? width : Optional.of(use.width.get().add(width.orElse(BigDecimal.ZERO)));
        }
        return new Use(year, until, days, width, filled, reasons);
    }

    /** Used to date, in tonnes of coal equivalent. */
    BigDecimal toDate() {
        return tonnes(total(days.headMap(until, false)));
    }

    /** Used in the whole year if it goes on so, in tonnes of coal equivalent. */
    Optional<Range> forecast() {
        return width.map(off -> Range.of(tonnes(total(days)), tonnes(off), BigDecimal.ONE));
    }

    /** The first day whose use a budget no longer covers. */
    Optional<LocalDate> exhausts(BigDecimal tce) {
        BigDecimal used = BigDecimal.ZERO;
        for (var day : days.entrySet()) {
            used = used.add(tonnes(day.getValue()));
            if (used.compareTo(tce) > 0) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }

    private static NavigableMap<LocalDate, BigDecimal> above(NavigableMap<LocalDate, Sums> sums) {
        NavigableMap<LocalDate, BigDecimal> above = new TreeMap<>();
        sums.forEach((day, both) -> above.put(day, both.numerator()));
        return above;
    }

    private static BigDecimal total(NavigableMap<LocalDate, BigDecimal> days) {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tonnes(BigDecimal kilograms) {
        return kilograms.movePointLeft(3);
    }
}

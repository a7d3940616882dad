package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An indicator day by day, as far as it is known; a day that is missing is not known.
 *
 * @param shape whether it is a plain sum or a quotient of two
 * @param days what is known, by day
 */
public record Series(Shape shape, NavigableMap<LocalDate, Sums> days) {
    /** What an indicator is. */
    public enum Shape {
        /** The sum of what is above the line. */
        SUM,
        /** What is above the line over what is below. */
        RATIO
    }

    /** Copies its days. */
    public Series {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    /** That of an indicator that is summed. */
    public static Series ofSums(Map<LocalDate, BigDecimal> days) {
        NavigableMap<LocalDate, Sums> sums = new TreeMap<>();
        days.forEach((day, amount) -> sums.put(day, new Sums(amount, BigDecimal.ONE)));
        return new Series(Shape.SUM, sums);
    }

    /** That of an indicator that is a ratio; a day is known where both its sums are. */
    public static Series ofRatios(Map<LocalDate, Sums> days) {
        return new Series(Shape.RATIO, new TreeMap<>(days));
    }

    /** That of a sum known by month only: a month is spread evenly over its days, which add up to it exactly. */
    public static Series ofMonthlySums(Map<YearMonth, BigDecimal> months) {
        NavigableMap<LocalDate, Sums> days = new TreeMap<>();
        months.forEach((month, amount) -> {
            BigDecimal length = BigDecimal.valueOf(month.lengthOfMonth());
            spread(month, new Sums(amount, length), days);
        });
        return new Series(Shape.SUM, days);
    }

    /** That of a ratio known by month only, spread in the same way. */
    public static Series ofMonthlyRatios(Map<YearMonth, Sums> months) {
        NavigableMap<LocalDate, Sums> days = new TreeMap<>();
        months.forEach((month, sums) -> spread(month, sums, days));
        return new Series(Shape.RATIO, days);
    }

    private static void spread(YearMonth month, Sums sums, NavigableMap<LocalDate, Sums> days) {
        int length = month.lengthOfMonth();
        Sums each = sums.spread(1, length);
        BigDecimal others = BigDecimal.valueOf(length - 1L);
        for (int day = 1; day < length; day++) {
            days.put(month.atDay(day), each);
        }
        days.put(
                month.atEndOfMonth(),
                new Sums(
                        sums.numerator().subtract(each.numerator().multiply(others)),
                        sums.denominator().subtract(each.denominator().multiply(others))));
    }

    /** What is known of a day. */
    Optional<Sums> at(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /** What is known from a day until before another. */
    NavigableMap<LocalDate, Sums> between(LocalDate from, LocalDate until) {
        return from.isBefore(until) ? days.subMap(from, true, until, false) : Collections.emptyNavigableMap();
    }
}

package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The latest known days before a day.
 *
 * @param days the newest first
 */
record Window(List<Sums> days) implements Expectation {
    Window {
        days = List.copyOf(days);
    }

    /** Those of a series. */
    static Window of(Series series, LocalDate until, ForecastTerms terms) {
        NavigableMap<LocalDate, Sums> near = series.between(until.minusDays(terms.reach()), until);
        List<Sums> latest = new ArrayList<>(near.descendingMap().values());
        return new Window(latest.subList(0, Math.min(terms.window(), latest.size())));
    }

    int size() {
        return days.size();
    }

    /** Their mean. */
    Sums mean() {
        return Sums.total(days).spread(1, days.size());
    }

    @Override
    public Method method() {
        return Method.DAILY_MEAN;
    }

    /** Every day to come as their mean. */
    @Override
    public NavigableMap<LocalDate, Sums> project(LocalDate from, LocalDate end) {
        Sums mean = mean();
        NavigableMap<LocalDate, Sums> expected = new TreeMap<>();
        from.datesUntil(end).forEach(day -> expected.put(day, mean));
        return expected;
    }

    /**
     * The variance of what is above the line about what is usual for what is below: about the mean for plain sums.
     */
    BigDecimal variance() {
        Sums total = Sums.total(days);
        if (days.size() < 2 || total.denominator().signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal squares =
                days.stream().map(day -> deviation(day, total).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal freedom = total.denominator().pow(2).multiply(BigDecimal.valueOf(days.size() - 1L));
        return squares.divide(freedom, Decimals.DIGITS);
    }

    /** How far a day is off, times all that is below the line, so that it stays exact. */
    private static BigDecimal deviation(Sums day, Sums total) {
        return day.numerator()
                .multiply(total.denominator())
                .subtract(day.denominator().multiply(total.numerator()));
    }
}

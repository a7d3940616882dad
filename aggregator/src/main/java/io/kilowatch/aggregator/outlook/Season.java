package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Last year's course at the level of this year.
 *
 * @param series the indicator
 * @param now this year, over the days that are known of both years
 * @param then last year, over the same days
 */
record Season(Series series, Sums now, Sums then) implements Expectation {
    /** The course to follow from a day on; absent where too little is known of both years, or they do not compare. */
    static Optional<Season> of(Series series, LocalDate until, LocalDate end, ForecastTerms terms) {
        LocalDate start = end.minusYears(1);
        Sums now = Sums.NONE;
        Sums then = Sums.NONE;
        int overlap = 0;
        for (var known : series.between(start, until).entrySet()) {
            Optional<Sums> before = series.at(counterpart(known.getKey()));
            if (before.isPresent()) {
                now = now.plus(known.getValue());
                then = then.plus(before.get());
                overlap++;
            }
        }
        int ahead = (int) until.datesUntil(end)
                .filter(day -> series.at(counterpart(day)).isPresent())
                .count();
        boolean enough = overlap >= terms.overlap()
                && terms.suffices(ahead, (int) until.datesUntil(end).count());
        return enough && compare(now.numerator(), then.numerator()) && compare(now.denominator(), then.denominator())
                ? Optional.of(new Season(series, now, then))
                : Optional.empty();
    }

    /** Sums of opposite signs, or one of nothing, have no level to each other. */
    private static boolean compare(BigDecimal now, BigDecimal then) {
        return then.signum() != 0 && now.signum() * then.signum() >= 0;
    }

    /** The same day of last year; of 29 February the 28th. */
    private static LocalDate counterpart(LocalDate day) {
        return day.minusYears(1);
    }

    @Override
    public Method method() {
        return Method.SEASONAL;
    }

    /** Every day to come as last year's at this year's level; one that is not known of last year as the mean of those. */
    @Override
    public NavigableMap<LocalDate, Sums> project(LocalDate from, LocalDate end) {
        NavigableMap<LocalDate, Sums> known = new TreeMap<>();
        from.datesUntil(end).forEach(day -> series.at(counterpart(day)).ifPresent(before -> known.put(day, before)));
        NavigableMap<LocalDate, Sums> expected = new TreeMap<>();
        if (!known.isEmpty()) {
            Sums usual = Sums.total(known.values()).spread(1, known.size());
            from.datesUntil(end).forEach(day -> expected.put(day, levelled(known.getOrDefault(day, usual))));
        }
        return expected;
    }

    private Sums levelled(Sums before) {
        return new Sums(
                before.numerator().multiply(now.numerator()).divide(then.numerator(), Decimals.DIGITS),
                before.denominator().multiply(now.denominator()).divide(then.denominator(), Decimals.DIGITS));
    }
}

package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether an indicator will end its year within its limit if it goes on so, and what is left to stay within.
 *
 * @param forecast what it will end at
 * @param limits the limits after correction, each by the first day of its stretch
 * @param limit the year's limit: those weighted by what is below the line, measured and expected
 * @param within whether the expected value is at most that
 * @param certainty whether its whole range says the same
 * @param margin how far it will lie below the limit; negative when above
 * @param allowance what may still be used
 */
public record QuotaOutlook(
        Forecast.Made forecast,
        NavigableMap<LocalDate, BigDecimal> limits,
        BigDecimal limit,
        boolean within,
        Certainty certainty,
        BigDecimal margin,
        Allowance allowance) {
    /** How sure an outlook is. */
    public enum Certainty {
        /** The whole range lies on the same side of the limit. */
        CLEAR,
        /** The limit lies inside the range. */
        OPEN
    }

    /** Copies its limits. */
    public QuotaOutlook {
        limits = Collections.unmodifiableNavigableMap(new TreeMap<>(limits));
    }

    /**
     * The outlook of a ratio.
     *
     * @param forecast the forecast of the ratio
     * @param limits the limits after correction by the first day that each holds; the earliest no later than 1 January
     * @param least the least that the ratio can be: 0 for energy, 1 for a PUE; absent for one that recovery makes negative
     */
    public static QuotaOutlook of(
            Forecast.Made forecast, NavigableMap<LocalDate, BigDecimal> limits, Optional<BigDecimal> least) {
        if (forecast.shape() != Series.Shape.RATIO) {
            throw new IllegalArgumentException("a limit is of a ratio");
        }
        Course course = forecast.course();
        Sums total = course.total();
        BigDecimal permitted = course.permitted(limits);
        BigDecimal limit = Decimals.published(permitted, total.denominator(), RoundingMode.HALF_EVEN);
        BigDecimal most = permitted.subtract(total.numerator());
        boolean within = most.signum() >= 0;
        boolean clear =
                within ? most.compareTo(forecast.width()) >= 0 : most.negate().compareTo(forecast.width()) > 0;
        return new QuotaOutlook(
                forecast,
                limits,
                limit,
                within,
                clear ? Certainty.CLEAR : Certainty.OPEN,
                limit.subtract(forecast.value().value()),
                Allowance.of(course, permitted, least));
    }

    /** The outlook of a ratio with one limit for the whole year. */
    public static QuotaOutlook of(Forecast.Made forecast, BigDecimal limit, Optional<BigDecimal> least) {
        return of(forecast, new TreeMap<>(Map.of(LocalDate.of(forecast.year(), 1, 1), limit)), least);
    }
}

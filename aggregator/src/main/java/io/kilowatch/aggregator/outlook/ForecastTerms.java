package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;

/**
 * The numbers that the method of forecasting goes by; they are its own and come from no document.
 *
 * @param window how many of the latest known days the daily mean is taken of
 * @param reach how many days back the oldest of them may lie
 * @param least how many known days there must be among them for a forecast at all
 * @param overlap how many days of this year and the last must both be known for last year's course to be followed
 * @param counterparts the share of the days to come that must be known of last year for that
 * @param deviations how many standard deviations of the daily scatter the range has at least
 */
public record ForecastTerms(
        int window, int reach, int least, int overlap, BigDecimal counterparts, BigDecimal deviations) {
    /** Those that are used, and explained in the decision record on forecasts. */
    public static final ForecastTerms STANDARD =
            new ForecastTerms(28, 56, 14, 60, new BigDecimal("0.80"), new BigDecimal("2"));

    /** Refuses numbers that leave nothing to go by. */
    public ForecastTerms {
        if (least < 1 || window < least || reach < window || overlap < 1) {
            throw new IllegalArgumentException("at least one day is needed, in a window within its reach");
        }
        if (counterparts.signum() <= 0 || counterparts.compareTo(BigDecimal.ONE) > 0 || deviations.signum() < 0) {
            throw new IllegalArgumentException("a share is above 0 and at most 1, and a deviation not negative");
        }
    }

    /** Whether so many of so many days are enough to stand for all of them. */
    boolean suffices(int known, int all) {
        return BigDecimal.valueOf(known).compareTo(counterparts.multiply(BigDecimal.valueOf(all))) >= 0;
    }
}

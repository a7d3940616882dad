package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A figure of two exact sums, with what keeps it from being judged.
 *
 * @param numerator the sum above the line; absent where part of it cannot be known
 * @param denominator the sum below the line; positive where there are no reasons
 * @param until how far into the period it reaches, in milliseconds since 1970 UTC
 * @param completeness 0 to 1
 * @param reasons why it cannot be judged
 */
record Ratio(
        Optional<BigDecimal> numerator,
        BigDecimal denominator,
        long until,
        BigDecimal completeness,
        List<Reason> reasons) {
    private static final int PLACES = 6;

    Ratio {
        reasons = List.copyOf(reasons);
    }

    /** The value, rounded half even to six places; absent where nothing is below the line. */
    Optional<BigDecimal> value() {
        return numerator
                .filter(sum -> denominator.signum() > 0)
                .map(sum -> sum.divide(denominator, PLACES, RoundingMode.HALF_EVEN));
    }

    /** Whether the exact quotient is at most a limit. */
    boolean isAtMost(BigDecimal limit) {
        return numerator
                .filter(sum -> sum.compareTo(limit.multiply(denominator)) <= 0)
                .isPresent();
    }
}

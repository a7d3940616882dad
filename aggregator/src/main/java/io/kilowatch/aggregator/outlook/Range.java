package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure that is expected, and between what it may come to lie; to six places, the ends rounded outwards.
 *
 * @param value what is expected
 * @param low the lower end
 * @param high the upper end
 */
public record Range(BigDecimal value, BigDecimal low, BigDecimal high) {
    /** Refuses ends on the wrong side. */
    public Range {
        if (low.compareTo(value) > 0 || high.compareTo(value) < 0) {
            throw new IllegalArgumentException(value + " does not lie between " + low + " and " + high);
        }
    }

    /** That of a sum that may be off by so much, over what is below the line. */
    static Range of(BigDecimal sum, BigDecimal width, BigDecimal below) {
        return new Range(
                Decimals.published(sum, below, RoundingMode.HALF_EVEN),
                Decimals.published(sum.subtract(width), below, RoundingMode.FLOOR),
                Decimals.published(sum.add(width), below, RoundingMode.CEILING));
    }
}

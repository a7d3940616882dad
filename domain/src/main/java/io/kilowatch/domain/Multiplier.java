package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * What a meter's numbers are multiplied by, such as the product of its current and voltage transformer ratios.
 *
 * @param from when it comes into force, in the business calendar; a whole day from its midnight
 * @param value positive
 */
public record Multiplier(LocalDateTime from, BigDecimal value) {
    /** Refuses a value that is not positive. */
    public Multiplier {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a multiplier is positive, not " + value);
        }
    }
}

package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a meter's numbers are multiplied by, such as the product of its current and voltage transformer ratios.
 *
 * @param from the first day it is in force
 * @param value positive
 */
public record Multiplier(LocalDate from, BigDecimal value) {
    /** Refuses a value that is not positive. */
    public Multiplier {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a multiplier is positive, not " + value);
        }
    }
}

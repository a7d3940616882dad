package io.kilowatch.simulators.feed;

import io.kilowatch.domain.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From the unit of a feed to the unit that its meter counts in.
 *
 * @param factor what a number is multiplied by
 */
record UnitChange(BigDecimal factor) {
    static final UnitChange NONE = new UnitChange(BigDecimal.ONE);

    private static final int DIGITS = 12;

    /**
     * The change between two units, which must measure the same and be decimal multiples of each other.
     *
     * @throws IllegalArgumentException if they are not
     */
    static UnitChange between(Unit from, Unit to) {
        if (from.dimension() != to.dimension()) {
            throw new IllegalArgumentException(from.symbol() + " does not measure what " + to.symbol() + " measures");
        }
        try {
            BigDecimal factor = from.toBase().divide(to.toBase(), DIGITS, RoundingMode.UNNECESSARY);
            return new UnitChange(factor.stripTrailingZeros());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(from.symbol() + " is no decimal multiple of " + to.symbol(), e);
        }
    }

    BigDecimal apply(BigDecimal number) {
        return this.equals(NONE) ? number : number.multiply(factor);
    }
}

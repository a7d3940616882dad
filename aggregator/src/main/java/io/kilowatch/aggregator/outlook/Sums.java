package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/**
 * What an indicator sums above and below the line; of a plain sum, the number of days stands below.
 *
 * @param numerator the sum above the line
 * @param denominator the sum below it, already multiplied by the unit's scale
 */
public record Sums(BigDecimal numerator, BigDecimal denominator) {
    /** Nothing. */
    public static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Both together. */
    public Sums plus(Sums other) {
        return new Sums(numerator.add(other.numerator), denominator.add(other.denominator));
    }

    /** The quotient, rounded half even to six places; absent where nothing is below the line. */
    public Optional<BigDecimal> quotient() {
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(Decimals.published(numerator, denominator, RoundingMode.HALF_EVEN));
    }

    /** All of some together. */
    static Sums total(Collection<Sums> all) {
        return all.stream().reduce(NONE, Sums::plus);
    }

    /** As much as this for each of so many days, of which this is the sum over others. */
    Sums spread(int days, int over) {
        return new Sums(share(numerator, days, over), share(denominator, days, over));
    }

    private static BigDecimal share(BigDecimal sum, int days, int over) {
        return sum.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(over), Decimals.DIGITS);
    }
}

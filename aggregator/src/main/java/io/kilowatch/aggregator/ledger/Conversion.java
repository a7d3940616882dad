package io.kilowatch.aggregator.ledger;

import io.kilowatch.aggregator.ledger.Definition.Factor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The exact conversion from a meter's numbers to base units: multiplier times unit factor, by date.
 *
 * <p>What flowed between two numbers is the difference of the two converted numbers, each rounded half even to a
 * millionth. So differences along a register add up to the difference of its ends, whatever the factor.
 */
final class Conversion {
    private final long[] starts;
    private final BigDecimal[] factors;
    private final long[] wholeFactors;

    Conversion(List<Factor> dated) {
        int size = dated.size();
        starts = new long[size];
        factors = new BigDecimal[size];
        wholeFactors = new long[size];
        for (int i = 0; i < size; i++) {
            BigDecimal factor = dated.get(i).value();
            starts[i] = dated.get(i).from();
            factors[i] = factor;
            boolean whole = factor.stripTrailingZeros().scale() <= 0 && factor.precision() - factor.scale() <= 18;
            wholeFactors[i] = whole ? factor.longValueExact() : 0;
        }
    }

    /**
     * What flowed while a number went from one value to another, by the factor in force at an instant.
     *
     * @throws ArithmeticException if it is out of range
     */
    long between(long from, long to, long at) {
        int index = inForce(at);
        long whole = wholeFactors[index];
        if (whole != 0) {
            return Math.multiplyExact(Math.subtractExact(to, from), whole);
        }
        return scaled(to, factors[index]).subtract(scaled(from, factors[index])).longValueExact();
    }

    /** The factor in force at an instant. */
    BigDecimal factor(long at) {
        return factors[inForce(at)];
    }

    private int inForce(long at) {
        int index = starts.length - 1;
        while (index > 0 && starts[index] > at) {
            index--;
        }
        return index;
    }

    private static BigDecimal scaled(long value, BigDecimal factor) {
        return BigDecimal.valueOf(value).multiply(factor).setScale(0, RoundingMode.HALF_EVEN);
    }
}

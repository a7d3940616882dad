package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Multiplier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The exact conversion from a meter's numbers to base units: multiplier times unit factor, by date.
 *
 * <p>What flowed between two numbers is the difference of the two converted numbers, each rounded half even to a
 * millionth. So differences along a register add up to the difference of its ends, whatever the factor.
 */
public final class Conversion {
    private final long[] starts;
    private final BigDecimal[] factors;
    private final long[] wholeFactors;

    /** The conversion of a meter. */
    public Conversion(Meter meter, BusinessCalendar calendar) {
        List<Multiplier> multipliers = meter.multipliers();
        int size = multipliers.size() + 1;
        starts = new long[size];
        factors = new BigDecimal[size];
        wholeFactors = new long[size];
        starts[0] = Long.MIN_VALUE;
        set(0, meter.unit().toBase());
        for (int i = 1; i < size; i++) {
            Multiplier multiplier = multipliers.get(i - 1);
            starts[i] = calendar.instant(multiplier.from());
            set(i, meter.unit().toBase().multiply(multiplier.value()));
        }
    }

    private void set(int index, BigDecimal factor) {
        factors[index] = factor;
        boolean whole = factor.stripTrailingZeros().scale() <= 0 && factor.precision() - factor.scale() <= 18;
        wholeFactors[index] = whole ? factor.longValueExact() : 0;
    }

    /**
     * What flowed while a number went from one value to another, by the factor in force at an instant.
     *
     * @throws ArithmeticException if it is out of range
     */
    public long between(long from, long to, long at) {
        int index = starts.length - 1;
        while (starts[index] > at) {
            index--;
        }
        long whole = wholeFactors[index];
        if (whole != 0) {
            return Math.multiplyExact(Math.subtractExact(to, from), whole);
        }
        return scaled(to, factors[index]).subtract(scaled(from, factors[index])).longValueExact();
    }

    private static BigDecimal scaled(long value, BigDecimal factor) {
        return BigDecimal.valueOf(value).multiply(factor).setScale(0, RoundingMode.HALF_EVEN);
    }
}

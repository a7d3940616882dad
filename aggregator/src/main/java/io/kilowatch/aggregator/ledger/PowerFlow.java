package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import java.math.BigInteger;

/**
 * Instantaneous rates in units per hour, integrated by the trapezoidal rule between neighbours.
 *
 * <p>Neighbours further apart than one and a half intervals contribute nothing: what happened between them is unknown.
 */
final class PowerFlow implements Flow {
    private static final BigInteger TWO_HOURS = BigInteger.valueOf(7_200_000L);

    private final Conversion conversion;
    private final long longestGap;

    PowerFlow(Conversion conversion, ReportingInterval interval) {
        this.conversion = conversion;
        this.longestGap = interval.longest() * 3 / 2;
    }

    @Override
    public ReadingKind kind() {
        return ReadingKind.POWER;
    }

    @Override
    public void single(Point point, int sign, SlotChanges changes) {
        // An instant has no extent.
    }

    @Override
    public void pair(Point earlier, Point later, int sign, SlotChanges changes) {
        long time = later.at() - earlier.at();
        if (time > longestGap) {
            return;
        }
        try {
            long energy = BigInteger.valueOf(earlier.value())
                    .add(BigInteger.valueOf(later.value()))
                    .multiply(BigInteger.valueOf(time))
                    .divide(TWO_HOURS)
                    .longValueExact();
            changes.spread(earlier.at(), later.at(), conversion.between(0, energy, earlier.at()), sign, true);
        } catch (ArithmeticException e) {
            // Out of range: stays uncovered.
        }
    }

    @Override
    public long coveredUntil(Point latest) {
        return latest.at();
    }
}

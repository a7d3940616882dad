package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.ReadingKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Instantaneous rates in units per hour, integrated by the trapezoidal rule between neighbours. */
final class PowerFlow implements Flow {
    private static final long HOUR = 3_600_000L;
    private static final BigDecimal TWO_HOURS = BigDecimal.valueOf(2 * HOUR);

    private final Conversion conversion;
    private final Capacity capacity;
    private final long longestGap;

    PowerFlow(Definition definition) {
        this.conversion = new Conversion(definition.factors());
        this.capacity = new Capacity(definition.maximumPower());
        this.longestGap = Flow.longestMeasured(definition);
    }

    @Override
    public ReadingKind kind() {
        return ReadingKind.POWER;
    }

    @Override
    public Follower begin() {
        return new PowerFollower(this);
    }

    @Override
    public Follower resume(Point beforeLast, Point last) {
        return new PowerFollower(this, last);
    }

    boolean isPossible(Point point) {
        return isPossible(point.value(), point.at());
    }

    private boolean isPossible(long rate, long at) {
        try {
            return capacity.allows(conversion.between(0, rate, at), HOUR);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** Whether they are close enough, and the later rate is possible by the factor in force at the earlier one too. */
    boolean isMeasured(Point from, Point to) {
        return to.at() - from.at() <= longestGap && isPossible(to.value(), from.at());
    }

    /** Half the sum of both rates times the time, by the factor in force at the earlier one, rounded half even once. */
    long energy(Point from, Point to) {
        BigInteger twice = BigInteger.valueOf(from.value())
                .add(BigInteger.valueOf(to.value()))
                .multiply(BigInteger.valueOf(to.at() - from.at()));
        return new BigDecimal(twice)
                .multiply(conversion.factor(from.at()))
                .divide(TWO_HOURS, 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}

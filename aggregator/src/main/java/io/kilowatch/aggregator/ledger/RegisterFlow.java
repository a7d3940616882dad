package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.Micros;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import java.util.Optional;

/**
 * A cumulative register: consumption is the step between neighbours, spread over the time between them.
 *
 * <p>A step back is a rollover where the register's digits are known and the way on through zero is the shorter one;
 * otherwise the two readings contradict each other and contribute nothing, so that the time between them stays
 * uncovered. Time between neighbours counts as measured up to one and a half intervals, as interpolated beyond.
 */
final class RegisterFlow implements Flow {
    private final Conversion conversion;
    private final long modulus;
    private final long longestMeasured;

    RegisterFlow(Conversion conversion, Optional<Integer> digits, ReportingInterval interval) {
        this.conversion = conversion;
        this.modulus = digits.map(RegisterFlow::modulus).orElse(0L);
        this.longestMeasured = interval.longest() * 3 / 2;
    }

    private static long modulus(int digits) {
        long units = 1;
        for (int i = 0; i < digits; i++) {
            units *= 10;
        }
        return Math.multiplyExact(units, Micros.ONE);
    }

    @Override
    public ReadingKind kind() {
        return ReadingKind.REGISTER;
    }

    @Override
    public void single(Point point, int sign, SlotChanges changes) {
        // A register says nothing by itself.
    }

    @Override
    public void pair(Point earlier, Point later, int sign, SlotChanges changes) {
        long amount;
        try {
            long end = later.value();
            if (end < earlier.value()) {
                if (!isRollover(earlier.value(), end)) {
                    return;
                }
                end = Math.addExact(end, modulus);
            }
            amount = conversion.between(earlier.value(), end, earlier.at());
        } catch (ArithmeticException e) {
            return;
        }
        boolean measured = later.at() - earlier.at() <= longestMeasured;
        changes.spread(earlier.at(), later.at(), amount, sign, measured);
    }

    /** Whether a step back is one through zero; one of more than the whole dial is none. */
    private boolean isRollover(long from, long to) {
        long back = Math.subtractExact(from, to);
        return back <= modulus && back >= modulus - modulus / 2;
    }

    @Override
    public long coveredUntil(Point latest) {
        return latest.at();
    }
}

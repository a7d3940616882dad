package io.kilowatch.aggregator.ledger;

import io.kilowatch.aggregator.ledger.Definition.Exchange;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.ReadingKind;
import java.util.List;

/** A cumulative register: consumption is the step between neighbours, spread over the time between them. */
final class RegisterFlow implements Flow {
    private final Conversion conversion;
    private final Capacity capacity;
    private final long dial;
    private final long longestMeasured;
    private final List<Exchange> exchanges;

    RegisterFlow(Definition definition) {
        conversion = new Conversion(definition.factors());
        capacity = new Capacity(definition.maximumPower());
        dial = definition.digits().map(RegisterFlow::dial).orElse(0L);
        longestMeasured = Flow.longestMeasured(definition);
        exchanges = definition.exchanges();
    }

    private static long dial(int digits) {
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
    public Follower begin() {
        return new RegisterFollower(this);
    }

    @Override
    public Follower resume(Point beforeLast, Point last) {
        return new RegisterFollower(this, beforeLast, last);
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    /** Whether the meter's document says how much can flow, so that a jump is seen when it comes. */
    boolean seesJumps() {
        return capacity.isDeclared();
    }

    /** Whether a reading goes on from an earlier one beyond doubt. */
    boolean follows(Point from, Point to) {
        if (to.value() >= from.value()) {
            return isPossible(from, from.value(), to);
        }
        return capacity.isDeclared() && canRollOver(from, to);
    }

    /** Whether the way from one to the other through zero is at most half the dial, and can have flowed. */
    boolean canRollOver(Point from, Point to) {
        if (dial == 0 || to.value() < 0 || from.value() >= dial) {
            return false;
        }
        long back = from.value() - to.value();
        return back <= dial && back >= dial - dial / 2 && isPossible(from, from.value() - dial, to);
    }

    /** Whether a register that was set to zero can have counted up to a reading since another one. */
    boolean canHaveCountedFromZero(Point since, Point to) {
        return capacity.isDeclared() && to.value() >= 0 && isPossible(since, 0, to);
    }

    private boolean isPossible(Point from, long fromValue, Point to) {
        try {
            return capacity.allows(
                    conversion.between(fromValue, to.value(), from.at()), Math.max(1, to.at() - from.at()));
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** What the step from one to the other comes to. */
    void step(Point from, Point to, Effects effects) {
        effects.flow(from.at(), end(from, to), amount(from, to), isMeasured(from, to));
    }

    /** Takes a step back. */
    void unstep(Point from, Point to, Effects effects) {
        effects.unflow(from.at(), end(from, to), amount(from, to), isMeasured(from, to));
    }

    /** What a register comes to that began at zero at some time after a reading. */
    void countFromZero(Point since, Point to, Effects effects) {
        effects.flow(since.at(), end(since, to), conversion.between(0, to.value(), since.at()), false);
    }

    private long amount(Point from, Point to) {
        long begin = to.value() < from.value() ? from.value() - dial : from.value();
        return conversion.between(begin, to.value(), from.at());
    }

    private boolean isMeasured(Point from, Point to) {
        return to.at() - from.at() <= longestMeasured;
    }

    private static long end(Point from, Point to) {
        return to.at() - from.at() > LONGEST_BRIDGED ? from.at() : to.at();
    }
}

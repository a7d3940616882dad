package io.kilowatch.aggregator.ledger;

import io.kilowatch.aggregator.ledger.Definition.Exchange;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import org.jspecify.annotations.Nullable;

/**
 * Follows a register.
 *
 * <p>A reading that goes on from the last good one is good: forward by no more than can have flowed, or through zero where
 * that is known to be possible. Any other is suspect and passed over, so that the next good one bridges it. Two suspect
 * ones that go on from each other and have moved, and a third that goes on from them, are believed: then either the last
 * good one was a misreading upward (it is passed over instead), or the register rolled over, or it was reset. A register
 * that stands still after a contradiction is not believed until it moves.
 */
final class RegisterFollower implements Follower {
    private static final int NOT_SENT = -1;

    private final RegisterFlow flow;
    private @Nullable Point previous;
    private @Nullable Point last;
    private @Nullable Point doubted;
    private @Nullable Point supporter;
    private int nextExchange;

    RegisterFollower(RegisterFlow flow) {
        this.flow = flow;
    }

    RegisterFollower(RegisterFlow flow, Point beforeLast, Point last) {
        this.flow = flow;
        this.previous = beforeLast;
        this.last = last;
        while (nextExchange < flow.exchanges().size()
                && flow.exchanges().get(nextExchange).at() <= last.at()) {
            Exchange exchange = flow.exchanges().get(nextExchange++);
            if (exchange.at() > beforeLast.at()) {
                this.previous = exchange.at() == last.at() ? null : register(exchange.at(), exchange.first());
            }
        }
    }

    @Override
    public void take(Point point, Effects effects) {
        while (nextExchange < flow.exchanges().size()
                && flow.exchanges().get(nextExchange).at() <= point.at()) {
            exchange(flow.exchanges().get(nextExchange++), effects);
        }
        if (last == null || last.at() == point.at()) {
            begin(point, effects);
        } else if (flow.follows(last, point)) {
            flow.step(last, point, effects);
            goOnFrom(last, point, effects);
        } else if (supporter != null && flow.follows(supporter, point)) {
            believe(last, point, effects);
        } else {
            doubt(last, point, effects);
        }
    }

    /** The first of a register; what stood at the same instant was only the word of an exchange. */
    private void begin(Point point, Effects effects) {
        previous = null;
        last = point;
        effects.good(point);
    }

    private void goOnFrom(@Nullable Point before, Point point, Effects effects) {
        previous = before;
        last = point;
        doubted = null;
        supporter = null;
        effects.good(point);
    }

    private void doubt(Point good, Point point, Effects effects) {
        boolean supports = doubted != null
                && supporter == null
                && point.value() != doubted.value()
                && flow.follows(doubted, point);
        if (supports) {
            supporter = point;
        } else {
            doubted = point;
            supporter = null;
        }
        effects.mark(point, point.value() == 0 ? Mark.ZERO : point.value() < good.value() ? Mark.STEP_BACK : Mark.JUMP);
    }

    /** Believes the doubted ones now that a third goes on from them. */
    private void believe(Point good, Point point, Effects effects) {
        Point first = doubted;
        Point second = supporter;
        if (first == null || second == null) {
            return;
        }
        effects.mark(first, join(good, first, effects));
        flow.step(first, second, effects);
        effects.mark(second, Mark.CONFIRMED);
        flow.step(second, point, effects);
        goOnFrom(second, point, effects);
    }

    /** How the believed ones hang together with what was good before. */
    private Mark join(Point good, Point first, Effects effects) {
        Point before = previous;
        if (!flow.seesJumps() && before != null && first.value() < good.value() && flow.follows(before, first)) {
            flow.unstep(before, good, effects);
            effects.mark(good, Mark.JUMP);
            flow.step(before, first, effects);
            return Mark.CONFIRMED;
        }
        if (first.value() < good.value() && flow.canRollOver(good, first)) {
            flow.step(good, first, effects);
            return Mark.CONFIRMED;
        }
        if (flow.canHaveCountedFromZero(good, first)) {
            flow.countFromZero(good, first, effects);
        }
        return Mark.RESET;
    }

    private void exchange(Exchange exchange, Effects effects) {
        Point good = last;
        if (good != null && good.at() < exchange.at()) {
            Point end = register(exchange.at(), exchange.last());
            if (flow.follows(good, end)) {
                flow.step(good, end, effects);
            } else if (supporter != null && flow.follows(supporter, end)) {
                believe(good, end, effects);
            }
        }
        previous = null;
        last = register(exchange.at(), exchange.first());
        doubted = null;
        supporter = null;
    }

    private static Point register(long at, long value) {
        return new Point(at, value, ReadingKind.REGISTER, ReadingSource.MANUAL, at, NOT_SENT, NOT_SENT, Mark.GOOD);
    }

    @Override
    public long coveredUntil() {
        return last == null ? Long.MIN_VALUE : last.at();
    }

    @Override
    public boolean standsWhere(Follower other) {
        return other instanceof RegisterFollower that
                && Point.tellTheSame(last, that.last)
                && Point.tellTheSame(doubted, that.doubted)
                && Point.tellTheSame(supporter, that.supporter)
                && (flow.seesJumps() || Point.tellTheSame(previous, that.previous))
                && nextExchange == that.nextExchange;
    }
}

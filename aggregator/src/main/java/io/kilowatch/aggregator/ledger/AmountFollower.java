package io.kilowatch.aggregator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Follows amounts of intervals.
 *
 * <p>An amount that begins before the middle of the interval before it speaks of the same interval and is suspect, as is one
 * of more than can have flowed. One that begins later but before that interval's end cuts it short.
 */
final class AmountFollower implements Follower {
    private final AmountFlow flow;
    private @Nullable Point last;
    private long end = Long.MIN_VALUE;

    AmountFollower(AmountFlow flow) {
        this.flow = flow;
    }

    AmountFollower(AmountFlow flow, Point last) {
        this.flow = flow;
        this.last = last;
        this.end = flow.end(last);
    }

    @Override
    public void take(Point point, Effects effects) {
        Point before = last;
        if (!flow.isPossible(point)) {
            effects.mark(point, Mark.JUMP);
            return;
        }
        if (before != null && point.at() < end) {
            if (point.at() - before.at() < end - point.at()) {
                effects.mark(point, Mark.OVERLAP);
                return;
            }
            long amount = flow.amount(before);
            effects.unflow(before.at(), end, amount, true);
            effects.flow(before.at(), point.at(), amount, true);
        }
        last = point;
        end = flow.end(point);
        effects.flow(point.at(), end, flow.amount(point), true);
        effects.good(point);
    }

    @Override
    public long coveredUntil() {
        return end;
    }

    @Override
    public boolean standsWhere(Follower other) {
        return other instanceof AmountFollower that && end == that.end && Point.tellTheSame(last, that.last);
    }
}

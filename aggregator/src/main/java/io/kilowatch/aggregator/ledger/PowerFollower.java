package io.kilowatch.aggregator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Follows rates.
 *
 * <p>A rate beyond what can flow is suspect and passed over. Between neighbours further apart than one and a half intervals
 * nothing is known, nor where the multiplier changes in between and the later rate is beyond what can flow by the old one.
 */
final class PowerFollower implements Follower {
    private final PowerFlow flow;
    private @Nullable Point last;

    PowerFollower(PowerFlow flow) {
        this.flow = flow;
    }

    PowerFollower(PowerFlow flow, Point last) {
        this.flow = flow;
        this.last = last;
    }

    @Override
    public void take(Point point, Effects effects) {
        Point before = last;
        if (!flow.isPossible(point)) {
            effects.mark(point, Mark.JUMP);
            return;
        }
        if (before != null && flow.isMeasured(before, point)) {
            effects.flow(before.at(), point.at(), flow.energy(before, point), true);
        }
        last = point;
        effects.good(point);
    }

    @Override
    public long coveredUntil() {
        return last == null ? Long.MIN_VALUE : last.at();
    }

    @Override
    public boolean standsWhere(Follower other) {
        return other instanceof PowerFollower that && Point.tellTheSame(last, that.last);
    }
}

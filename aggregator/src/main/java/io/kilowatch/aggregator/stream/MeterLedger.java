package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Follower;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.domain.Slot;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where one meter's readings and slots end: what is needed to go on without asking the database. */
final class MeterLedger {
    private final int id;
    private final @Nullable Flow flow;
    private @Nullable Follower follower;
    private long latest;
    private long frontier;
    private final long edge;

    MeterLedger(int id, @Nullable Flow flow, Part tail, OptionalLong latestSlot, OptionalLong edge) {
        this.id = id;
        this.flow = flow;
        List<Point> points = tail.points();
        this.follower = flow == null ? null : Timeline.follow(flow, tail).orElse(null);
        this.latest = points.isEmpty()
                ? Long.MIN_VALUE
                : points.get(points.size() - 1).at();
        this.edge = edge.orElse(Long.MIN_VALUE);
        this.frontier = latestSlot.isPresent() ? latestSlot.getAsLong() + Slot.LENGTH : Long.MIN_VALUE;
    }

    /** One that has no readings yet. */
    static MeterLedger empty(int id, @Nullable Flow flow) {
        return new MeterLedger(id, flow, new Part(List.of(), true, true), OptionalLong.empty(), OptionalLong.empty());
    }

    int id() {
        return id;
    }

    /** Absent while the meter is not registered. */
    @Nullable
    Flow flow() {
        return flow;
    }

    /** One who stands at its latest reading; absent where more has to be read to know how things stand there. */
    @Nullable
    Follower follower() {
        return follower;
    }

    /** Has another follower, who stands at the latest reading. */
    void followWith(Follower other) {
        follower = other;
    }

    /** Nothing is entered before it: the readings that lay there are gone. */
    long edge() {
        return edge;
    }

    /** No slot is stored from here on. */
    long frontier() {
        return frontier;
    }

    /** Whether readings that start at an instant follow all that is stored, so that nothing needs to be asked. */
    boolean isAhead(long at) {
        return at > latest && (flow == null || follower != null);
    }

    /** The instant of its latest reading. */
    long latest() {
        return latest;
    }

    /** Whether a reading of an instant would be the latest. */
    boolean isLatest(long at) {
        return at > latest;
    }

    /** The end of the time that its readings cover. */
    long coveredUntil() {
        return follower == null ? Long.MIN_VALUE : follower.coveredUntil();
    }

    /** Takes note of a reading that has been entered. */
    void entered(long at) {
        latest = Math.max(latest, at);
    }

    /** Takes note of a slot that is stored now. */
    void stored(long slot) {
        frontier = Math.max(frontier, slot + Slot.LENGTH);
    }
}

package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Slot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where one meter's readings and slots end: what is needed to go on without asking the database. */
final class MeterLedger {
    private final int id;
    private final @Nullable Flow flow;
    private @Nullable Point tail;
    private long frontier;

    MeterLedger(int id, @Nullable Flow flow, Optional<Point> latest, OptionalLong latestSlot) {
        this.id = id;
        this.flow = flow;
        this.tail = latest.orElse(null);
        this.frontier = latestSlot.isPresent() ? latestSlot.getAsLong() + Slot.LENGTH : Long.MIN_VALUE;
    }

    /**
     * What its slots are computed with, as text: two meters with the same text have the same slots from the same
     * readings.
     */
    static String definition(Meter meter) {
        return meter.kind().word()
                + '|'
                + meter.unit().symbol()
                + '|'
                + meter.multipliers()
                + '|'
                + meter.digits().map(String::valueOf).orElse("")
                + '|'
                + meter.interval();
    }

    int id() {
        return id;
    }

    /** Absent while the meter is not registered. */
    @Nullable
    Flow flow() {
        return flow;
    }

    /** Its latest reading. */
    @Nullable
    Point tail() {
        return tail;
    }

    /** No slot is stored from here on. */
    long frontier() {
        return frontier;
    }

    /** Whether readings that start at an instant follow all that is stored, so that nothing needs to be asked. */
    boolean isAhead(long at) {
        return tail == null || (at > tail.at() && (flow == null || flow.kind() == tail.kind()));
    }

    /** The end of the time that its readings cover. */
    long coveredUntil() {
        return tail == null || flow == null ? Long.MIN_VALUE : flow.coveredUntil(tail);
    }

    /** Takes note of readings that have been entered. */
    void entered(List<Point> points) {
        for (Point point : points) {
            if (tail == null || point.at() >= tail.at()) {
                tail = point;
            }
        }
    }

    /** Takes note of a slot that is stored now. */
    void stored(long slot) {
        frontier = Math.max(frontier, slot + Slot.LENGTH);
    }
}

package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Claims;
import io.kilowatch.aggregator.ledger.Effects;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Follower;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.ledger.Timeline;
import io.kilowatch.aggregator.ledger.Timeline.Entered;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one poll's readings of one meter come to. */
final class MeterPosting {
    private final MeterLedger meter;
    private final SlotChanges changes = new SlotChanges();
    private final List<Point> settled = new ArrayList<>();
    private final List<Point> aside = new ArrayList<>(0);
    private final List<Point> takenUp = new ArrayList<>(0);
    private final Map<Long, Mark> marks = new HashMap<>(0);
    private int added;
    private boolean restates;

    MeterPosting(MeterLedger meter) {
        this.meter = meter;
    }

    MeterLedger meter() {
        return meter;
    }

    /** What is to be added to its slots. */
    SlotChanges changes() {
        return changes;
    }

    /** Whether a reading took the place of one that said something else. */
    boolean restates() {
        return restates;
    }

    /**
     * Settles claims of an instant.
     *
     * @return the reading that counts there from now on, if that is another than before
     */
    Optional<Point> settle(@Nullable Point stored, List<Point> storedAside, List<Point> entering) {
        if (stored != null && entering.size() == 1 && entering.get(0).repeats(stored)) {
            aside.add(entering.get(0));
            return Optional.empty();
        }
        Claims.Settled claims = Claims.settle(stored, storedAside, entering);
        aside.addAll(claims.aside());
        takenUp.addAll(claims.takenUp());
        added += stored == null ? 1 : 0;
        restates |= stored != null && !stored.agreesWith(claims.counting());
        return stored != null && stored.is(claims.counting()) ? Optional.empty() : Optional.of(claims.counting());
    }

    /**
     * Enters readings among those stored.
     *
     * @param around the stored ones around them, none shared by two
     * @param entering settled ones, in time order
     * @return false if one of the parts does not reach far enough; nothing has been entered then
     */
    boolean enterAmong(List<Surroundings> around, List<Point> entering) {
        Flow flow = meter.flow();
        if (flow == null) {
            entering.forEach(point -> settled.add(point.marked(Mark.UNREGISTERED)));
            return true;
        }
        SlotChanges more = new SlotChanges();
        Map<Long, Mark> moreMarks = new HashMap<>();
        @Nullable Follower atEnd = null;
        for (Surroundings one : around) {
            List<Point> within = entering.stream()
                    .filter(point -> point.at() >= one.first() && point.at() <= one.last())
                    .toList();
            if (within.isEmpty()) {
                continue; // all that it was read for repeats what is stored
            }
            Optional<Entered> entered = Timeline.enter(flow, one.part(), within, more);
            if (entered.isEmpty()) {
                return false;
            }
            moreMarks.putAll(entered.get().marks());
            atEnd = one.part().toEnd() ? entered.get().follower() : atEnd;
        }
        more.compact();
        changes.addAll(more);
        marks.putAll(moreMarks);
        settled.addAll(entering);
        if (atEnd != null) {
            meter.followWith(atEnd);
        }
        return true;
    }

    /** Enters readings after all that are stored; settled ones, in time order. */
    void enterAhead(List<Point> entering) {
        Flow flow = meter.flow();
        Follower follower = meter.follower();
        if (flow == null || follower == null) {
            entering.forEach(point -> settled.add(point.marked(Mark.UNREGISTERED)));
            return;
        }
        Effects effects = Effects.adding(changes);
        for (Point point : entering) {
            Timeline.take(flow, follower, point, effects);
            settled.add(point);
        }
        marks.putAll(effects.marks());
    }

    /** To be called when all is entered and before {@link #changes} is read. */
    void close() {
        changes.compact();
    }

    /** Hands everything to the stores and takes note of it in memory. Gives the number of instants that were new. */
    int write(ReadingStore readings, SlotStore slots) {
        for (Point point : settled) {
            Mark mark = marks.remove(point.at());
            Point marked = mark == null ? point : point.marked(mark);
            if (meter.isLatest(point.at())) {
                readings.addAhead(meter.id(), marked);
            } else {
                readings.addAmong(meter.id(), marked);
            }
        }
        settled.forEach(point -> meter.entered(point.at()));
        aside.forEach(point -> readings.addAside(meter.id(), point));
        takenUp.forEach(point -> readings.takeUp(meter.id(), point));
        marks.forEach((at, mark) -> readings.mark(meter.id(), at, mark));
        slots.add(meter.id(), changes, meter.frontier());
        if (changes.size() > 0) {
            meter.stored(changes.slot(changes.size() - 1));
        }
        return added;
    }
}

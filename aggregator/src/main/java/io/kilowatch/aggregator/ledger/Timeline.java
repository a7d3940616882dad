package io.kilowatch.aggregator.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings of one meter entering among those stored.
 *
 * <p>The stored ones given must hold, for every reading that enters, the neighbour before it, the one of the same
 * instant and the neighbour after it, where they exist. The result depends on the set of readings alone: entering them
 * in any order, in any portions and more than once gives the same slots.
 */
public final class Timeline {
    private Timeline() {}

    /**
     * What entering comes to.
     *
     * @param added readings of instants that had none
     * @param replacing readings that take the place of a stored one of the same instant
     * @param superseded readings that are kept aside: the ones replaced, and late ones of a value already replaced
     */
    public record Entry(List<Point> added, List<Point> replacing, List<Point> superseded) {}

    /**
     * Enters readings.
     *
     * @param flow the meter's flow; absent for a meter that is not registered, whose readings are only kept
     * @param stored in time order, one per instant
     * @param entering in time order, several per instant allowed
     * @param changes receives what is to be added to the slots
     */
    public static Entry enter(@Nullable Flow flow, List<Point> stored, List<Point> entering, SlotChanges changes) {
        Entry entry = new Entry(new ArrayList<>(entering.size()), new ArrayList<>(0), new ArrayList<>(0));
        Walk walk = new Walk(flow, changes);
        int s = 0;
        int e = 0;
        while (e < entering.size() || s < stored.size()) {
            long at = next(stored, s, entering, e);
            Point before = s < stored.size() && stored.get(s).at() == at ? stored.get(s++) : null;
            Point now = before;
            boolean entered = false;
            for (; e < entering.size() && entering.get(e).at() == at; e++) {
                boolean wins = now == null || entering.get(e).supersedes(now);
                if (now != null && !entering.get(e).agreesWith(now)) {
                    entry.superseded.add(wins ? now : entering.get(e));
                }
                now = wins ? entering.get(e) : now;
                entered |= wins;
            }
            if (entered && now != null) {
                (before == null ? entry.added : entry.replacing).add(now);
            }
            walk.step(before, now);
        }
        changes.compact();
        return entry;
    }

    private static long next(List<Point> stored, int s, List<Point> entering, int e) {
        long nextStored = s < stored.size() ? stored.get(s).at() : Long.MAX_VALUE;
        long nextEntering = e < entering.size() ? entering.get(e).at() : Long.MAX_VALUE;
        return Math.min(nextStored, nextEntering);
    }

    /** Takes back what old neighbours contributed and adds what new ones do, in one pass over both. */
    private static final class Walk {
        private final @Nullable Flow flow;
        private final SlotChanges changes;
        private @Nullable Point oldPrevious;
        private @Nullable Point newPrevious;
        private boolean changedSinceOld;
        private boolean previousChanged;

        Walk(@Nullable Flow flow, SlotChanges changes) {
            this.flow = flow;
            this.changes = changes;
        }

        void step(@Nullable Point before, @Nullable Point now) {
            if (flow == null) {
                return;
            }
            Point from = relevant(flow, before);
            Point to = relevant(flow, now);
            boolean changed = from == null ? to != null : to == null || from.value() != to.value();
            changedSinceOld |= changed;
            if (from != null) {
                takeBack(flow, from, changed);
            }
            if (to != null) {
                add(flow, to, changed);
            } else {
                previousChanged |= changed;
            }
        }

        private void takeBack(Flow flow, Point from, boolean changed) {
            if (changed) {
                flow.single(from, -1, changes);
            }
            if (changedSinceOld && oldPrevious != null) {
                flow.pair(oldPrevious, from, -1, changes);
            }
            oldPrevious = from;
            changedSinceOld = changed;
        }

        private void add(Flow flow, Point to, boolean changed) {
            if (changed) {
                flow.single(to, 1, changes);
            }
            if ((changed || previousChanged) && newPrevious != null) {
                flow.pair(newPrevious, to, 1, changes);
            }
            newPrevious = to;
            previousChanged = changed;
        }

        private static @Nullable Point relevant(Flow flow, @Nullable Point point) {
            return point != null && point.kind() == flow.kind() ? point : null;
        }
    }
}

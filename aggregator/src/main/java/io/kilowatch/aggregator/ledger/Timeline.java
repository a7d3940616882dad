package io.kilowatch.aggregator.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Readings of one meter entering among those stored.
 *
 * <p>From the last reading before them that is beyond doubt the stored ones are followed once more and what they came to is
 * taken back, while the stored and the new ones together are followed and added. Where both followers stand alike again,
 * nothing further on changes.
 */
public final class Timeline {
    private Timeline() {}

    /**
     * A part of a meter's stored readings, without a gap, in time order.
     *
     * @param points one per instant
     * @param fromStart whether nothing is stored before it
     * @param toEnd whether nothing is stored after it
     */
    public record Part(List<Point> points, boolean fromStart, boolean toEnd) {}

    /**
     * What entering comes to.
     *
     * @param marks the marks that change, by instant
     * @param follower stands at the part's end
     */
    public record Entered(Map<Long, Mark> marks, Follower follower) {}

    /**
     * Enters readings.
     *
     * @param entering in time order, one per instant, within the part or after its end; one of an instant that is stored
     *     takes its place
     * @param changes receives what is to be added to the slots
     * @return absent if the part does not reach far enough; {@code changes} is then of no use
     */
    public static Optional<Entered> enter(Flow flow, Part part, List<Point> entering, SlotChanges changes) {
        int begin = beginning(flow, part.points(), entering.get(0).at());
        if (begin < 0 && !part.fromStart()) {
            return Optional.empty();
        }
        List<Point> points = part.points();
        Follower before = follower(flow, points, begin);
        Follower after = follower(flow, points, begin);
        Effects taken = Effects.takingBack(changes);
        Effects added = Effects.adding(changes);
        int e = 0;
        for (int s = begin + 1; s < points.size() || e < entering.size(); ) {
            Point stored = s < points.size() ? points.get(s) : null;
            Point enters = e < entering.size() ? entering.get(e) : null;
            if (stored != null && (enters == null || stored.at() <= enters.at())) {
                take(flow, before, stored, taken);
                s++;
            }
            if (enters != null && (stored == null || enters.at() <= stored.at())) {
                take(flow, after, enters, added);
                e++;
            } else if (stored != null) {
                take(flow, after, stored, added);
            }
        }
        if (!part.toEnd() && !after.standsWhere(before)) {
            return Optional.empty();
        }
        keepMarks(points.subList(begin + 1, points.size()), entering, taken.marks(), added.marks());
        return Optional.of(new Entered(added.marks(), after));
    }

    /**
     * An instant of which both followers say the same keeps its mark: it may be what came of a doubt beyond the part.
     *
     * @param after the marks that differ from those that the readings followed bear; those to be written when it returns
     */
    private static void keepMarks(
            List<Point> stored, List<Point> entering, Map<Long, Mark> before, Map<Long, Mark> after) {
        Map<Long, Mark> borne = new HashMap<>();
        entering.forEach(point -> borne.put(point.at(), point.mark()));
        for (Point point : stored) {
            Mark bears = borne.getOrDefault(point.at(), point.mark());
            Mark then = before.getOrDefault(point.at(), point.mark());
            if (after.getOrDefault(point.at(), bears) != then) {
                continue;
            }
            if (bears == point.mark()) {
                after.remove(point.at());
            } else {
                after.put(point.at(), point.mark());
            }
        }
    }

    /** One who stands at a part's end; absent if the part does not reach far enough back. */
    public static Optional<Follower> follow(Flow flow, Part part) {
        List<Point> points = part.points();
        int begin = beginning(flow, points, Long.MAX_VALUE);
        if (begin < 0 && !part.fromStart()) {
            return Optional.empty();
        }
        Follower follower = follower(flow, points, begin);
        Effects unused = Effects.adding(new SlotChanges());
        for (int i = begin + 1; i < points.size(); i++) {
            take(flow, follower, points.get(i), unused);
        }
        return Optional.of(follower);
    }

    /** Takes a reading whatever its kind. */
    public static void take(Flow flow, Follower follower, Point point, Effects effects) {
        if (point.kind() == flow.kind()) {
            follower.take(point, effects);
        } else {
            effects.mark(point, Mark.OTHER_KIND);
        }
    }

    /** The last reading before an instant that is beyond doubt and has one that counts before it; -1 for none. */
    private static int beginning(Flow flow, List<Point> points, long instant) {
        int candidate = -1;
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            if (point.at() >= instant || point.kind() != flow.kind()) {
                continue;
            }
            if (candidate >= 0 && point.mark().counts()) {
                return candidate;
            }
            if (candidate < 0 && point.mark() == Mark.GOOD) {
                candidate = i;
            }
        }
        return -1;
    }

    private static Follower follower(Flow flow, List<Point> points, int begin) {
        if (begin < 0) {
            return flow.begin();
        }
        @Nullable Point beforeLast = null;
        for (int i = begin - 1; i >= 0 && beforeLast == null; i--) {
            Point point = points.get(i);
            beforeLast = point.kind() == flow.kind() && point.mark().counts() ? point : null;
        }
        return beforeLast == null ? flow.begin() : flow.resume(beforeLast, points.get(begin));
    }
}

package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a meter's readings with what it was read for.
 *
 * @param first the first place in it
 * @param last the last place in it
 */
public record Surroundings(long first, long last, Part part) {
    /**
     * Reads what lies around some stretches, by meter: all readings within, and some before and after. Stretches whose
     * surroundings meet become one.
     *
     * @param latest the instant of each meter's latest reading
     * @param margin how far to look at first, in milliseconds; where it lacks readings they are looked for without bounds
     * @param reach how many before and how many after are wanted
     */
    public static Map<Integer, List<Surroundings>> of(
            Connection connection, List<Stretch> stretches, Map<Integer, Long> latest, long margin, int reach)
            throws SQLException {
        List<Found> all = new ArrayList<>(stretches.size());
        List<Stretch> widened = new ArrayList<>(stretches.size());
        for (Stretch stretch : stretches) {
            all.add(new Found(
                    stretch, stretch.last() + margin >= latest.getOrDefault(stretch.meter(), Long.MAX_VALUE)));
            widened.add(stretch.widened(margin));
        }
        Readings readings = new Readings();
        readings.within(connection, widened, (point, number) -> all.get(number).add(point));
        List<Found> lonely = all.stream().filter(one -> one.lacks(reach)).toList();
        lonely.forEach(Found::forget);
        readings.around(
                connection,
                lonely.stream().map(one -> one.stretch).toList(),
                reach,
                (point, number) -> lonely.get(number).add(point));
        return joined(all, reach);
    }

    private static Map<Integer, List<Surroundings>> joined(List<Found> found, int reach) {
        found.sort(Comparator.comparingInt((Found one) -> one.stretch.meter())
                .thenComparingLong(one -> one.stretch.first()));
        Map<Integer, List<Surroundings>> joined = new HashMap<>();
        Found open = null;
        for (Found next : found) {
            if (open != null && open.touches(next)) {
                open.join(next);
                continue;
            }
            if (open != null) {
                open.close(joined, reach);
            }
            open = next;
        }
        if (open != null) {
            open.close(joined, reach);
        }
        return joined;
    }

    /** What was found around one stretch, or around several that share readings. */
    private static final class Found {
        private final Stretch stretch;
        private final TreeMap<Long, Point> points = new TreeMap<>();
        private boolean toEnd;
        private long last;
        private int before;
        private int after;

        Found(Stretch stretch, boolean toEnd) {
            this.stretch = stretch;
            this.toEnd = toEnd;
            this.last = stretch.last();
        }

        void add(Point point) {
            points.put(point.at(), point);
            before += point.at() < stretch.first() ? 1 : 0;
            after += point.at() > stretch.last() ? 1 : 0;
        }

        boolean lacks(int reach) {
            return before < reach || (after < reach && !toEnd);
        }

        void forget() {
            toEnd = false;
            points.clear();
            before = 0;
            after = 0;
        }

        boolean touches(Found next) {
            return stretch.meter() == next.stretch.meter()
                    && (points.isEmpty() || next.points.isEmpty() || next.points.firstKey() <= points.lastKey());
        }

        void join(Found next) {
            points.putAll(next.points);
            toEnd = next.toEnd;
            last = next.last;
            after = next.after;
        }

        void close(Map<Integer, List<Surroundings>> joined, int reach) {
            Part part = new Part(List.copyOf(points.values()), before < reach, toEnd || after < reach);
            joined.computeIfAbsent(stretch.meter(), meter -> new ArrayList<>())
                    .add(new Surroundings(stretch.first(), last, part));
        }
    }
}

package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What is stored within and around some stretches: looked for near them first, and wherever it is only where that lacks. */
public final class Neighbourhoods {
    private final Readings readings = new Readings();
    private final List<Found> all = new ArrayList<>();

    /**
     * Takes up a stretch.
     *
     * @param latest the instant of its meter's latest reading
     * @param margin how far to look at first on both sides, in milliseconds
     * @return its number
     */
    public int add(Stretch stretch, long latest, long margin) {
        all.add(new Found(stretch, latest, margin));
        return all.size() - 1;
    }

    /** Looks within the margins of all of them. */
    public void look(Connection connection) throws SQLException {
        List<Stretch> widened =
                all.stream().map(one -> one.stretch.widened(one.margin)).toList();
        readings.within(connection, widened, (point, number) -> all.get(number).add(point));
    }

    /** What has been found within and around one of them, in time order. */
    public Collection<Point> points(int number) {
        return all.get(number).points.values();
    }

    /**
     * Looks further around those where it is needed, until there are enough readings on both sides or no more.
     *
     * @param needed which of them
     * @param reach how many readings before and how many after are enough
     * @return by meter; those that share readings are one
     */
    public Map<Integer, List<Surroundings>> reaching(Connection connection, IntPredicate needed, int reach)
            throws SQLException {
        List<Found> wanted = new ArrayList<>();
        List<Found> lonely = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            if (needed.test(number)) {
                Found one = all.get(number);
                wanted.add(one);
                if (one.lacks(reach)) {
                    one.forget();
                    lonely.add(one);
                }
            }
        }
        readings.around(
                connection,
                lonely.stream().map(one -> one.stretch).toList(),
                reach,
                (point, number) -> lonely.get(number).add(point));
        return joined(wanted, reach);
    }

    private static Map<Integer, List<Surroundings>> joined(List<Found> found, int reach) {
        found.sort(Comparator.comparingInt((Found one) -> one.stretch.meter())
                .thenComparingLong(one -> one.stretch.first()));
        Map<Integer, List<Surroundings>> joined = new HashMap<>();
        Union open = null;
        for (Found next : found) {
            if (open != null && open.touches(next)) {
                open.join(next);
                continue;
            }
            if (open != null) {
                open.close(joined, reach);
            }
            open = new Union(next);
        }
        if (open != null) {
            open.close(joined, reach);
        }
        return joined;
    }

    /** What was found around one stretch. */
    private static final class Found {
        private final Stretch stretch;
        private final long margin;
        private final TreeMap<Long, Point> points = new TreeMap<>();
        private boolean toEnd;
        private int before;
        private int after;

        Found(Stretch stretch, long latest, long margin) {
            this.stretch = stretch;
            this.margin = margin;
            this.toEnd = stretch.last() + margin >= latest;
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
    }

    /** What was found around one stretch after another that share readings. */
    private static final class Union {
        private final Found first;
        private final TreeMap<Long, Point> points;
        private Found last;

        Union(Found first) {
            this.first = first;
            this.last = first;
            this.points = new TreeMap<>(first.points);
        }

        boolean touches(Found next) {
            return last.stretch.meter() == next.stretch.meter()
                    && (points.isEmpty() || next.points.isEmpty() || next.points.firstKey() <= points.lastKey());
        }

        void join(Found next) {
            points.putAll(next.points);
            last = next;
        }

        void close(Map<Integer, List<Surroundings>> joined, int reach) {
            Part part = new Part(List.copyOf(points.values()), first.before < reach, last.toEnd || last.after < reach);
            joined.computeIfAbsent(first.stretch.meter(), meter -> new ArrayList<>())
                    .add(new Surroundings(first.stretch.first(), last.stretch.last(), part));
        }
    }
}

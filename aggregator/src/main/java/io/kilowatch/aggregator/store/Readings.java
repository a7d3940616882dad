package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads stored readings. */
public final class Readings {
    private static final long DAY = 86_400_000L;
    private static final long WEEK = 7 * DAY;
    private static final int FETCHED_AT_ONCE = 10_000;

    /**
     * An instant of a meter.
     *
     * @param meter the meter's number
     * @param at milliseconds since 1970 UTC
     */
    public record Place(int meter, long at) {}

    /** The readings that count at some places, where there are any. */
    public Map<Place, Point> at(Connection connection, Collection<Place> places) throws SQLException {
        Map<Place, Point> found = new HashMap<>();
        inWeeks(connection, "reading", places, found::put);
        return found;
    }

    /** The readings kept aside at some places. */
    public Map<Place, List<Point>> asideAt(Connection connection, Collection<Place> places) throws SQLException {
        Map<Place, List<Point>> found = new HashMap<>();
        inWeeks(
                connection,
                "reading_aside",
                places,
                (place, point) ->
                        found.computeIfAbsent(place, one -> new ArrayList<>()).add(point));
        return found;
    }

    private interface Taker {
        void take(Place place, Point point);
    }

    /** Week by week, so that only the chunks of that week are searched. */
    private static void inWeeks(Connection connection, String table, Collection<Place> places, Taker taker)
            throws SQLException {
        Map<Long, List<Place>> weeks = new TreeMap<>();
        for (Place place : places) {
            weeks.computeIfAbsent(Math.floorDiv(place.at(), WEEK), week -> new ArrayList<>())
                    .add(place);
        }
        for (Map.Entry<Long, List<Place>> week : weeks.entrySet()) {
            String sql = "SELECT q.meter," + Rows.POINT
                    + """
                     FROM unnest(?::int[], ?::bigint[]) AS q (meter, at)
                    JOIN %s r ON r.meter = q.meter AND r.at = timestamptz 'epoch' + q.at * interval '1 millisecond'
                    WHERE r.at >= %s AND r.at < %s
                    """.formatted(table, instant(week.getKey() * WEEK), instant((week.getKey() + 1) * WEEK));
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(FETCHED_AT_ONCE);
                select.setArray(1, Rows.array(connection, "int4", week.getValue(), Place::meter));
                select.setArray(2, Rows.array(connection, "int8", week.getValue(), Place::at));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Point point = Rows.point(rows, 2);
                        taker.take(new Place(rows.getInt(1), point.at()), point);
                    }
                }
            }
        }
    }

    /**
     * A part of a meter's readings with what it was read for.
     *
     * @param first the first place in it
     * @param last the last place in it
     */
    public record Surroundings(long first, long last, Part part) {}

    /**
     * What lies around stretches, by meter: all readings within, and some before and after.
     *
     * @param reach how many before and how many after
     */
    public Map<Integer, List<Surroundings>> around(Connection connection, List<Stretch> stretches, int reach)
            throws SQLException {
        Map<Long, List<Found>> weeks = new TreeMap<>();
        List<Found> all = new ArrayList<>(stretches.size());
        for (Stretch stretch : stretches) {
            Found found = new Found(stretch);
            all.add(found);
            weeks.computeIfAbsent(Math.floorDiv(stretch.first(), WEEK), week -> new ArrayList<>())
                    .add(found);
        }
        List<Found> lonely = new ArrayList<>();
        for (List<Found> week : weeks.values()) {
            long first =
                    week.stream().mapToLong(one -> one.stretch.first()).min().orElseThrow();
            long last = week.stream().mapToLong(one -> one.stretch.last()).max().orElseThrow();
            find(
                    connection,
                    week,
                    reach,
                    "AND r.at >= %s AND r.at <= %s".formatted(instant(first - DAY), instant(last + DAY)));
            week.stream().filter(one -> one.lacks(reach)).forEach(lonely::add);
        }
        lonely.forEach(Found::forget);
        find(connection, lonely, reach, "");
        return parts(all, reach);
    }

    /** Within bounds that are written out, so that only the chunks there are searched. */
    private static void find(Connection connection, List<Found> wanted, int reach, String bounds) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        String sql = "SELECT q.number, q.side," + Rows.POINT + """
                 FROM (
                  SELECT number, side, meter, timestamptz 'epoch' + first * interval '1 millisecond' AS first,
                         timestamptz 'epoch' + last * interval '1 millisecond' AS last
                  FROM unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) AS u (number, meter, first, last),
                       (VALUES (-1), (0), (1)) AS s (side)) q
                CROSS JOIN LATERAL (
                  (SELECT * FROM reading r WHERE q.side = -1 AND r.meter = q.meter AND r.at < q.first %1$s
                   ORDER BY r.at DESC LIMIT %2$d)
                  UNION ALL
                  (SELECT * FROM reading r WHERE q.side = 0 AND r.meter = q.meter
                   AND r.at >= q.first AND r.at <= q.last %1$s)
                  UNION ALL
                  (SELECT * FROM reading r WHERE q.side = 1 AND r.meter = q.meter AND r.at > q.last %1$s
                   ORDER BY r.at LIMIT %2$d)) r
                """.formatted(bounds, reach);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            Object[] numbers = new Object[wanted.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            select.setArray(1, connection.createArrayOf("int4", numbers));
            select.setArray(2, Rows.array(connection, "int4", wanted, one -> one.stretch.meter()));
            select.setArray(3, Rows.array(connection, "int8", wanted, one -> one.stretch.first()));
            select.setArray(4, Rows.array(connection, "int8", wanted, one -> one.stretch.last()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    wanted.get(rows.getInt(1)).add(rows.getInt(2), Rows.point(rows, 3));
                }
            }
        }
    }

    private static String instant(long millis) {
        return "timestamptz 'epoch' + interval '" + millis / 1000 + " seconds'";
    }

    private static Map<Integer, List<Surroundings>> parts(List<Found> found, int reach) {
        found.sort(Comparator.comparingInt((Found one) -> one.stretch.meter())
                .thenComparingLong(one -> one.stretch.first()));
        Map<Integer, List<Surroundings>> parts = new HashMap<>();
        Found open = null;
        for (Found next : found) {
            if (open != null && open.touches(next)) {
                open.join(next);
                continue;
            }
            if (open != null) {
                open.close(parts, reach);
            }
            open = next;
        }
        if (open != null) {
            open.close(parts, reach);
        }
        return parts;
    }

    /** What was found around one stretch, or around several that share readings. */
    private static final class Found {
        private final Stretch stretch;
        private final TreeMap<Long, Point> points = new TreeMap<>();
        private long last;
        private int before;
        private int after;

        Found(Stretch stretch) {
            this.stretch = stretch;
            this.last = stretch.last();
        }

        void add(int side, Point point) {
            points.put(point.at(), point);
            before += side < 0 ? 1 : 0;
            after += side > 0 ? 1 : 0;
        }

        boolean lacks(int reach) {
            return before < reach || after < reach;
        }

        void forget() {
            points.clear();
            before = 0;
            after = 0;
        }

        boolean touches(Found next) {
            if (stretch.meter() != next.stretch.meter()) {
                return false;
            }
            return points.isEmpty() || next.points.isEmpty() || next.points.firstKey() <= points.lastKey();
        }

        void join(Found next) {
            points.putAll(next.points);
            last = next.last;
            after = next.after;
        }

        void close(Map<Integer, List<Surroundings>> parts, int reach) {
            parts.computeIfAbsent(stretch.meter(), meter -> new ArrayList<>())
                    .add(new Surroundings(
                            stretch.first(),
                            last,
                            new Part(List.copyOf(points.values()), before < reach, after < reach)));
        }
    }

    /** Gives one reading after another of a meter, in time order. */
    public void each(Connection connection, int meter, Reader reader) throws SQLException {
        String sql = "SELECT " + Rows.POINT + " FROM reading r WHERE r.meter = ? ORDER BY r.at";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setInt(1, meter);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(Rows.point(rows, 1));
                }
            }
        }
    }

    /** Takes readings as they are read. */
    @FunctionalInterface
    public interface Reader {
        /** Takes one. */
        void read(Point point) throws SQLException;
    }
}

package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * Reads stored readings.
 *
 * <p>To look into a hypertable costs as much for each chunk that might hold a row as to read many rows. So what is asked
 * for is read week by week, with that week written into the statement, and only its chunks are searched.
 */
public final class Readings {
    private static final long WEEK = 7 * 86_400_000L;
    private static final int FETCHED_AT_ONCE = 10_000;

    /** The readings that count within some stretches; each is given with the number of its stretch. */
    public void within(Connection connection, List<Stretch> stretches, ObjIntConsumer<Point> taker)
            throws SQLException {
        inWeeks(connection, "reading", stretches, taker);
    }

    /** The readings kept aside within some stretches. */
    public void asideWithin(Connection connection, List<Stretch> stretches, ObjIntConsumer<Point> taker)
            throws SQLException {
        inWeeks(connection, "reading_aside", stretches, taker);
    }

    private static void inWeeks(
            Connection connection, String table, List<Stretch> stretches, ObjIntConsumer<Point> taker)
            throws SQLException {
        Map<Long, List<Integer>> weeks = new TreeMap<>();
        for (int i = 0; i < stretches.size(); i++) {
            weeks.computeIfAbsent(Math.floorDiv(stretches.get(i).first(), WEEK), week -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> week : weeks.values()) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int number : week) {
                first = Math.min(first, stretches.get(number).first());
                last = Math.max(last, stretches.get(number).last());
            }
            // OFFSET 0 keeps the planner from reading whole chunks to join them.
            String sql = "SELECT q.number," + Rows.POINT + """
                     FROM (
                      SELECT number, meter, timestamptz 'epoch' + first * interval '1 millisecond' AS first,
                             timestamptz 'epoch' + last * interval '1 millisecond' AS last
                      FROM unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) AS u (number, meter, first, last)) q
                    CROSS JOIN LATERAL (
                      SELECT * FROM %s r WHERE r.meter = q.meter AND r.at >= q.first AND r.at <= q.last
                        AND r.at >= %s AND r.at <= %s OFFSET 0) r
                    """.formatted(table, instant(first), instant(last));
            find(connection, sql, week, stretches, taker);
        }
    }

    /**
     * The readings within some stretches and some next to them, wherever these are.
     *
     * @param reach how many before and how many after
     */
    public void around(Connection connection, List<Stretch> stretches, int reach, ObjIntConsumer<Point> taker)
            throws SQLException {
        String sql = "SELECT q.number," + Rows.POINT + """
                 FROM (
                  SELECT number, meter, timestamptz 'epoch' + first * interval '1 millisecond' AS first,
                         timestamptz 'epoch' + last * interval '1 millisecond' AS last
                  FROM unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) AS u (number, meter, first, last)) q
                CROSS JOIN LATERAL (
                  (SELECT * FROM reading b WHERE b.meter = q.meter AND b.at < q.first ORDER BY b.at DESC LIMIT %1$d)
                  UNION ALL
                  (SELECT * FROM reading s WHERE s.meter = q.meter AND s.at >= q.first AND s.at <= q.last)
                  UNION ALL
                  (SELECT * FROM reading a WHERE a.meter = q.meter AND a.at > q.last ORDER BY a.at LIMIT %1$d)) r
                """.formatted(reach);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            all.add(i);
        }
        find(connection, sql, all, stretches, taker);
    }

    private static void find(
            Connection connection,
            String sql,
            List<Integer> numbers,
            List<Stretch> stretches,
            ObjIntConsumer<Point> taker)
            throws SQLException {
        if (numbers.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setArray(1, Rows.array(connection, "int4", numbers, number -> number));
            select.setArray(
                    2,
                    Rows.array(
                            connection,
                            "int4",
                            numbers,
                            number -> stretches.get(number).meter()));
            select.setArray(
                    3,
                    Rows.array(
                            connection,
                            "int8",
                            numbers,
                            number -> stretches.get(number).first()));
            select.setArray(
                    4,
                    Rows.array(
                            connection,
                            "int8",
                            numbers,
                            number -> stretches.get(number).last()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.accept(Rows.point(rows, 2), rows.getInt(1));
                }
            }
        }
    }

    private static String instant(long millis) {
        return "timestamptz 'epoch' + interval '" + millis + " milliseconds'";
    }

    /** The latest readings of a meter, at most so many. */
    public Part tail(Connection connection, int meter, int length) throws SQLException {
        String sql = "SELECT " + Rows.POINT + " FROM reading r WHERE r.meter = ? ORDER BY r.at DESC LIMIT ?";
        List<Point> points = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setInt(1, meter);
            select.setInt(2, length);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    points.add(Rows.point(rows, 1));
                }
            }
        }
        Collections.reverse(points);
        return new Part(points, points.size() < length, true);
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

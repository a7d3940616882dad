package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.platform.database.BinaryCopy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every reading ever accepted. */
public final class ReadingStore {
    private static final int COLUMNS = 7;

    private final BinaryCopy ahead = new BinaryCopy(COLUMNS);
    private final BinaryCopy among = new BinaryCopy(COLUMNS);
    private final BinaryCopy superseded = new BinaryCopy(COLUMNS);

    /** Collects a reading later than all others of its meter. */
    public void addAhead(int meter, Point point) {
        Rows.add(ahead, meter, point);
    }

    /** Collects a reading that lies among others, or takes the place of one. */
    public void addAmong(int meter, Point point) {
        Rows.add(among, meter, point);
    }

    /** Collects a reading to be kept aside. */
    public void addSuperseded(int meter, Point point) {
        Rows.add(superseded, meter, point);
    }

    /** Writes what was collected. */
    public void write(Connection connection) throws SQLException {
        ahead.copyInto(connection, "COPY reading FROM STDIN (FORMAT binary)");
        superseded.copyInto(connection, "COPY reading_superseded FROM STDIN (FORMAT binary)");
        if (among.rows() == 0) {
            return;
        }
        Rows.execute(
                connection, "CREATE TEMP TABLE IF NOT EXISTS entering_reading (LIKE reading) ON COMMIT DELETE ROWS");
        among.copyInto(connection, "COPY entering_reading FROM STDIN (FORMAT binary)");
        Rows.execute(connection, """
                INSERT INTO reading SELECT * FROM entering_reading
                ON CONFLICT (meter, at) DO UPDATE SET
                  value = excluded.value, kind = excluded.kind, source = excluded.source,
                  received_at = excluded.received_at, position = excluded.position
                """);
    }

    /**
     * An instant whose neighbours are wanted.
     *
     * @param meter the meter's number
     * @param at the instant
     * @param kind the kind that neighbours before and after must have
     */
    public record Place(int meter, long at, ReadingKind kind) {}

    /** For each place at least the stored reading before it, at it and after it, by meter and time. */
    public Map<Integer, TreeMap<Long, Point>> neighbours(Connection connection, List<Place> places)
            throws SQLException {
        String sql = "SELECT q.meter," + Rows.POINT + """
                 FROM (
                  SELECT meter, timestamptz 'epoch' + first * interval '1 millisecond' AS first,
                         timestamptz 'epoch' + last * interval '1 millisecond' AS last, kind
                  FROM unnest(?::int[], ?::bigint[], ?::bigint[], ?::smallint[]) AS u (meter, first, last, kind)) q
                CROSS JOIN LATERAL (
                  (SELECT * FROM reading b WHERE b.meter = q.meter AND b.at < q.first AND b.kind = q.kind
                   ORDER BY b.at DESC LIMIT 1)
                  UNION ALL
                  (SELECT * FROM reading s WHERE s.meter = q.meter AND s.at >= q.first AND s.at <= q.last)
                  UNION ALL
                  (SELECT * FROM reading a WHERE a.meter = q.meter AND a.at > q.last AND a.kind = q.kind
                   ORDER BY a.at LIMIT 1)) r
                """;
        Map<Integer, TreeMap<Long, Point>> found = new HashMap<>();
        List<Stretch> stretches = Stretch.covering(places);
        if (stretches.isEmpty()) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            select.setArray(1, array(connection, "int4", stretches, Stretch::meter));
            select.setArray(2, array(connection, "int8", stretches, Stretch::first));
            select.setArray(3, array(connection, "int8", stretches, Stretch::last));
            select.setArray(4, array(connection, "int2", stretches, one ->
                    (short) one.kind().ordinal()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Point point = Rows.point(rows, 2);
                    found.computeIfAbsent(rows.getInt(1), meter -> new TreeMap<>())
                            .put(point.at(), point);
                }
            }
        }
        return found;
    }

    private static Array array(
            Connection connection, String type, List<Stretch> stretches, Function<Stretch, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, stretches.stream().map(value).toArray());
    }

    /** Gives every reading of a meter, in time order. */
    public void all(Connection connection, int meter, Consumer<Point> reader) throws SQLException {
        String sql = "SELECT " + Rows.POINT + " FROM reading r WHERE r.meter = ? ORDER BY r.at";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            select.setInt(1, meter);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(Rows.point(rows, 1));
                }
            }
        }
    }
}

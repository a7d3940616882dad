package io.kilowatch.aggregator.store;

import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the readings of an enterprise that count as one stream in order of time, then meter, whatever their number.
 *
 * <p>They are read week by week, as {@link Readings} does it, so that nobody sorts more than a week.
 */
public final class FeedStore {
    private static final long WEEK = 7 * 86_400_000L;
    private static final int FETCHED_AT_ONCE = 10_000;
    private static final String INSTANT = "timestamptz 'epoch' + %d * interval '1 millisecond'";

    private final Connection connection;

    /** A store that sees the database as it is at one moment; the transaction must not have read anything yet. */
    public FeedStore(Connection connection) throws SQLException {
        this.connection = connection;
        Rows.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }

    /** The numbers of an enterprise's meters by their ids. */
    public Map<String, Integer> meters(String enterprise) throws SQLException {
        Map<String, Integer> meters = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT code, id FROM meter WHERE enterprise = ?")) {
            select.setString(1, enterprise);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    meters.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return meters;
    }

    /**
     * A stretch of time in milliseconds.
     *
     * @param first the first of it
     * @param end the first after it
     */
    public record Span(long first, long end) {}

    /** The stretch from the first reading of some meters to the last; nothing where they have none. */
    public Optional<Span> span(Collection<Integer> meters) throws SQLException {
        String sql = """
                SELECT (extract(epoch FROM min(f.at)) * 1000)::bigint, (extract(epoch FROM max(l.at)) * 1000)::bigint
                FROM unnest(?::int[]) AS m (id)
                CROSS JOIN LATERAL (SELECT at FROM reading WHERE meter = m.id ORDER BY at LIMIT 1) f
                CROSS JOIN LATERAL (SELECT at FROM reading WHERE meter = m.id ORDER BY at DESC LIMIT 1) l
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("int4", meters.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                long first = rows.getLong(1);
                return rows.wasNull() ? Optional.empty() : Optional.of(new Span(first, rows.getLong(2) + 1));
            }
        }
    }

    /** Gives one reading after another of some meters within a stretch. */
    public void each(Collection<Integer> meters, Span span, Taker taker) throws Exception {
        long first = span.first();
        while (first < span.end()) {
            long end = Math.min(span.end(), (Math.floorDiv(first, WEEK) + 1) * WEEK);
            week(meters, new Span(first, end), taker);
            first = end;
        }
    }

    private void week(Collection<Integer> meters, Span week, Taker taker) throws Exception {
        String sql = """
                SELECT m.code, (extract(epoch FROM r.at) * 1000)::bigint, r.kind, r.value, r.source
                FROM reading r JOIN meter m ON m.id = r.meter
                WHERE r.meter = ANY (?) AND r.at >= %s AND r.at < %s
                ORDER BY r.at, m.code COLLATE "C"
                """.formatted(INSTANT.formatted(week.first()), INSTANT.formatted(week.end()));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setArray(1, connection.createArrayOf("int4", meters.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.take(new Reading(
                            rows.getString(1),
                            rows.getLong(2),
                            ReadingKind.of(rows.getInt(3)),
                            rows.getLong(4),
                            ReadingSource.of(rows.getInt(5))));
                }
            }
        }
    }

    /** Takes readings as they are read. */
    @FunctionalInterface
    public interface Taker {
        /** Takes one. */
        void take(Reading reading) throws Exception;
    }
}

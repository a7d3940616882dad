package io.kilowatch.aggregator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** From when on readings and slots are kept, and the dropping of what is older. */
public final class RetentionStore {
    private static final long LOCK = 0x6B77_7265_7461_696EL;

    /** What is kept for a time of its own. */
    public enum What {
        /** Readings, and the claims kept aside. */
        READINGS("readings", "reading", "reading_aside"),
        /** Slots; the sums of days, months and years stay for ever. */
        SLOTS("slots", "slot");

        private final String word;
        private final String[] tables;

        What(String word, String... tables) {
            this.word = word;
            this.tables = tables;
        }
    }

    /**
     * A limit that is in force.
     *
     * @param keptFrom what is older may be gone
     * @param setAt when it was set
     */
    public record Limit(Instant keptFrom, Instant setAt) {}

    /** Takes the lock until the transaction ends; false if another process has it. */
    public boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            select.setLong(1, LOCK);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The limit in force. */
    public Optional<Limit> limit(Connection connection, What what) throws SQLException {
        String sql = "SELECT kept_from, set_at FROM retention WHERE what = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, what.word);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Limit(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** Sets a limit; from the commit on nothing older is entered. Nothing is dropped yet. */
    public void set(Connection connection, What what, Instant keptFrom, Instant now) throws SQLException {
        String sql = """
                INSERT INTO retention (what, kept_from, set_at) VALUES (?, ?, ?)
                ON CONFLICT (what) DO UPDATE SET kept_from = excluded.kept_from, set_at = excluded.set_at
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, what.word);
            upsert.setObject(2, OffsetDateTime.ofInstant(keptFrom, ZoneOffset.UTC));
            upsert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    /** Notes of every meter that will lose readings the first one that is kept. */
    public void setEdges(Connection connection, Instant keptFrom) throws SQLException {
        String sql = """
                UPDATE meter m SET edge = coalesce(
                  (SELECT r.at FROM reading r WHERE r.meter = m.id AND r.at >= ? ORDER BY r.at LIMIT 1), ?)
                WHERE EXISTS (SELECT FROM reading r WHERE r.meter = m.id AND r.at < ?)
                """;
        OffsetDateTime from = OffsetDateTime.ofInstant(keptFrom, ZoneOffset.UTC);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, from);
            update.setObject(2, from);
            update.setObject(3, from);
            update.executeUpdate();
        }
    }

    /** Drops what is older: whole chunks of hypertables, rows of ordinary tables. */
    public void drop(Connection connection, What what, Instant keptFrom) throws SQLException {
        OffsetDateTime from = OffsetDateTime.ofInstant(keptFrom, ZoneOffset.UTC);
        for (String table : what.tables) {
            String sql = isHypertable(connection, table)
                    ? "SELECT drop_chunks('" + table + "', older_than => ?::timestamptz)"
                    : "DELETE FROM " + table + " WHERE at < ?";
            try (PreparedStatement drop = connection.prepareStatement(sql)) {
                drop.setObject(1, from);
                drop.execute();
            }
        }
    }

    private static boolean isHypertable(Connection connection, String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT to_regclass('_timescaledb_catalog.hypertable') IS NOT NULL")) {
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return false;
                }
            }
        }
        String sql = "SELECT FROM _timescaledb_catalog.hypertable WHERE table_name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}

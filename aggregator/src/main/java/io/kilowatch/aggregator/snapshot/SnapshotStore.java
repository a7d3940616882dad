package io.kilowatch.aggregator.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The snapshots in the database. */
final class SnapshotStore {
    private static final String HEAD =
            "SELECT id, year, scope, taken_at, taken_by, note, reference, sha256, enterprises, figures FROM snapshot ";

    private final Connection connection;

    SnapshotStore(Connection connection) {
        this.connection = connection;
    }

    /** What takes the canonical bytes of enterprises, in the order of their codes. */
    @FunctionalInterface
    interface Taker {
        void take(String enterprise, byte[] content) throws Exception;
    }

    /** A number for the next snapshot. */
    long next() throws SQLException {
        String sql = "SELECT nextval(pg_get_serial_sequence('snapshot', 'id'))";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Adds an enterprise to a snapshot whose head is still to be written. */
    void add(long id, String enterprise, byte[] content) throws SQLException {
        String sql = "INSERT INTO snapshot_enterprise (snapshot, enterprise, content) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setString(2, enterprise);
            insert.setBytes(3, content);
            insert.executeUpdate();
        }
    }

    /** Writes the head, after which nothing can be added any more. */
    void complete(Snapshot snapshot) throws SQLException {
        String sql = """
                INSERT INTO snapshot
                  (id, year, scope, taken_at, taken_by, note, reference, sha256, enterprises, figures)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, snapshot.id());
            insert.setInt(2, snapshot.year());
            insert.setString(3, snapshot.scope().toString());
            insert.setObject(4, OffsetDateTime.ofInstant(snapshot.takenAt(), ZoneOffset.UTC));
            insert.setString(5, snapshot.by());
            insert.setString(6, snapshot.note());
            insert.setString(7, snapshot.reference());
            insert.setString(8, snapshot.sha256());
            insert.setInt(9, snapshot.enterprises());
            insert.setInt(10, snapshot.figures());
            insert.executeUpdate();
        }
    }

    /** The next heads, newest first. */
    List<Snapshot> before(long id, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD + "WHERE id < ? ORDER BY id DESC LIMIT ?")) {
            select.setLong(1, id);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Snapshot> heads = new ArrayList<>();
                while (rows.next()) {
                    heads.add(head(rows));
                }
                return heads;
            }
        }
    }

    Optional<Snapshot> find(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD + "WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(head(rows)) : Optional.empty();
            }
        }
    }

    private static Snapshot head(ResultSet rows) throws SQLException {
        return new Snapshot(
                rows.getLong(1),
                rows.getInt(2),
                Scope.parse(rows.getString(3)),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getInt(9),
                rows.getInt(10));
    }

    /** Gives the content of a snapshot. */
    void each(long id, Taker taker) throws Exception {
        String sql = "SELECT enterprise, content FROM snapshot_enterprise WHERE snapshot = ? ORDER BY enterprise";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FiguresStore.FETCHED_AT_ONCE);
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows.getString(1), rows.getBytes(2));
                }
            }
        }
    }
}

package io.kilowatch.registry.store;

import io.kilowatch.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents in the database: the one in force in {@code enterprise_document}, all in its history. */
public final class RegistryStore implements Documents {
    private final Database database;

    /** Documents in a database whose schema is up to date. */
    public RegistryStore(Database database) {
        this.database = database;
    }

    @Override
    public Outcome change(Request request, Announcement announcement) throws Exception {
        return database.inTransaction(connection -> {
            lock(connection, request.enterprise());
            return change(connection, request, last(connection, request.enterprise()), announcement);
        });
    }

    @Override
    public Outcome amend(String enterprise, Instant at, String by, Amendment amendment, Announcement announcement)
            throws Exception {
        return database.inTransaction(connection -> {
            lock(connection, enterprise);
            Optional<Revision> last = last(connection, enterprise);
            Optional<String> before = last.flatMap(Revision::json);
            if (before.isEmpty()) {
                throw new NoneInForce(enterprise);
            }
            Optional<String> after = Optional.of(amendment.of(before.get()));
            return change(connection, new Request(enterprise, after, at, by, false), last, announcement);
        });
    }

    private static Outcome change(
            Connection connection, Request request, Optional<Revision> last, Announcement announcement)
            throws Exception {
        String enterprise = request.enterprise();
        Optional<String> json = request.json();
        Optional<String> before = last.flatMap(Revision::json);
        int lastRevision = last.map(Revision::revision).orElse(0);
        if (before.equals(json)) {
            if (request.republish()) {
                announcement.announce(enterprise, json);
            }
            return new Outcome(Change.UNCHANGED, lastRevision);
        }
        Revision next = new Revision(enterprise, lastRevision + 1, json, request.at(), request.by());
        append(connection, next);
        replace(connection, next);
        announcement.announce(enterprise, json);
        Change change = json.isEmpty() ? Change.DELETED : before.isEmpty() ? Change.ADDED : Change.CHANGED;
        return new Outcome(change, next.revision());
    }

    /** One change of an enterprise at a time, so that they are announced in the order they are kept in. */
    private static void lock(Connection connection, String enterprise) throws SQLException {
        String sql = """
                SELECT pg_advisory_xact_lock(hashtextextended('enterprise_document ' || ?, 0))
                """;
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, enterprise);
            lock.execute();
        }
    }

    private static Optional<Revision> last(Connection connection, String enterprise) throws SQLException {
        String sql = """
                SELECT enterprise, revision, document, changed_at, changed_by
                FROM enterprise_document_history WHERE enterprise = ? ORDER BY revision DESC LIMIT 1
                """;
        return revisions(connection, sql, enterprise).stream().findFirst();
    }

    private static void append(Connection connection, Revision revision) throws SQLException {
        String sql = """
                INSERT INTO enterprise_document_history (enterprise, revision, document, changed_at, changed_by)
                VALUES (?, ?, ?::json, ?, ?)
                """;
        write(connection, sql, revision);
    }

    private static void replace(Connection connection, Revision revision) throws SQLException {
        if (revision.json().isEmpty()) {
            String sql = """
                    DELETE FROM enterprise_document WHERE enterprise = ?
                    """;
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setString(1, revision.enterprise());
                delete.executeUpdate();
            }
            return;
        }
        String sql = """
                INSERT INTO enterprise_document (enterprise, revision, document, changed_at, changed_by)
                VALUES (?, ?, ?::json, ?, ?)
                ON CONFLICT (enterprise) DO UPDATE SET revision = excluded.revision, document = excluded.document,
                  changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """;
        write(connection, sql, revision);
    }

    private static void write(Connection connection, String sql, Revision revision) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, revision.enterprise());
            insert.setInt(2, revision.revision());
            insert.setString(3, revision.json().orElse(null));
            insert.setObject(4, revision.changedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, revision.changedBy());
            insert.executeUpdate();
        }
    }

    @Override
    public List<Revision> inForce() throws Exception {
        String sql = """
                SELECT enterprise, revision, document, changed_at, changed_by
                FROM enterprise_document ORDER BY enterprise
                """;
        return database.inTransaction(connection -> revisions(connection, sql));
    }

    @Override
    public List<Revision> history(String enterprise) throws Exception {
        String sql = """
                SELECT enterprise, revision, document, changed_at, changed_by
                FROM enterprise_document_history WHERE enterprise = ? ORDER BY revision
                """;
        return database.inTransaction(connection -> revisions(connection, sql, enterprise));
    }

    private static List<Revision> revisions(Connection connection, String sql, String... parameters)
            throws SQLException {
        List<Revision> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Revision(
                            rows.getString(1),
                            rows.getInt(2),
                            Optional.ofNullable(rows.getString(3)),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            rows.getString(5)));
                }
            }
        }
        return found;
    }
}

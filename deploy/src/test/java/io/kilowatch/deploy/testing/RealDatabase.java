package io.kilowatch.deploy.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh, empty database on a real server, dropped when it is closed. */
public final class RealDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final SharedServer server;
    private final String name;

    /** What kind of server a database is on. */
    public enum Flavour {
        /** PostgreSQL with the TimescaleDB extension ready to be created. */
        TIMESCALEDB,
        /** PostgreSQL alone. */
        POSTGRESQL
    }

    private RealDatabase(SharedServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A database on the flavour's server; without TimescaleDB the test is skipped, or fails if it is required. */
    public static RealDatabase fresh(Flavour flavour) {
        return fresh(SharedServer.of(flavour));
    }

    /** A database on a test's own server. */
    public static RealDatabase fresh(OwnPostgres server) {
        return fresh(server.asServer());
    }

    private static RealDatabase fresh(SharedServer server) {
        RealDatabase database = new RealDatabase(server, "test_" + COUNT.incrementAndGet());
        database.administer("CREATE DATABASE " + database.name + " TEMPLATE template0");
        return database;
    }

    /** Where it is. */
    public String jdbcUrl() {
        return server.prefix() + name;
    }

    /** Its owner, a superuser. */
    public String user() {
        return server.user();
    }

    /** The owner's password. */
    public String password() {
        return server.password();
    }

    /** A connection of its own for the caller, who closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** The rows of a query as text, columns joined by bars. */
    public List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /** Drops the database, with whoever is connected. */
    @Override
    public void close() {
        administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void administer(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.prefix() + "postgres", server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}

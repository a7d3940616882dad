package io.kilowatch.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * A pool of connections to a database whose schema is up to date.
 *
 * <p>Migrations are read from {@code db/migration} of every module on the class path; each module numbers its own range,
 * so they may be applied out of order.
 */
public final class Database implements AutoCloseable {
    /** A late row in TimescaleDB's columns is taken out of them whatever else is; elsewhere the setting means nothing. */
    private static final String NO_LIMIT_IN_COLUMNS = "SET timescaledb.max_tuples_decompressed_per_dml_transaction = 0";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Connects and brings the schema up to date. */
    public static Database open(DatabaseConfig config, String name, int connections) {
        // Not through the pool: a migration needs a connection beside that of its history, more than a pool may have.
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(config.url(), config.user(), config.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:missing")
                .load()
                .migrate();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        pool.setAutoCommit(false);
        pool.setConnectionInitSql(NO_LIMIT_IN_COLUMNS);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", name);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new Database(new HikariDataSource(pool));
    }

    /** Work inside one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; an exception takes everything back. */
        T apply(Connection connection) throws Exception;
    }

    /** Runs work in one transaction: committed when it returns, taken back when it throws. */
    public <T> T inTransaction(Work<T> work) throws Exception {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (Exception e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Whether the database answers. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

package io.kilowatch.aggregator.devices;

import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is older than the health of devices and rejected batches are kept; of several processes one at a time. */
final class DeviceRetention implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeviceRetention.class);
    private static final Duration EVERY = Duration.ofMinutes(20);
    private static final long LOCK = 0x6B77_6465_7669_6365L;

    private final DevicesConfig config;
    private final Database database;
    private final InstantSource clock;
    private final Loop loop;

    /** Not started yet; the database remains its owner's. */
    DeviceRetention(DevicesConfig config, Database database, InstantSource clock) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.loop = new Loop("device-retention", Duration.ofMinutes(1), this::step);
    }

    void start() {
        loop.start();
    }

    private void step() throws Exception {
        int gone = run();
        if (gone > 0) {
            log.info("health of devices and rejected batches dropped [rows: {}]", gone);
        }
        loop.pause(EVERY);
    }

    /** Looks once; how many rows are gone. */
    int run() throws Exception {
        long now = clock.millis();
        long health = now - config.health().toMillis();
        long rejected = now - config.rejected().toMillis();
        return database.inTransaction(connection -> {
            if (!lock(connection)) {
                return 0;
            }
            int gone = before(connection, "DELETE FROM device_hour WHERE at < ?", health);
            gone += before(connection, "DELETE FROM device_refusal WHERE at < ?", health);
            gone += before(connection, "DELETE FROM device_connection WHERE told_at < ?", health);
            gone += before(connection, "DELETE FROM rejected_batch WHERE received_at < ?", rejected);
            gone += beyond(connection);
            gone += orphans(connection);
            return gone;
        });
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            select.setLong(1, LOCK);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static int before(Connection connection, String sql, long limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            Times.set(delete, 1, limit);
            return delete.executeUpdate();
        }
    }

    /** Those of a device that are older than the newest so many. */
    private int beyond(Connection connection) throws SQLException {
        String sql = """
                DELETE FROM rejected_batch old USING (
                  SELECT d.enterprise, d.device, edge.received_at
                  FROM (SELECT enterprise, device FROM rejected_batch GROUP BY enterprise, device HAVING count(*) > ?) d
                  CROSS JOIN LATERAL (SELECT received_at FROM rejected_batch r
                    WHERE r.enterprise = d.enterprise AND r.device = d.device
                    ORDER BY received_at DESC OFFSET ? LIMIT 1) edge) limits
                WHERE old.enterprise = limits.enterprise AND old.device = limits.device
                  AND old.received_at <= limits.received_at
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, config.most());
            delete.setInt(2, config.most());
            return delete.executeUpdate();
        }
    }

    private static int orphans(Connection connection) throws SQLException {
        String sql = """
                DELETE FROM redrive WHERE NOT EXISTS (
                  SELECT FROM rejected_batch r WHERE r.part = redrive.part AND r.pos = redrive.pos)
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            return delete.executeUpdate();
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}

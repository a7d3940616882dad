package io.kilowatch.aggregator.devices;

import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.topics.DeviceEvent.Will;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The health of devices out of the database. */
public final class StoredDevices implements Devices {
    /** Whether a connection is open and was heard of as lately as it should be; the database's clock is Kafka's. */
    private static final String FRESH =
            "(offline_at IS NULL AND now() - heard_at < within * interval '1 millisecond') AS fresh";

    private static final String LINK = "connection, protocol, address, online_at, offline_at, ending, fresh";

    private final Database database;

    /** Out of a database, which remains its owner's. */
    public StoredDevices(Database database) {
        this.database = database;
    }

    @Override
    public List<DeviceHealth> of(Collection<String> enterprises) throws Exception {
        String sql = """
                SELECT c.connection, c.protocol, c.address, c.online_at, c.offline_at, c.ending, c.fresh,
                  d.enterprise, d.device, d.seen_at, d.message_at, d.reading_at, d.lateness, d.clock_offset,
                  d.median_offset, d.login_refused_at, d.login_refused_why, d.login_address,
                  s.messages, s.accepted, s.refused
                FROM device d
                LEFT JOIN LATERAL (
                  SELECT *, %s FROM (
                    (SELECT * FROM device_connection o WHERE o.enterprise = d.enterprise AND o.device = d.device
                      AND o.offline_at IS NULL ORDER BY o.online_at DESC LIMIT 8)
                    UNION ALL
                    (SELECT * FROM device_connection l WHERE l.enterprise = d.enterprise AND l.device = d.device
                      ORDER BY l.online_at DESC LIMIT 1)) k
                  ORDER BY fresh DESC, online_at DESC LIMIT 1) c ON true
                LEFT JOIN LATERAL (
                  SELECT coalesce(sum(messages), 0) AS messages, coalesce(sum(accepted), 0) AS accepted,
                    coalesce(sum(refused), 0) AS refused
                  FROM device_hour h WHERE h.enterprise = d.enterprise AND h.device = d.device
                    AND h.at > d.seen_at - interval '24 hours') s ON true
                WHERE d.enterprise = ANY (?) ORDER BY d.enterprise, d.device
                """.formatted(FRESH);
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf("text", enterprises.toArray()));
                try (ResultSet rows = select.executeQuery()) {
                    List<DeviceHealth> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(health(rows));
                    }
                    return found;
                }
            }
        });
    }

    private static DeviceHealth health(ResultSet row) throws SQLException {
        Optional<Instant> refusedAt = Times.instant(row, 16);
        Optional<DeviceHealth.RefusedLogin> refused = refusedAt.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeviceHealth.RefusedLogin(refusedAt.get(), text(row, 17), text(row, 18)));
        return new DeviceHealth(
                new DeviceKey(row.getString(8), row.getString(9)),
                Times.instant(row, 10),
                Times.instant(row, 11),
                Times.instant(row, 12),
                Times.number(row, 13),
                Times.number(row, 14),
                Times.number(row, 15),
                refused,
                row.getString(1) == null ? Optional.empty() : Optional.of(link(row)),
                new DeviceHealth.Day(row.getLong(19), row.getLong(20), row.getLong(21)));
    }

    private static DeviceHealth.Link link(ResultSet row) throws SQLException {
        return new DeviceHealth.Link(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Times.instant(row, 4).orElseThrow(),
                Times.instant(row, 5),
                Optional.ofNullable(row.getString(6)),
                row.getBoolean(7));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    @Override
    public List<DeviceHour> hours(DeviceKey device, Instant from, Instant until) throws Exception {
        return database.inTransaction(connection -> {
            Map<Instant, Map<String, Long>> refusals = refusals(connection, device, from, until);
            String sql = """
                    SELECT at, messages, bytes, accepted, refused, logins_refused, lateness, median_offset FROM device_hour
                    WHERE enterprise = ? AND device = ? AND at >= ? AND at < ? ORDER BY at
                    """;
            List<DeviceHour> hours = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(select, device, from, until);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Instant at = Times.instant(rows, 1).orElseThrow();
                        hours.add(new DeviceHour(
                                at,
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                refusals.getOrDefault(at, Map.of()),
                                rows.getLong(6),
                                Times.number(rows, 7),
                                Times.number(rows, 8)));
                    }
                }
            }
            return hours;
        });
    }

    private static Map<Instant, Map<String, Long>> refusals(
            Connection connection, DeviceKey device, Instant from, Instant until) throws SQLException {
        String sql = """
                SELECT at, code, count FROM device_refusal WHERE enterprise = ? AND device = ? AND at >= ? AND at < ?
                """;
        Map<Instant, Map<String, Long>> refusals = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, device, from, until);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    refusals.computeIfAbsent(Times.instant(rows, 1).orElseThrow(), at -> new HashMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        return refusals;
    }

    private static void bind(PreparedStatement select, DeviceKey device, Instant from, Instant until)
            throws SQLException {
        select.setString(1, device.enterprise());
        select.setString(2, device.device());
        Times.set(select, 3, from.toEpochMilli());
        Times.set(select, 4, until.toEpochMilli());
    }

    @Override
    public List<PastLink> links(DeviceKey device, Instant from, Instant until, int most) throws Exception {
        String sql = """
                SELECT %s, told_at, will_topic, will_bytes, will, messages, accepted, refused
                FROM (SELECT *, %s FROM device_connection WHERE enterprise = ? AND device = ?
                  AND coalesce(offline_at, told_at) >= ? AND online_at < ?
                  ORDER BY online_at DESC LIMIT ?) k
                ORDER BY online_at DESC
                """.formatted(LINK, FRESH);
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(select, device, from, until);
                select.setInt(5, most);
                try (ResultSet rows = select.executeQuery()) {
                    List<PastLink> links = new ArrayList<>();
                    while (rows.next()) {
                        links.add(past(rows));
                    }
                    return links;
                }
            }
        });
    }

    private static PastLink past(ResultSet row) throws SQLException {
        String topic = row.getString(9);
        Optional<Will> will =
                topic == null ? Optional.empty() : Optional.of(new Will(topic, row.getInt(10), row.getBytes(11)));
        return new PastLink(
                link(row),
                Times.instant(row, 8).orElseThrow(),
                will,
                row.getLong(12),
                row.getLong(13),
                row.getLong(14));
    }
}

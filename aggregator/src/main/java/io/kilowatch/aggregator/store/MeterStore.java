package io.kilowatch.aggregator.store;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The meters that the ledger knows, and what each enterprise's figures were computed with. */
public final class MeterStore {
    private static final int TAIL = 4;

    /** The meters of some enterprises, each with its latest readings and where its slots end. */
    public List<StoredMeter> load(Connection connection, Collection<String> enterprises) throws SQLException {
        String sql =
                "SELECT m.id, m.enterprise, m.code, m.definition, s.at, (extract(epoch FROM m.edge) * 1000)::bigint,"
                        + " r.at IS NOT NULL," + Rows.POINT
                        + """
                 FROM meter m
                LEFT JOIN LATERAL (SELECT * FROM reading WHERE meter = m.id ORDER BY at DESC LIMIT %d) r ON true
                LEFT JOIN LATERAL (
                  SELECT (extract(epoch FROM at) * 1000)::bigint AS at
                  FROM slot WHERE meter = m.id ORDER BY slot.at DESC LIMIT 1) s ON true
                WHERE m.enterprise = ANY (?)
                ORDER BY m.id, r.at
                """.formatted(TAIL);
        Map<Integer, Row> rows = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            select.setArray(1, connection.createArrayOf("text", enterprises.toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    take(found, rows);
                }
            }
        }
        List<StoredMeter> meters = new ArrayList<>(rows.size());
        rows.forEach((id, row) -> meters.add(row.meter(id)));
        return meters;
    }

    private static void take(ResultSet found, Map<Integer, Row> rows) throws SQLException {
        Row row = rows.get(found.getInt(1));
        if (row == null) {
            long slot = found.getLong(5);
            boolean noSlot = found.wasNull();
            long edge = found.getLong(6);
            boolean noEdge = found.wasNull();
            row = new Row(
                    found.getString(2),
                    found.getString(3),
                    Optional.ofNullable(found.getString(4)),
                    noSlot ? OptionalLong.empty() : OptionalLong.of(slot),
                    noEdge ? OptionalLong.empty() : OptionalLong.of(edge),
                    new ArrayList<>(TAIL));
            rows.put(found.getInt(1), row);
        }
        if (found.getBoolean(7)) {
            row.tail.add(Rows.point(found, 8));
        }
    }

    private record Row(
            String enterprise,
            String code,
            Optional<String> definition,
            OptionalLong latestSlot,
            OptionalLong edge,
            List<Point> tail) {
        StoredMeter meter(int id) {
            Optional<Definition> readable = definition.flatMap(DefinitionJson::decode);
            return new StoredMeter(
                    id,
                    enterprise,
                    code,
                    readable,
                    definition.isPresent() == readable.isPresent(),
                    new Part(tail, tail.size() < TAIL, true),
                    latestSlot,
                    edge);
        }
    }

    /** Takes up a meter and gives its number. */
    public int add(Connection connection, String enterprise, String code, Optional<Definition> definition)
            throws SQLException {
        String sql = "INSERT INTO meter (enterprise, code, definition) VALUES (?, ?, ?) RETURNING id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, enterprise);
            insert.setString(2, code);
            insert.setObject(3, definition.map(DefinitionJson::encode).orElse(null), Types.VARCHAR);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Notes what a meter's slots are computed with from now on. */
    public void define(Connection connection, int meter, Definition definition) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE meter SET definition = ? WHERE id = ?")) {
            update.setString(1, DefinitionJson.encode(definition));
            update.setInt(2, meter);
            update.executeUpdate();
        }
    }

    /** The numbers of the devices that have sent readings of some enterprises, by enterprise and device. */
    public Map<String, Map<String, Integer>> senders(Connection connection, Collection<String> enterprises)
            throws SQLException {
        String sql = "SELECT enterprise, device, id FROM sender WHERE enterprise = ANY (?)";
        Map<String, Map<String, Integer>> senders = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", enterprises.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    senders.computeIfAbsent(rows.getString(1), code -> new HashMap<>())
                            .put(rows.getString(2), rows.getInt(3));
                }
            }
        }
        return senders;
    }

    /** Takes up a device and gives its number. */
    public int addSender(Connection connection, String enterprise, String device) throws SQLException {
        String sql = "INSERT INTO sender (enterprise, device) VALUES (?, ?) RETURNING id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, enterprise);
            insert.setString(2, device);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /**
     * What an enterprise's figures were last computed with.
     *
     * @param registryOffset the offset of its document
     * @param reference the digest of the reference data
     */
    public record ComputedWith(long registryOffset, String reference) {}

    /** What the figures of each enterprise with a ledger were last computed with. */
    public Map<String, ComputedWith> computedWith(Connection connection) throws SQLException {
        Map<String, ComputedWith> found = new HashMap<>();
        String sql = "SELECT enterprise, registry_offset, reference FROM enterprise_ledger";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), new ComputedWith(rows.getLong(2), rows.getString(3)));
            }
        }
        return found;
    }

    /** Notes what an enterprise's figures are computed with from now on. */
    public void computedWith(Connection connection, String enterprise, ComputedWith now) throws SQLException {
        String sql = """
                INSERT INTO enterprise_ledger (enterprise, registry_offset, reference) VALUES (?, ?, ?)
                ON CONFLICT (enterprise) DO UPDATE SET
                  registry_offset = excluded.registry_offset, reference = excluded.reference
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, enterprise);
            upsert.setLong(2, now.registryOffset());
            upsert.setString(3, now.reference());
            upsert.executeUpdate();
        }
    }
}

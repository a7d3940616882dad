package io.kilowatch.aggregator.store;

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
import org.jspecify.annotations.Nullable;

/** The meters that the ledger knows, and what each enterprise's figures were computed with. */
public final class MeterStore {
    /** The meters of some enterprises, each with where its readings and slots end. */
    public List<StoredMeter> load(Connection connection, Collection<String> enterprises) throws SQLException {
        String sql = "SELECT m.id, m.enterprise, m.code, m.definition, s.at," + Rows.POINT + """
                 FROM meter m
                LEFT JOIN LATERAL (SELECT * FROM reading WHERE meter = m.id ORDER BY at DESC LIMIT 1) r ON true
                LEFT JOIN LATERAL (
                  SELECT (extract(epoch FROM at) * 1000)::bigint AS at
                  FROM slot WHERE meter = m.id ORDER BY slot.at DESC LIMIT 1) s ON true
                WHERE m.enterprise = ANY (?)
                """;
        List<StoredMeter> meters = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", enterprises.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    meters.add(meter(rows));
                }
            }
        }
        return meters;
    }

    private static StoredMeter meter(ResultSet row) throws SQLException {
        long slot = row.getLong(5);
        OptionalLong latestSlot = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(slot);
        boolean hasReading = row.getObject(6) != null;
        return new StoredMeter(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                hasReading ? Optional.of(Rows.point(row, 6)) : Optional.empty(),
                latestSlot);
    }

    /** Takes up a meter and gives its number. */
    public int add(Connection connection, String enterprise, String code, @Nullable String definition)
            throws SQLException {
        String sql = "INSERT INTO meter (enterprise, code, definition) VALUES (?, ?, ?) RETURNING id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, enterprise);
            insert.setString(2, code);
            insert.setObject(3, definition, Types.VARCHAR);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Notes what a meter's slots are computed with from now on. */
    public void define(Connection connection, int meter, @Nullable String definition) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE meter SET definition = ? WHERE id = ?")) {
            update.setObject(1, definition, Types.VARCHAR);
            update.setInt(2, meter);
            update.executeUpdate();
        }
    }

    /** The registry offset that each enterprise with a ledger was last computed with. */
    public Map<String, Long> registryOffsets(Connection connection) throws SQLException {
        Map<String, Long> offsets = new HashMap<>();
        String sql = "SELECT enterprise, registry_offset FROM enterprise_ledger";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                offsets.put(rows.getString(1), rows.getLong(2));
            }
        }
        return offsets;
    }

    /** Notes the registry offset that an enterprise's figures are computed with from now on. */
    public void computedWith(Connection connection, String enterprise, long registryOffset) throws SQLException {
        String sql = """
                INSERT INTO enterprise_ledger (enterprise, registry_offset) VALUES (?, ?)
                ON CONFLICT (enterprise) DO UPDATE SET registry_offset = excluded.registry_offset
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, enterprise);
            upsert.setLong(2, registryOffset);
            upsert.executeUpdate();
        }
    }
}

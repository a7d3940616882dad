package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.Will;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table of connections, as it is written. */
final class LinkStore {
    /** The number of what was last told of each connection that is known. */
    Map<String, Long> numbers(Connection connection, Collection<String> links) throws SQLException {
        String sql = "SELECT connection, number FROM device_connection WHERE connection = ANY (?)";
        Map<String, Long> numbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", links.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return numbers;
    }

    /** Writes states: new ones as they are, of known ones what has come to them. */
    void write(Connection connection, Collection<LinkState> states) throws SQLException {
        String sql = """
                INSERT INTO device_connection AS known (connection, enterprise, device, protocol, address, online_at,
                  offline_at, ending, will_topic, will_bytes, will, number, told_at, heard_at, within, messages, accepted,
                  refused)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (connection) DO UPDATE SET
                  online_at = least(known.online_at, excluded.online_at),
                  offline_at = coalesce(known.offline_at, excluded.offline_at),
                  ending = coalesce(known.ending, excluded.ending),
                  will_topic = coalesce(known.will_topic, excluded.will_topic),
                  will_bytes = coalesce(known.will_bytes, excluded.will_bytes),
                  will = coalesce(known.will, excluded.will),
                  number = excluded.number, told_at = excluded.told_at, heard_at = excluded.heard_at,
                  within = greatest(known.within, excluded.within), messages = known.messages + excluded.messages,
                  accepted = known.accepted + excluded.accepted, refused = known.refused + excluded.refused
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (LinkState state : states) {
                bind(upsert, state);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement upsert, LinkState state) throws SQLException {
        upsert.setString(1, PlainText.of(state.connection));
        upsert.setString(2, state.device.enterprise());
        upsert.setString(3, state.device.device());
        upsert.setString(4, PlainText.of(state.protocol));
        upsert.setString(5, PlainText.of(state.address));
        Times.set(upsert, 6, state.onlineAt);
        Times.set(upsert, 7, state.offlineAt);
        upsert.setString(8, state.ending.map(ending -> ending.word()).orElse(null));
        upsert.setString(9, state.will.map(Will::topic).map(PlainText::of).orElse(null));
        upsert.setObject(10, state.will.map(Will::bytes).orElse(null), Types.INTEGER);
        upsert.setBytes(11, state.will.map(Will::payload).orElse(null));
        upsert.setLong(12, state.number);
        Times.set(upsert, 13, state.toldAt);
        Times.set(upsert, 14, state.heardAt);
        upsert.setLong(15, state.within);
        upsert.setLong(16, state.messages);
        upsert.setLong(17, state.accepted);
        upsert.setLong(18, state.refused);
    }
}

package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The table of devices, as it is written. */
final class DeviceStore {
    void write(Connection connection, Map<DeviceKey, DeviceState> states) throws SQLException {
        String sql = """
                INSERT INTO device AS known (enterprise, device, seen_at, message_at, reading_at, lateness, clock_offset,
                  median_offset, login_refused_at, login_refused_why, login_address)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (enterprise, device) DO UPDATE SET
                  seen_at = greatest(known.seen_at, excluded.seen_at),
                  message_at = greatest(known.message_at, excluded.message_at),
                  reading_at = greatest(known.reading_at, excluded.reading_at),
                  lateness = coalesce(excluded.lateness, known.lateness),
                  clock_offset = coalesce(excluded.clock_offset, known.clock_offset),
                  median_offset = coalesce(excluded.median_offset, known.median_offset),
                  login_refused_at = coalesce(excluded.login_refused_at, known.login_refused_at),
                  login_refused_why = coalesce(excluded.login_refused_why, known.login_refused_why),
                  login_address = coalesce(excluded.login_address, known.login_address)
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<DeviceKey, DeviceState> entry : new TreeMap<>(states).entrySet()) {
                DeviceState state = entry.getValue();
                upsert.setString(1, entry.getKey().enterprise());
                upsert.setString(2, entry.getKey().device());
                Times.set(upsert, 3, state.seenAt);
                Times.set(upsert, 4, state.messageAt);
                Times.set(upsert, 5, state.readingAt);
                Times.setNumber(upsert, 6, state.lateness);
                Times.setNumber(upsert, 7, state.offset);
                Times.setNumber(upsert, 8, state.medianOffset);
                Times.set(
                        upsert,
                        9,
                        state.refusedLogin.map(one -> OptionalLong.of(one.at())).orElse(OptionalLong.empty()));
                upsert.setString(10, state.refusedLogin.map(DeviceStore::why).orElse(null));
                upsert.setString(
                        11,
                        state.refusedLogin
                                .map(LoginRefused::address)
                                .map(PlainText::of)
                                .orElse(null));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static String why(LoginRefused refused) {
        return PlainText.of(String.join(", ", new TreeMap<>(refused.reasons()).keySet()));
    }
}

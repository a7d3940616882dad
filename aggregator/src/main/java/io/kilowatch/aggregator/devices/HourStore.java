package io.kilowatch.aggregator.devices;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The tables of hours, as they are written. Rows are taken in one order, so that two writers never wait for each other. */
final class HourStore {
    void add(Connection connection, Map<HourSum.Key, HourSum> sums) throws SQLException {
        Map<HourSum.Key, HourSum> ordered = new TreeMap<>(sums);
        addSums(connection, ordered);
        addRefusals(connection, ordered);
    }

    private static void addSums(Connection connection, Map<HourSum.Key, HourSum> sums) throws SQLException {
        String sql = """
                INSERT INTO device_hour AS known (enterprise, device, at, messages, bytes, accepted, refused,
                  logins_refused, lateness, median_offset)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (enterprise, device, at) DO UPDATE SET
                  messages = known.messages + excluded.messages, bytes = known.bytes + excluded.bytes,
                  accepted = known.accepted + excluded.accepted, refused = known.refused + excluded.refused,
                  logins_refused = known.logins_refused + excluded.logins_refused,
                  lateness = coalesce(excluded.lateness, known.lateness),
                  median_offset = coalesce(excluded.median_offset, known.median_offset)
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<HourSum.Key, HourSum> entry : sums.entrySet()) {
                HourSum sum = entry.getValue();
                bind(upsert, entry.getKey());
                upsert.setLong(4, sum.messages);
                upsert.setLong(5, sum.bytes);
                upsert.setLong(6, sum.accepted);
                upsert.setLong(7, sum.refused);
                upsert.setLong(8, sum.loginsRefused);
                Times.setNumber(upsert, 9, sum.lateness);
                Times.setNumber(upsert, 10, sum.medianOffset);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void addRefusals(Connection connection, Map<HourSum.Key, HourSum> sums) throws SQLException {
        String sql = """
                INSERT INTO device_refusal AS known (enterprise, device, at, code, count) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (enterprise, device, at, code) DO UPDATE SET count = known.count + excluded.count
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<HourSum.Key, HourSum> entry : sums.entrySet()) {
                for (Map.Entry<String, Long> refusal : new TreeMap<>(entry.getValue().refusals).entrySet()) {
                    bind(upsert, entry.getKey());
                    upsert.setString(4, refusal.getKey());
                    upsert.setLong(5, refusal.getValue());
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, HourSum.Key key) throws SQLException {
        statement.setString(1, key.device().enterprise());
        statement.setString(2, key.device().device());
        Times.set(statement, 3, key.at());
    }
}

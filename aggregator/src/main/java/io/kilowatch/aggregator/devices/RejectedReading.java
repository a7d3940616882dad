package io.kilowatch.aggregator.devices;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.registry.topics.RedriveRequest;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.RejectedId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The tables of rejected batches and redrives, as they are read. */
final class RejectedReading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS =
            "part, pos, enterprise, device, received_at, sent_at, topic, connection, protocol,"
                    + " batch, accepted, refused, codes, remaining, redriven_at, redriven_by";

    List<RejectedRow> page(Connection connection, RejectedFilter filter, Optional<Rejections.Place> after, int limit)
            throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        filter.enterprises().ifPresent(codes -> and(conditions, values, "enterprise = ANY (?)", codes));
        filter.device().ifPresent(device -> and(conditions, values, "device = ?", device));
        filter.code().ifPresent(code -> and(conditions, values, "codes @> ?", List.of(code)));
        filter.from().ifPresent(from -> and(conditions, values, "received_at >= ?", Times.of(from.toEpochMilli())));
        filter.until().ifPresent(until -> and(conditions, values, "received_at < ?", Times.of(until.toEpochMilli())));
        filter.open().ifPresent(open -> conditions.add(open ? "remaining > 0" : "remaining = 0"));
        after.ifPresent(place -> {
            conditions.add("(received_at, part, pos) < (?, ?, ?)");
            values.add(Times.of(place.receivedAt().toEpochMilli()));
            values.add(place.id().partition());
            values.add(place.id().offset());
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String sql = "SELECT " + COLUMNS + " FROM rejected_batch" + where
                + " ORDER BY received_at DESC, part DESC, pos DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            for (Object value : values) {
                select.setObject(
                        next++,
                        value instanceof List<?> texts ? connection.createArrayOf("text", texts.toArray()) : value);
            }
            select.setInt(next, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<RejectedRow> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(row(rows));
                }
                return page;
            }
        }
    }

    private static void and(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private static RejectedRow row(ResultSet row) throws SQLException {
        return new RejectedRow(
                new RejectedId(row.getInt(1), row.getLong(2)),
                new DeviceKey(row.getString(3), row.getString(4)),
                Times.instant(row, 5).orElseThrow(),
                Times.instant(row, 6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                List.of((String[]) row.getArray(13).getArray()),
                row.getInt(14),
                Times.instant(row, 15),
                Optional.ofNullable(row.getString(16)));
    }

    Optional<RejectedFile> find(Connection connection, RejectedId id) throws SQLException, IOException {
        String sql = "SELECT " + COLUMNS + ", record FROM rejected_batch WHERE part = ? AND pos = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, id.partition());
            select.setLong(2, id.offset());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new RejectedFile(
                                row(rows), RejectedBatchJson.decode(rows.getBytes(17)), redrives(connection, id)))
                        : Optional.empty();
            }
        }
    }

    private static List<RejectedFile.Try> redrives(Connection connection, RejectedId id)
            throws SQLException, IOException {
        String sql = """
                SELECT request, requested_by, requested_at, done_at, accepted, refusals FROM redrive
                WHERE part = ? AND pos = ? ORDER BY coalesce(requested_at, done_at), request
                """;
        List<RejectedFile.Try> tries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, id.partition());
            select.setLong(2, id.offset());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tries.add(new RejectedFile.Try(
                            Objects.requireNonNull(rows.getObject(1, UUID.class)),
                            rows.getString(2),
                            Times.instant(rows, 3),
                            Times.instant(rows, 4),
                            rows.getInt(5),
                            refusals(rows.getString(6))));
                }
            }
        }
        return tries;
    }

    private static List<RejectedBatch.Refused> refusals(@org.jspecify.annotations.Nullable String json)
            throws IOException {
        return json == null ? List.of() : RejectedBatchJson.refusals(JSON.readTree(json));
    }

    /** Notes that a request is stored; an outcome that was faster stays. */
    void note(Connection connection, RedriveRequest request) throws SQLException {
        String sql = """
                INSERT INTO redrive AS known (part, pos, request, requested_by, requested_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (part, pos, request) DO UPDATE SET requested_at = excluded.requested_at
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, request.rejected().partition());
            insert.setLong(2, request.rejected().offset());
            insert.setObject(3, request.id());
            insert.setString(4, PlainText.of(request.by()));
            Times.set(insert, 5, request.at());
            insert.executeUpdate();
        }
    }
}

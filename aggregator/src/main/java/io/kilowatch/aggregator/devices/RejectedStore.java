package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.RejectedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** The tables of rejected batches and redrives, as they are written. */
final class RejectedStore {
    /**
     * A rejected batch as it came.
     *
     * @param id its place
     * @param batch what it says
     * @param record the record itself
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Arrived(RejectedId id, RejectedBatch batch, byte[] record) {}

    /** Enters batches; one that the gateway has stored twice is entered once. */
    void add(Connection connection, Collection<Arrived> batches) throws SQLException {
        String sql = """
                INSERT INTO rejected_batch (received_at, part, pos, enterprise, device, sent_at, topic, connection, protocol,
                  batch, accepted, refused, codes, remaining, record)
                SELECT n.received_at, n.part, n.pos, n.enterprise, n.device, n.sent_at, n.topic, n.connection, n.protocol,
                  n.batch, n.accepted, n.refused, n.codes, n.refused, n.record
                FROM (SELECT ?::timestamptz AS received_at, ?::int AS part, ?::bigint AS pos, ?::text AS enterprise,
                  ?::text AS device, ?::timestamptz AS sent_at, ?::text AS topic, ?::text AS connection,
                  ?::text AS protocol, ?::text AS batch, ?::int AS accepted, ?::int AS refused, ?::text[] AS codes,
                  ?::bytea AS record) n
                WHERE NOT EXISTS (SELECT FROM rejected_batch known WHERE known.received_at = n.received_at
                  AND known.enterprise = n.enterprise AND known.device = n.device AND known.record = n.record)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Arrived one : batches) {
                bind(connection, insert, one);
                insert.executeUpdate();
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, Arrived one) throws SQLException {
        RejectedBatch batch = one.batch();
        Times.set(insert, 1, batch.receivedAt());
        insert.setInt(2, one.id().partition());
        insert.setLong(3, one.id().offset());
        insert.setString(4, PlainText.of(batch.enterprise()));
        insert.setString(5, PlainText.of(batch.device()));
        Times.set(insert, 6, batch.sentAt());
        insert.setString(7, PlainText.of(batch.topic()));
        insert.setString(8, PlainText.of(batch.channel().connection()));
        insert.setString(9, PlainText.of(batch.channel().protocol()));
        insert.setString(10, PlainText.of(batch.batch()));
        insert.setInt(11, batch.accepted());
        insert.setInt(12, batch.refused().size());
        Object[] codes = batch.refused().stream()
                .map(refused -> PlainText.of(refused.code()))
                .distinct()
                .sorted()
                .toArray();
        insert.setArray(13, connection.createArrayOf("text", codes));
        insert.setBytes(14, one.record());
    }

    /** Enters the outcome of a redrive; the same outcome again changes nothing. */
    void redriven(Connection connection, Redriven outcome) throws SQLException {
        String note = """
                INSERT INTO redrive AS known (part, pos, request, requested_by, done_at, accepted, refused, refusals)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (part, pos, request) DO UPDATE SET done_at = excluded.done_at, accepted = excluded.accepted,
                  refused = excluded.refused, refusals = excluded.refusals
                WHERE known.done_at IS NULL
                """;
        try (PreparedStatement upsert = connection.prepareStatement(note)) {
            upsert.setInt(1, outcome.rejected().partition());
            upsert.setLong(2, outcome.rejected().offset());
            upsert.setObject(3, outcome.request());
            upsert.setString(4, PlainText.of(outcome.by()));
            Times.set(upsert, 5, outcome.at());
            upsert.setInt(6, outcome.accepted());
            upsert.setInt(7, outcome.refused().size());
            upsert.setString(8, RejectedBatchJson.refusals(outcome.refused()).toString());
            upsert.executeUpdate();
        }
        String mark = """
                UPDATE rejected_batch SET remaining = least(remaining, ?), redriven_at = ?, redriven_by = ?
                WHERE part = ? AND pos = ? AND (redriven_at IS NULL OR redriven_at <= ?)
                """;
        try (PreparedStatement update = connection.prepareStatement(mark)) {
            // What is refused as a whole says nothing of how many of its readings are.
            boolean whole = outcome.refused().stream().anyMatch(one -> one.index() == RejectedBatch.WHOLE);
            update.setInt(1, whole ? Integer.MAX_VALUE : outcome.refused().size());
            Times.set(update, 2, outcome.at());
            update.setString(3, PlainText.of(outcome.by()));
            update.setInt(4, outcome.rejected().partition());
            update.setLong(5, outcome.rejected().offset());
            Times.set(update, 6, outcome.at());
            update.executeUpdate();
        }
    }
}

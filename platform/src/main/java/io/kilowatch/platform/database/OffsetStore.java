package io.kilowatch.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The offsets that count: kept in the database, advanced in the transaction that stores what the records said.
 *
 * <p>An advance names the offset it starts from. Where another owner of the partition has moved it meanwhile, the
 * advance fails and with it the whole transaction, so a process that lost a partition without noticing cannot write.
 */
public final class OffsetStore {
    private final String group;

    /** The offsets of one consumer group. */
    public OffsetStore(String group) {
        this.group = group;
    }

    /** The next offset to read of each partition; a partition never read is absent. */
    public Map<TopicPartition, Long> positions(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        String sql = """
                SELECT topic, partition, next_offset FROM consumer_offset WHERE consumer_group = ?
                """;
        Set<TopicPartition> wanted = Set.copyOf(partitions);
        Map<TopicPartition, Long> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, group);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    TopicPartition partition = new TopicPartition(rows.getString(1), rows.getInt(2));
                    if (wanted.contains(partition)) {
                        found.put(partition, rows.getLong(3));
                    }
                }
            }
        }
        return found;
    }

    /**
     * Moves offsets on.
     *
     * @param expected where each partition stands as far as the caller knows; absent for one never read
     * @param next where it shall stand
     * @throws StaleOwner if another owner has moved one of them
     */
    public void advance(Connection connection, Map<TopicPartition, Long> expected, Map<TopicPartition, Long> next)
            throws SQLException {
        String sql = """
                INSERT INTO consumer_offset AS stored (consumer_group, topic, partition, next_offset)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (consumer_group, topic, partition) DO UPDATE SET next_offset = excluded.next_offset
                WHERE stored.next_offset = ?
                """;
        Map<TopicPartition, Long> ordered = new TreeMap<>((a, b) -> a.topic().equals(b.topic())
                ? Integer.compare(a.partition(), b.partition())
                : a.topic().compareTo(b.topic()));
        ordered.putAll(next);
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<TopicPartition, Long> entry : ordered.entrySet()) {
                TopicPartition partition = entry.getKey();
                upsert.setString(1, group);
                upsert.setString(2, partition.topic());
                upsert.setInt(3, partition.partition());
                upsert.setLong(4, entry.getValue());
                upsert.setLong(5, expected.getOrDefault(partition, -1L));
                if (upsert.executeUpdate() != 1) {
                    throw new StaleOwner(partition);
                }
            }
        }
    }

    /** A partition was moved on by another owner. */
    public static final class StaleOwner extends SQLException {
        private static final long serialVersionUID = 1L;

        StaleOwner(TopicPartition partition) {
            super("another consumer has moved " + partition + " on");
        }
    }
}

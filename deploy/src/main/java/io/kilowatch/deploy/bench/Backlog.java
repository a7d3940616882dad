package io.kilowatch.deploy.bench;

import io.kilowatch.aggregator.stream.LedgerWork;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.Topics;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The records of readings in Kafka that the ledger has not committed yet. */
final class Backlog implements AutoCloseable {
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Database database;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    Backlog(KafkaConfig kafka, Database database) {
        this.database = database;
        this.consumer = kafka.consumer("bench-ends", Map.of());
        this.partitions = consumer.partitionsFor(Topics.READINGS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        // Nothing is ever polled, but the client warns of the ends of partitions that are not assigned.
        consumer.assign(partitions);
    }

    /**
     * Waits until the ledger's offsets have reached the ends of the topic as they are now.
     *
     * @throws IllegalStateException if that takes more than ten minutes
     */
    void awaitEmpty() throws Exception {
        long published = consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        for (long committed = committed(); committed < published; committed = committed()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "only " + committed + " of " + published + " records are committed after " + LONGEST_DRAIN);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private long committed() throws Exception {
        String sql = "SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE consumer_group = ? AND topic = ?";
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, LedgerWork.GROUP);
                select.setString(2, Topics.READINGS.name());
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}

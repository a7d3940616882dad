package io.kilowatch.deploy.line;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The readings in Kafka that the database does not have yet. */
final class Backlog implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final RealDatabase store;

    Backlog(KafkaConfig kafka, RealDatabase store) {
        this.consumer = kafka.consumer("test-ends", Map.of());
        this.store = store;
    }

    /** Whether every record published so far is stored. */
    boolean isEmpty() throws SQLException {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.READINGS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        // Nothing is ever polled, but the client warns of the ends of partitions that are not assigned.
        consumer.assign(partitions);
        long published = consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long stored = Long.parseLong(
                store.rows("SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic = 'energy.readings'")
                        .get(0));
        return stored == published;
    }

    @Override
    public void close() {
        consumer.close();
    }
}

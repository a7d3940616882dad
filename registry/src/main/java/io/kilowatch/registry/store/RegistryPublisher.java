package io.kilowatch.registry.store;

import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes documents to {@code energy.registry}, each in the partition of its enterprise, and waits until all copies
 * have it.
 */
public final class RegistryPublisher implements Documents.Announcement, AutoCloseable {
    private final Producer<String, byte[]> producer;

    /** A publisher that owns the producer, which awaits the acknowledgement of all copies. */
    public RegistryPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** A publisher to a cluster, whose topics are created if they are missing. */
    public static RegistryPublisher open(KafkaConfig kafka, String clientId) throws InterruptedException {
        Topic.create(kafka, Topics.ALL);
        Map<String, Object> patience =
                Map.of("max.block.ms", 15_000, "request.timeout.ms", 10_000, "delivery.timeout.ms", 30_000);
        return new RegistryPublisher(kafka.producer(clientId, patience));
    }

    @Override
    public void announce(String enterprise, Optional<String> json) throws Exception {
        await(send(enterprise, json));
    }

    private Future<RecordMetadata> send(String enterprise, Optional<String> json) {
        String topic = Topics.REGISTRY.name();
        int partition =
                Topic.partition(enterprise, producer.partitionsFor(topic).size());
        byte[] value = json.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
        return producer.send(new ProducerRecord<>(topic, partition, enterprise, value));
    }

    private static void await(Future<RecordMetadata> sent) throws Exception {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}

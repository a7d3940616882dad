package io.kilowatch.platform.kafka;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where Kafka is.
 *
 * @param bootstrap {@code host:port}, several with commas
 * @param partitions how many partitions a keyed topic gets when it is created
 * @param replication how many copies of a topic are kept when it is created
 */
public record KafkaConfig(String bootstrap, int partitions, int replication) {
    /** Where Kafka is. */
    public static final Option<String> BOOTSTRAP =
            Option.text("kafka-bootstrap", "HOST:PORT[,...]", "localhost:9092", "Kafka brokers to connect to first");

    /** Partitions of new topics. */
    public static final Option<Integer> PARTITIONS = Option.integer(
            "kafka-partitions", "N", 12, 1, 1_000, "partitions of the keyed topics when they are created");

    /** Copies of new topics. */
    public static final Option<Integer> REPLICATION =
            Option.integer("kafka-replication", "N", 1, 1, 10, "copies kept of a topic when it is created");

    /** All of them. */
    public static final List<Option<?>> OPTIONS = List.of(BOOTSTRAP, PARTITIONS, REPLICATION);

    /** From the settings. */
    public static KafkaConfig from(Settings settings) {
        return new KafkaConfig(settings.value(BOOTSTRAP), settings.value(PARTITIONS), settings.value(REPLICATION));
    }

    /** A producer that loses and repeats nothing: all copies acknowledge, idempotent. */
    public KafkaProducer<String, byte[]> producer(String clientId, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("client.id", clientId);
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("compression.type", "lz4");
        properties.putAll(more);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer that never commits by itself; its offsets are kept elsewhere. */
    public KafkaConsumer<String, byte[]> consumer(String clientId, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("client.id", clientId);
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        properties.put("allow.auto.create.topics", false);
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

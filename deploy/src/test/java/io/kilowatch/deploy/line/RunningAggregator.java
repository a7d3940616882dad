package io.kilowatch.deploy.line;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import io.kilowatch.registry.topics.VerdictJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** An aggregator on a real broker and database, fed by the test with registry documents and batches. */
final class RunningAggregator implements AutoCloseable {
    private final RealKafka broker = RealKafka.own();
    private final RealDatabase store;
    private final KafkaConfig kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final InstantSource clock;
    private final Backlog backlog;
    private Database database;
    private RegistryFeed feed;
    private Aggregator aggregator;

    RunningAggregator(RealDatabase.Flavour flavour, Instant now) throws InterruptedException {
        this.store = RealDatabase.fresh(flavour);
        this.clock = InstantSource.fixed(now);
        this.kafka = new KafkaConfig(broker.bootstrapServers(), 3, 1);
        Topic.create(kafka, Topics.ALL);
        this.producer = kafka.producer("test", Map.of());
        this.backlog = new Backlog(kafka, store);
        this.database = open();
        this.feed = new RegistryFeed(kafka, "test-registry");
        this.aggregator = aggregator();
        start();
    }

    private Database open() {
        return Database.open(new DatabaseConfig(store.jdbcUrl(), store.user(), store.password()), "test", 4);
    }

    private Aggregator aggregator() {
        AggregatorConfig config =
                AggregatorConfig.from(new Settings(Map.of("kafka-bootstrap", kafka.bootstrap()), Map.of()));
        return new Aggregator(config, database, feed, clock, new SimpleMeterRegistry(), new Health());
    }

    private void start() {
        feed.start();
        aggregator.start();
    }

    /** Stops the aggregator and starts another on the same store. */
    void restart() {
        aggregator.close();
        feed.close();
        database.close();
        database = open();
        feed = new RegistryFeed(kafka, "test-registry");
        aggregator = aggregator();
        start();
    }

    /** Publishes a document and gives its offset. */
    long register(String enterprise, String yaml) throws ExecutionException, InterruptedException {
        EnterpriseDocument.Read read = EnterpriseDocument.read(yaml.getBytes(StandardCharsets.UTF_8));
        if (!(read instanceof EnterpriseDocument.Read.Valid valid)) {
            throw new IllegalArgumentException(read.toString());
        }
        return producer.send(new ProducerRecord<>(Topics.REGISTRY.name(), enterprise, valid.json()))
                .get()
                .offset();
    }

    /** Publishes a batch as the gateway would. */
    void publish(String enterprise, long registryOffset, Instant receivedAt, List<Reading> readings) {
        ReadingBatch batch = new ReadingBatch(
                enterprise, "gw-1", "b", receivedAt.toEpochMilli(), OptionalLong.empty(), registryOffset, readings);
        producer.send(new ProducerRecord<>(Topics.READINGS.name(), enterprise, ReadingBatchJson.encode(batch)));
    }

    /** Publishes any record to the readings. */
    void publishRaw(String key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.READINGS.name(), key, value));
    }

    /** The database that it writes to. */
    Database database() {
        return database;
    }

    /** Every slot, sum or reading as text, for comparison. */
    List<String> rows(String sql) throws SQLException {
        return store.rows(sql);
    }

    /** What flowed through a meter in a period, in base units. */
    BigDecimal sum(String meter, int kind, String start) throws SQLException {
        List<String> rows = rows("SELECT amount FROM period_sum p JOIN meter m ON m.id = p.meter WHERE m.code = '"
                + meter + "' AND kind = " + kind + " AND start = '" + start + "'");
        return rows.isEmpty()
                ? BigDecimal.ZERO
                : new BigDecimal(rows.get(0)).movePointLeft(6).stripTrailingZeros();
    }

    /** The newest verdict of each key in the topic. */
    Map<String, Verdict> verdicts() throws Exception {
        Map<String, Verdict> newest = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer("test-verdicts", Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERDICTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    newest.put(record.key(), VerdictJson.decode(record.value()));
                }
            }
        }
        return newest;
    }

    /** Whether every reading published is in the database. */
    boolean hasStoredAll() throws SQLException {
        producer.flush();
        return backlog.isEmpty();
    }

    @Override
    public void close() {
        aggregator.close();
        feed.close();
        database.close();
        producer.close();
        backlog.close();
        broker.close();
        store.close();
    }
}

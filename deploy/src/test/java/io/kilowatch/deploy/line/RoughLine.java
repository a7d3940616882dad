package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** A broker and a database for aggregators that fail, and the check that what is stored is exactly what was sent. */
final class RoughLine implements AutoCloseable {
    private static final String GROUP = "aggregator";

    private final RealKafka broker = RealKafka.own();
    private final RealDatabase store;
    private final KafkaConfig kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> registered = new HashMap<>();

    /** A line that owns the database given. */
    RoughLine(int partitions, RealDatabase store) throws InterruptedException {
        this.store = store;
        this.kafka = new KafkaConfig(broker.bootstrapServers(), partitions, 1);
        Topic.create(kafka, Topics.ALL);
        this.producer = kafka.producer("test", Map.of());
    }

    KafkaConfig kafka() {
        return kafka;
    }

    RealDatabase store() {
        return store;
    }

    /** The words that start an aggregator of this line. */
    List<String> options(int pollRecords) {
        return List.of(
                "--kafka-bootstrap=" + kafka.bootstrap(),
                "--kafka-partitions=" + kafka.partitions(),
                "--database-url=" + store.jdbcUrl(),
                "--database-user=" + store.user(),
                "--database-password=" + store.password(),
                "--aggregator-poll-records=" + pollRecords,
                "--aggregator-http-port=0",
                "--management-port=0");
    }

    /** Registers so many enterprises and gives their codes. */
    List<String> register(int count) throws Exception {
        List<String> codes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String code = RoughTraffic.code(number);
            var read = (EnterpriseDocument.Read.Valid)
                    EnterpriseDocument.read(RoughTraffic.document(code).getBytes(StandardCharsets.UTF_8));
            long offset = producer.send(new ProducerRecord<>(Topics.REGISTRY.name(), code, read.json()))
                    .get()
                    .offset();
            registered.put(code, offset);
            codes.add(code);
        }
        return codes;
    }

    /** Publishes batches as the gateway would. */
    void send(List<RoughTraffic.Batch> batches) {
        for (RoughTraffic.Batch one : batches) {
            ReadingBatch batch = new ReadingBatch(
                    one.enterprise(),
                    "gw",
                    "",
                    one.receivedAt(),
                    OptionalLong.empty(),
                    registered.getOrDefault(one.enterprise(), -1L),
                    one.readings());
            sendRaw(one.enterprise(), ReadingBatchJson.encode(batch));
        }
        producer.flush();
    }

    /** Publishes any record to the readings. */
    void sendRaw(@Nullable String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(Topics.READINGS.name(), key, value));
    }

    /** The ids of the aggregators in the group that have partitions. */
    Set<String> members() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            Set<String> members = new TreeSet<>();
            for (ConsumerGroupDescription group :
                    admin.describeConsumerGroups(List.of(GROUP)).all().get().values()) {
                for (MemberDescription member : group.members()) {
                    if (!member.assignment().topicPartitions().isEmpty()) {
                        members.add(member.consumerId());
                    }
                }
            }
            return members;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }

    /** Puts whoever is in the group out of it, as if its session had run out. */
    void emptyTheGroup() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            admin.removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }

    /** How many records the stored offsets cover. */
    long stored() {
        try {
            return positions().values().stream().mapToLong(Long::longValue).sum();
        } catch (SQLException away) {
            return -1;
        }
    }

    /** Whether every record published so far is stored. */
    boolean hasStoredAll() {
        try (TopicReader reader = new TopicReader(kafka, Topics.READINGS)) {
            return stored() == reader.count();
        }
    }

    private Map<Integer, Long> positions() throws SQLException {
        Map<Integer, Long> positions = new TreeMap<>();
        for (String row : store.rows("SELECT partition, next_offset FROM consumer_offset"
                + " WHERE consumer_group = 'aggregator' AND topic = 'energy.readings'")) {
            positions.put(
                    Integer.parseInt(row.substring(0, row.indexOf('|'))),
                    Long.parseLong(row.substring(row.indexOf('|') + 1)));
        }
        return positions;
    }

    /** Holds that the database has exactly what the records up to its own offsets come to. */
    void assertExact(String when) throws Exception {
        assertExact(when, record -> true);
    }

    /** The same, where only some of the records are for the ledger. */
    void assertExact(String when, Predicate<ConsumerRecord<String, byte[]>> counts) throws Exception {
        Map<Integer, Long> positions = positions();
        List<ConsumerRecord<String, byte[]>> covered;
        try (TopicReader reader = new TopicReader(kafka, Topics.READINGS)) {
            covered = reader.all().stream()
                    .filter(record -> record.offset() < positions.getOrDefault(record.partition(), 0L))
                    .filter(counts)
                    .toList();
        }
        PlainBooks books = new PlainBooks(covered);
        assertThat(rows(StoredBooks.READINGS)).as("readings %s", when).isEqualTo(books.readings());
        assertThat(rows(StoredBooks.ASIDE)).as("kept aside %s", when).isEqualTo(books.aside());
        assertThat(rows(StoredBooks.SLOTS)).as("slots %s", when).isEqualTo(books.slots());
        assertThat(rows(StoredBooks.SUMS)).as("sums %s", when).isEqualTo(books.sums());
        assertThat(rows(StoredBooks.ELECTRICITY)).as("indicators %s", when).isEqualTo(books.electricity());
    }

    /** The verdicts of the line, in Kafka and in the database. */
    LineVerdicts verdicts() {
        return new LineVerdicts(kafka, store);
    }

    private Set<String> rows(String sql) throws SQLException {
        return new TreeSet<>(store.rows(sql));
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
        store.close();
    }
}

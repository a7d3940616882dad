package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.aggregator.devices.DeviceBook;
import io.kilowatch.aggregator.devices.DevicesConfig;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.domain.Name;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEvent.Activity;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.LoginRefused;
import io.kilowatch.registry.topics.DeviceEvent.Offline;
import io.kilowatch.registry.topics.DeviceEvent.Online;
import io.kilowatch.registry.topics.DeviceEvent.Redriven;
import io.kilowatch.registry.topics.DeviceEvent.Work;
import io.kilowatch.registry.topics.DeviceEventJson;
import io.kilowatch.registry.topics.DeviceLink;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedBatchJson;
import io.kilowatch.registry.topics.RejectedId;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of devices and what was rejected, from real topics into real tables: once, whatever is repeated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceBookIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long NOON = Instant.parse("2026-11-22T04:00:00Z").toEpochMilli();
    private static final DevicesConfig KEEPING = new DevicesConfig(Duration.ofDays(90), Duration.ofDays(90), 1_000);

    private RealKafka kafka;
    private KafkaConfig config;
    private KafkaProducer<String, byte[]> producer;

    @BeforeAll
    void start() throws Exception {
        kafka = RealKafka.own();
        config = new KafkaConfig(kafka.bootstrapServers(), 3, 1);
        Topic.create(config, Topics.ALL);
        producer = config.producer("test", Map.of());
    }

    @AfterAll
    void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void countsOnceWhatIsToldTwiceAndWhatIsReadTwice() throws Exception {
        String code = "E-once";
        tell(new Online(code, "gw-1", NOON, link("c-1", 0), 720_000));
        for (int again = 0; again < 2; again++) {
            tell(activity(code, 1, NOON + 60_000, 10));
            tell(activity(code, 2, NOON + 3_660_000, 5));
        }
        tell(new Offline(code, "gw-1", NOON + 3_700_000, link("c-1", 3), Ending.LOST, Optional.empty()));
        RejectedBatch rejected = rejected(code, NOON, "b-1");
        reject(rejected);
        reject(rejected);
        String state = "SELECT (SELECT sum(messages) FROM device_hour WHERE enterprise = 'E-once'),"
                + " (SELECT count(*) FROM device_hour WHERE enterprise = 'E-once'),"
                + " (SELECT sum(count) FROM device_refusal WHERE enterprise = 'E-once'),"
                + " (SELECT messages || ' ' || ending FROM device_connection WHERE enterprise = 'E-once'),"
                + " (SELECT count(*) FROM rejected_batch WHERE enterprise = 'E-once')";

        try (RealDatabase store = RealDatabase.fresh(Flavour.POSTGRESQL)) {
            run(store, KEEPING, NOON, () -> awaitRead(store, state, "15|2|2|15 lost|1"));
            // Somebody has lost the offsets: everything is read once more.
            execute(store, "DELETE FROM consumer_offset");
            run(store, KEEPING, NOON, () -> {
                tell(new LoginRefused("E-last", "gw-1", NOON, NOON, "10.0.0.9", Map.of("wrong-password", 1)));
                awaitRead(store, "SELECT count(*) FROM device WHERE enterprise = 'E-last'", "1");
                awaitRead(store, state, "15|2|2|15 lost|1");
            });
        }
    }

    @Test
    void putsAsideWhatItCannotReadAndGoesOn() throws Exception {
        long before = deadLetters();
        send(Topics.DEVICES, "x", "nonsense".getBytes(UTF_8));
        send(Topics.REJECTED, "x", null);
        send(
                Topics.DEVICES,
                "x",
                "{\"event\":\"online\",\"enterprise\":\"a\\u0000b\",\"device\":\"d\",\"at\":1}".getBytes(UTF_8));
        reject(rejected("E-odd", NOON, "b-\u0000\uD800"));
        tell(new Online("E-odd", "gw-1", NOON, link("c-odd", 0), 720_000));

        try (RealDatabase store = RealDatabase.fresh(Flavour.POSTGRESQL)) {
            run(store, KEEPING, NOON, () -> {
                awaitRead(store, "SELECT count(*) FROM device WHERE enterprise = 'E-odd'", "1");
                awaitRead(store, "SELECT batch FROM rejected_batch WHERE enterprise = 'E-odd'", "b-\uFFFD\uFFFD");
            });
        }
        assertThat(deadLetters() - before).isEqualTo(3);
    }

    @Test
    void givesTheOutcomeOfARedriveToItsBatchOnce() throws Exception {
        reject(rejected("E-redriven", NOON, "b-1"));
        try (RealDatabase store = RealDatabase.fresh(Flavour.POSTGRESQL)) {
            run(store, KEEPING, NOON, () -> {
                awaitRead(store, "SELECT remaining FROM rejected_batch WHERE enterprise = 'E-redriven'", "2");
                String[] place = store.rows("SELECT part, pos FROM rejected_batch WHERE enterprise = 'E-redriven'")
                        .get(0)
                        .split("\\|", -1);
                RejectedId id = new RejectedId(Integer.parseInt(place[0]), Long.parseLong(place[1]));
                for (int again = 0; again < 2; again++) {
                    tell(new Redriven(
                            "E-redriven",
                            "gw-1",
                            NOON + 1,
                            id,
                            new UUID(1, 2),
                            "li.na",
                            1,
                            List.of(new RejectedBatch.Refused(1, "M", "bad-time", new Name("", "")))));
                }
                awaitRead(
                        store,
                        "SELECT remaining, redriven_by, (SELECT count(*) FROM redrive r WHERE r.part = b.part AND"
                                + " r.pos = b.pos) FROM rejected_batch b WHERE enterprise = 'E-redriven'",
                        "1|li.na|1");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void keepsNoMoreThanItShall(Flavour flavour) throws Exception {
        String code = "E-" + flavour;
        for (int i = 0; i < 6; i++) {
            reject(rejected(code, NOON + i * 60_000L, "b-" + i));
        }
        tell(activity(code, 1, NOON, 10));
        String kept =
                "SELECT string_agg(batch, ',' ORDER BY batch) FROM rejected_batch WHERE enterprise = '" + code + "'";
        String hours = "SELECT count(*) FROM device_hour WHERE enterprise = '" + code + "'";
        try (RealDatabase store = RealDatabase.fresh(flavour)) {
            run(store, KEEPING, NOON, () -> {
                awaitRead(store, kept, "b-0,b-1,b-2,b-3,b-4,b-5");
                awaitRead(store, hours, "1");
            });
            run(
                    store,
                    new DevicesConfig(KEEPING.health(), KEEPING.rejected(), 2),
                    NOON,
                    () -> awaitRead(store, kept, "b-4,b-5"));
            run(store, KEEPING, NOON + Duration.ofDays(91).toMillis(), () -> {
                awaitRead(store, kept, "null");
                awaitRead(store, hours, "0");
            });
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private void run(RealDatabase store, DevicesConfig keeping, long now, Step step) throws Exception {
        DatabaseConfig where = new DatabaseConfig(store.jdbcUrl(), store.user(), store.password());
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(now));
        try (Database database = Database.open(where, "test", 4);
                DeviceBook book =
                        new DeviceBook(keeping, config, database, clock, new SimpleMeterRegistry(), new Health())) {
            book.start();
            step.run();
        }
    }

    private static void awaitRead(RealDatabase store, String sql, String expected) {
        await().atMost(LONG).untilAsserted(() -> assertThat(store.rows(sql)).containsExactly(expected));
    }

    private static void execute(RealDatabase store, String sql) throws Exception {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long deadLetters() {
        try (TopicReader reader = new TopicReader(config, Topics.DEAD_LETTER)) {
            return reader.count();
        }
    }

    private void tell(DeviceEvent event) throws Exception {
        send(Topics.DEVICES, event.key(), DeviceEventJson.encode(event));
    }

    private void reject(RejectedBatch batch) throws Exception {
        send(Topics.REJECTED, batch.enterprise() + '/' + batch.device(), RejectedBatchJson.encode(batch));
    }

    private void send(Topic topic, String key, byte @org.jspecify.annotations.Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }

    private static DeviceLink link(String connection, long number) {
        return new DeviceLink(new Channel(connection, "mqtt-5"), "10.0.0.7", number);
    }

    private static Activity activity(String code, long number, long at, int messages) {
        Work work = new Work(
                messages,
                100L * messages,
                messages,
                Map.of("unknown-meter", 1),
                OptionalLong.of(at),
                OptionalLong.of(at - 1_000),
                OptionalLong.of(1_000),
                OptionalLong.of(50),
                OptionalLong.of(40));
        String connection = code.equals("E-once") ? "c-1" : "c-" + code;
        return new Activity(code, "gw-1", at, link(connection, number), at - 60_000, 720_000, work);
    }

    private static RejectedBatch rejected(String code, long at, String batch) {
        Name why = new Name("未登记", "not registered");
        return new RejectedBatch(
                code,
                "gw-1",
                "kw/v1/" + code + "/gw-1/readings",
                at,
                OptionalLong.of(at - 50),
                new Channel("c-1", "mqtt-5"),
                7,
                batch,
                0,
                List.of(
                        new RejectedBatch.Refused(0, "M", "unknown-meter", why),
                        new RejectedBatch.Refused(1, "M", "bad-time", why)),
                "{}".getBytes(UTF_8));
    }
}

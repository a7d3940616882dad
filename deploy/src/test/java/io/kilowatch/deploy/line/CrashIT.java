package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Aggregators that are killed in mid-stream, on real parts. */
class CrashIT {
    private static final long START = 1_767_196_800_000L;
    private static final int ENTERPRISES = 40;
    private static final int SLOTS = 1_500;
    private static final long STEP = 1_250_000L;

    @Test
    void keepsEverySumExactWhenAggregatorsAreKilledInMidStream() throws Exception {
        try (RealKafka broker = RealKafka.own();
                RealDatabase store = RealDatabase.fresh(Flavour.TIMESCALEDB)) {
            KafkaConfig kafka = new KafkaConfig(broker.bootstrapServers(), 6, 1);
            Topic.create(kafka, Topics.ALL);
            publish(kafka);
            String[] aggregate = {
                "aggregate",
                "--kafka-bootstrap=" + kafka.bootstrap(),
                "--database-url=" + store.jdbcUrl(),
                "--database-user=" + store.user(),
                "--database-password=" + store.password(),
                "--aggregator-poll-records=25",
                "--aggregator-http-port=0",
                "--management-port=0"
            };
            long expected = (long) ENTERPRISES * (SLOTS + 1);
            List<Long> seenWhenKilled = new ArrayList<>();

            for (int kill = 1; kill <= 3; kill++) {
                long target = expected * kill / 5;
                try (ServiceProcess process = ServiceProcess.start(aggregate)) {
                    await().atMost(Duration.ofSeconds(90))
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> count(store, "SELECT count(*) FROM reading") >= target);
                    process.kill();
                    seenWhenKilled.add(count(store, "SELECT count(*) FROM reading"));
                }
            }
            try (ServiceProcess first = ServiceProcess.start(aggregate);
                    ServiceProcess second = ServiceProcess.start(aggregate)) {
                await().atMost(Duration.ofSeconds(120))
                        .until(() -> count(store, "SELECT count(*) FROM reading") == expected);
                assertThat(first.said() + second.said()).doesNotContain("Exception in thread");
            }

            assertThat(seenWhenKilled).isSorted().allMatch(seen -> seen < expected);
            assertThat(count(store, "SELECT count(*) FROM slot")).isEqualTo((long) ENTERPRISES * SLOTS);
            assertThat(count(store, "SELECT count(*) FROM slot WHERE amount <> " + STEP + " OR measured <> 900000"))
                    .isZero();
            assertThat(count(store, "SELECT count(DISTINCT meter) FROM period_sum"))
                    .isEqualTo(ENTERPRISES);
            assertThat(count(
                            store,
                            "SELECT count(*) FROM period_sum p WHERE kind = 2 AND amount <> " + STEP * SLOTS
                                    + " OR kind = 0 AND amount <> (SELECT sum(s.amount) FROM slot s WHERE s.meter = p.meter"
                                    + " AND (s.at AT TIME ZONE 'Asia/Shanghai')::date = p.start)"))
                    .isZero();
        }
    }

    private static void publish(KafkaConfig kafka) throws Exception {
        try (KafkaProducer<String, byte[]> producer = kafka.producer("test", Map.of())) {
            List<ProducerRecord<String, byte[]>> batches = new ArrayList<>();
            for (int i = 0; i < ENTERPRISES; i++) {
                String code = code(i);
                var read = (EnterpriseDocument.Read.Valid)
                        EnterpriseDocument.read(document(code).getBytes(StandardCharsets.UTF_8));
                long offset = producer.send(new ProducerRecord<>(Topics.REGISTRY.name(), code, read.json()))
                        .get()
                        .offset();
                batches.addAll(batches(code, offset));
            }
            java.util.Collections.shuffle(batches, new Random(11));
            batches.forEach(producer::send);
            producer.flush();
        }
    }

    private static List<ProducerRecord<String, byte[]>> batches(String code, long registryOffset) {
        List<ProducerRecord<String, byte[]>> batches = new ArrayList<>();
        for (int from = 0; from <= SLOTS; from += 30) {
            List<Reading> readings = new ArrayList<>();
            for (int i = from; i < from + 30 && i <= SLOTS; i++) {
                readings.add(new Reading(
                        "EL", START + i * 900_000L, ReadingKind.REGISTER, i * STEP, ReadingSource.MEASURED));
            }
            ReadingBatch batch =
                    new ReadingBatch(code, "gw", "b", START, OptionalLong.empty(), registryOffset, readings);
            batches.add(new ProducerRecord<>(Topics.READINGS.name(), code, ReadingBatchJson.encode(batch)));
        }
        return batches;
    }

    private static long count(RealDatabase store, String sql) {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException notThereYet) {
            return 0;
        }
    }

    private static String code(int number) {
        String first = "91640300MA7" + (100_000 + number);
        return first + EnterpriseCode.checkCharacter(first);
    }

    private static String document(String code) {
        return """
                enterprise: {code: %s, name: {zh: 测试, en: Test}, region: "640300", industry: C3140, plant: existing}
                devices: [{id: gw}]
                meters:
                  - {id: EL, device: gw, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     interval: PT15M}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}]}
                """.formatted(code);
    }
}

package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.metrics.LimitMetrics;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Kafka is away while many devices go on publishing; twenty seconds, or as long as {@code -Dkilowatch.outage=PT10M}
 * says.
 */
class GatewayOutageIT {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration OUTAGE = Duration.parse(System.getProperty("kilowatch.outage", "PT20S"));
    private static final int DEVICES = 40;

    /** So few that the outage is many times as long, and so many that they do not fit into the room. */
    private static final int KEEP_ALIVE = 4;

    private static final int MOST = 100;
    private static final int ROOM = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void holdsConnectionsAndMemoryAcknowledgesNothingAndLosesNothing() throws Exception {
        List<TestPlant> plants = IntStream.range(0, DEVICES)
                .mapToObj(i -> new TestPlant(100 + i, 13_000))
                .toList();
        Map<String, String> documents = plants.stream().collect(Collectors.toMap(TestPlant::code, TestPlant::document));
        try (RealKafka kafka = RealKafka.own()) {
            KafkaConfig config = new KafkaConfig(kafka.bootstrapServers(), 12, 1);
            Topic.create(config, Topics.ALL);
            TopicReader.awaitLeaders(config, Topics.READINGS);
            Map<String, String> options = new HashMap<>(Map.of(
                    "kafka-bootstrap", kafka.bootstrapServers(),
                    "limit-in-flight", Integer.toString(ROOM),
                    "limit-enterprise-in-flight", "65536"));
            try (RunningGateway gateway = new RunningGateway(documents, options);
                    Devices devices = new Devices(gateway.port(), plants, KEEP_ALIVE)) {
                for (int i = 0; i < 5; i++) {
                    devices.publish();
                }
                await().atMost(LONG).until(() -> devices.acknowledged().size() == devices.published());

                kafka.stop();
                await().atMost(LONG).until(() -> gateway.gauge(IngestMetrics.IN_FLIGHT) == 0);
                outage(gateway, devices);
                kafka.start();

                await().atMost(LONG).until(() -> devices.acknowledged().size() == devices.published());
                await().atMost(LONG).until(() -> gateway.gauge(LimitMetrics.IN_FLIGHT) == 0);
                assertThat(gateway.gauge(LimitMetrics.AHEAD)).isZero();
                assertThat(devices.lost()).isZero();
                assertThat(devices.failed()).isZero();
                assertThat(stored(config)).containsAll(devices.acknowledged());
            }
        }
    }

    private static void outage(RunningGateway gateway, Devices devices) {
        long began = System.nanoTime();
        int before = devices.acknowledged().size();
        Duration pause = OUTAGE.dividedBy(MOST);
        for (int i = 0; i < MOST; i++) {
            devices.publish();
            await().pollDelay(pause).atMost(pause.plus(LONG)).until(() -> true);
            assertThat(gateway.gauge(LimitMetrics.IN_FLIGHT)).isLessThan(ROOM + 100_000);
            assertThat(devices.lost()).isZero();
        }
        assertThat(devices.acknowledged()).hasSize(before);
        assertThat(gateway.gauge(LimitMetrics.IN_FLIGHT)).isGreaterThan(ROOM / 2.0);
        assertThat(gateway.count(LimitMetrics.WAITED)).isPositive();
        // Each of two event loops tries with a few records, twice a second.
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(gateway.count(IngestMetrics.RETRIES)).isLessThan(100 + 100 * seconds);
    }

    private static Set<String> stored(KafkaConfig config) throws Exception {
        Set<String> names = new HashSet<>();
        try (TopicReader reader = new TopicReader(config, Topics.READINGS)) {
            for (ConsumerRecord<String, byte[]> record : reader.all()) {
                names.add(JSON.readTree(record.value()).path("batch").asText());
            }
        }
        return names;
    }
}

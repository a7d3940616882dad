package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.FleetSize;
import io.kilowatch.simulators.load.Flow;
import io.kilowatch.simulators.load.LoadProvince;
import io.kilowatch.simulators.load.LoadResult;
import io.kilowatch.simulators.load.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * One enterprise that sends as much as it can over many connections, and some that send a little.
 *
 * <p>Were they served in the order in which their messages come, all would wait alike. What is compared is therefore how
 * long they wait in the same seconds; by how much the quiet ones wait longer than alone is the benchmark's to say.
 */
class FairnessIT {
    private static final Instant FIRST = Instant.parse("2026-08-31T16:00:00Z");
    private static final Duration ROUND = Duration.ofSeconds(6);

    @Test
    void whoeverSendsTooMuchWaitsForItAloneEvenBelowItsLimits() throws Exception {
        LoadProvince quiet = new LoadProvince(1, 20, 1, 1, 7, FIRST);
        LoadProvince loud = new LoadProvince(2, 40, 40, 1, 7, FIRST);
        Map<String, String> documents = new HashMap<>(quiet.documents());
        documents.putAll(loud.documents());
        try (RealKafka kafka = RealKafka.own()) {
            KafkaConfig config = new KafkaConfig(kafka.bootstrapServers(), 12, 1);
            Topic.create(config, Topics.ALL);
            TopicReader.awaitLeaders(config, Topics.READINGS);
            Map<String, String> unlimited = Map.of(
                    "kafka-bootstrap", kafka.bootstrapServers(),
                    "limit-device-messages", "0",
                    "limit-device-bytes", "0",
                    "limit-enterprise-messages", "0",
                    "limit-enterprise-bytes", "0");
            try (RunningGateway gateway = new RunningGateway(documents, unlimited);
                    Fleet many = Fleet.connect(Target.plain("127.0.0.1", gateway.port()), quiet, FleetSize.of(20, 16));
                    Fleet one = Fleet.connect(Target.plain("127.0.0.1", gateway.port()), loud, FleetSize.of(40, 250))) {
                await().atMost(Duration.ofSeconds(60)).until(gateway::isStoring);
                CompletableFuture<LoadResult> noise = one.begin(Flow.closed(ROUND.dividedBy(2), ROUND));
                LoadResult disturbed = many.run(Flow.open(100, ROUND.dividedBy(2), ROUND));
                LoadResult disturbing = noise.join();

                assertThat(disturbed.isClean()).isTrue();
                assertThat(disturbing.isClean()).isTrue();
                assertThat(disturbing.acknowledged()).isGreaterThan(100 * disturbed.acknowledged() / 20);
                assertThat(disturbed.latency().p50() * 1.5)
                        .as("%s beside %s", disturbed.latency(), disturbing.latency())
                        .isLessThan(disturbing.latency().p50());
            }
        }
    }
}

package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Kafka goes away while devices publish, and comes back. */
class KafkaOutageIT {
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");
    private static final int BEFORE = 300;
    private static final int DURING = 60;
    private static final int AFTER = 300;

    @Test
    void losesNothingThatWasAcknowledgedAndGoesOnByItself() throws Exception {
        TestPlant plant = new TestPlant(6, 13_000);
        AtomicInteger acknowledged = new AtomicInteger();
        try (RunningLine line = new RunningLine(Flavour.TIMESCALEDB, InstantSource.system())) {
            line.register(plant.code(), plant.document());
            Mqtt5AsyncClient client = Mqtt5Client.builder()
                    .serverHost("127.0.0.1")
                    .serverPort(line.mqttPort())
                    .simpleAuth()
                    .username(plant.user())
                    .password(TestPlant.PASSWORD.getBytes(UTF_8))
                    .applySimpleAuth()
                    .buildAsync();
            client.connect().join();

            publish(client, plant, 0, BEFORE, acknowledged);
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.get() == BEFORE);
            line.broker().stop();
            publish(client, plant, BEFORE, DURING, acknowledged);
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> acknowledged.get() == BEFORE);
            line.broker().start();
            publish(client, plant, BEFORE + DURING, AFTER, acknowledged);

            int all = BEFORE + DURING + AFTER;
            await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged.get() == all);
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> line.value("SELECT count(*) FROM reading").equals(Integer.toString(all)));
            assertThat(line.value("SELECT sum(amount) FROM slot")).isEqualTo((all - 1) * 13_000L + "000000");
            client.disconnect();
        }
    }

    private static void publish(
            Mqtt5AsyncClient client, TestPlant plant, int from, int count, AtomicInteger acknowledged) {
        for (int i = from; i < from + count; i++) {
            String batch = "{\"readings\":[{\"meter\":\"EL\",\"at\":\"%s\",\"register\":\"%d\"}]}"
                    .formatted(START.plusSeconds(i * 900L), i * 13_000L);
            client.publishWith()
                    .topic(plant.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(batch.getBytes(UTF_8))
                    .send()
                    .whenComplete((sent, fault) -> {
                        if (fault == null && sent.getError().isEmpty()) {
                            acknowledged.incrementAndGet();
                        }
                    });
        }
    }
}

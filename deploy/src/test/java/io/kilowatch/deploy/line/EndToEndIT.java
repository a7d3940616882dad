package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From PUBLISH by an independent client to the alert over HTTP, on a real broker and a real TimescaleDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndIT {
    private static final Instant SEPTEMBER = Instant.parse("2026-08-31T16:00:00Z");

    private RunningLine line;

    @BeforeAll
    void start() throws Exception {
        line = new RunningLine(Flavour.TIMESCALEDB, InstantSource.system());
    }

    @AfterAll
    void stop() {
        line.close();
    }

    @Test
    void opensAnAlertForThePlantAboveItsLimitAndNoneForTheOther() throws Exception {
        TestPlant above = new TestPlant(1, 13_400);
        TestPlant within = new TestPlant(2, 13_300);
        for (TestPlant plant : new TestPlant[] {above, within}) {
            line.register(plant.code(), plant.document());
            Mqtt5BlockingClient client = connect(plant.user(), TestPlant.PASSWORD);
            for (String day : plant.days(SEPTEMBER, 30)) {
                client.publishWith()
                        .topic(plant.topic())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(day.getBytes(UTF_8))
                        .send();
            }
            client.disconnect();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> month(above).isPresent());
        JsonNode alert = month(above).orElseThrow();
        assertThat(alert.path("status").asText()).isEqualTo("open");
        assertThat(alert.path("limit").asText()).isEqualTo("13350");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                month(above).orElseThrow().path("value").asText())
                        .isEqualTo("13400"));
        line.awaitStored();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode september = line.get("/api/v1/enterprises/" + within.code() + "?period=month&at=2026-09-01");
            assertThat(september.path("indicators").findValuesAsText("outcome")).contains("within");
        });
        assertThat(line.get("/api/v1/alerts?enterprise=" + within.code()).path("items"))
                .isEmpty();
    }

    @Test
    void tellsTheDeviceOnItsReceiptTopicWhatWasRefusedAndKeepsTheRest() throws Exception {
        TestPlant plant = new TestPlant(3, 13_000);
        line.register(plant.code(), plant.document());
        Mqtt5BlockingClient client = connect(plant.user(), TestPlant.PASSWORD);
        try (var receipts = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith()
                    .topicFilter(plant.topic().replace("/readings", "/receipts"))
                    .send();

            String batch = "{\"batch\":\"b-1\",\"readings\":["
                    + "{\"meter\":\"EL\",\"at\":\"2026-10-01T00:00:00+08:00\",\"register\":12.5},"
                    + "{\"meter\":\"NONE\",\"at\":\"2026-10-01T00:00:00+08:00\",\"register\":1}]}";
            client.publishWith()
                    .topic(plant.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(batch.getBytes(UTF_8))
                    .send();

            Optional<Mqtt5Publish> receipt = receipts.receive(20, TimeUnit.SECONDS);
            String text = new String(receipt.orElseThrow().getPayloadAsBytes(), UTF_8);
            assertThat(text).contains("\"b-1\"").contains("unknown-meter").contains("NONE");
        }
        line.awaitStored();
        assertThat(line.value("SELECT value FROM reading r JOIN meter m ON m.id = r.meter WHERE m.enterprise = '"
                        + plant.code() + "'"))
                .isEqualTo("12500000");
        client.disconnect();
    }

    @Test
    void letsNobodyInWithAWrongPassword() throws Exception {
        TestPlant plant = new TestPlant(4, 13_000);
        line.register(plant.code(), plant.document());

        assertThatThrownBy(() -> connect(plant.user(), "wrong")).isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void takesReadingsOverMqtt311() throws Exception {
        TestPlant plant = new TestPlant(5, 13_000);
        line.register(plant.code(), plant.document());
        Mqtt3BlockingClient client = Mqtt3Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();

        client.publishWith()
                .topic(plant.topic())
                .qos(MqttQos.EXACTLY_ONCE)
                .payload(plant.days(SEPTEMBER, 1).get(0).getBytes(UTF_8))
                .send();

        line.awaitStored();
        assertThat(line.value("SELECT count(*) FROM reading r JOIN meter m ON m.id = r.meter WHERE m.enterprise = '"
                        + plant.code() + "'"))
                .isEqualTo("193");
        client.disconnect();
    }

    private Mqtt5BlockingClient connect(String user, String password) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(user)
                .password(password.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        return client;
    }

    private Optional<JsonNode> month(TestPlant plant) throws Exception {
        for (JsonNode alert :
                line.get("/api/v1/alerts?enterprise=" + plant.code()).path("items")) {
            if (alert.path("period").path("kind").asText().equals("month")) {
                return Optional.of(alert);
            }
        }
        return Optional.empty();
    }
}

package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The health of devices and the redriving of what was rejected, from a device's connection to the API and the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceHealthIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");

    private RunningLine line;

    @BeforeAll
    void start() throws Exception {
        line = new RunningLine(Flavour.TIMESCALEDB, InstantSource.system(), Map.of("device-window", "PT1S"));
    }

    @AfterAll
    void stop() {
        line.close();
    }

    @Test
    void showsADeviceComeInSendGoodAndBadAndDieWithoutAWord() throws Exception {
        TestPlant plant = new TestPlant(41, 13_000);
        line.register(plant.code(), plant.document());
        JsonNode unseen = line.figures(devices(plant) + "/gw-1");
        assertThat(unseen.path("status").asText()).isEqualTo("never");

        try (Socket device = new Socket("127.0.0.1", line.mqttPort())) {
            device.getOutputStream().write(DyingDevice.connect(plant, 2));
            device.getOutputStream()
                    .write(DyingDevice.publish(
                            plant,
                            "{\"batch\":\"b-1\",\"sentAt\":\"" + Instant.now().minusSeconds(300)
                                    + "\",\"readings\":["
                                    + reading("EL", 0) + "," + reading("NONE", 0) + "]}"));
            device.getOutputStream().flush();

            await().atMost(LONG).untilAsserted(() -> {
                JsonNode health = line.figures(devices(plant) + "/gw-1");
                assertThat(health.at("/refusals/unknown-meter").asInt()).isEqualTo(1);
                assertThat(health.path("medianClockOffsetMillis").asLong()).isBetween(299_000L, 400_000L);
                assertThat(health.path("concerns").toString()).contains("refusals", "clock", "late");
                assertThat(health.at("/connection/protocol").asText()).isEqualTo("mqtt-3.1.1");
                assertThat(health.at("/connection/address").asText()).isEqualTo("127.0.0.1");
            });

            // It sends nothing more, not even a ping: after one and a half times its keep-alive it is given up.
            await().atMost(LONG).untilAsserted(() -> {
                JsonNode health = line.figures(devices(plant) + "/gw-1");
                assertThat(health.path("status").asText()).isEqualTo("offline");
                assertThat(health.at("/connections/0/ending").asText()).isEqualTo("keep-alive");
                assertThat(health.at("/connections/0/will/content").asText()).isEqualTo("gone");
                assertThat(health.at("/connections/0/accepted").asInt()).isEqualTo(1);
            });
        }
    }

    @Test
    void showsWhoIsOnlineNowAndWhoWasNotLetIn() throws Exception {
        TestPlant plant = new TestPlant(42, 13_000);
        line.register(plant.code(), plant.document());
        assertThat(catchRefusal(plant)).isTrue();
        Mqtt5BlockingClient client = client(plant, TestPlant.PASSWORD);
        client.connect();

        await().atMost(LONG).untilAsserted(() -> {
            JsonNode device = line.figures(devices(plant)).at("/items/0");
            assertThat(device.path("status").asText()).isEqualTo("online");
            assertThat(device.at("/refusedLogin/why").asText()).isEqualTo("wrong-password");
        });
        client.disconnect();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(line.figures(devices(plant))
                                .at("/items/0/connection/ending")
                                .asText())
                        .isEqualTo("client"));
    }

    private boolean catchRefusal(TestPlant plant) {
        try {
            client(plant, "wrong").connect();
            return false;
        } catch (Mqtt5ConnAckException e) {
            return true;
        }
    }

    @Test
    void takesInByTheApiWhatWasRejectedOnceTheRegistryIsMended() throws Exception {
        TestPlant plant = new TestPlant(43, 13_000);
        line.register(plant.code(), withoutOutput(plant));
        sendADay(plant);
        JsonNode rejected = awaitRejected(plant);
        assertThat(rejected.at("/items/0/refused").asInt()).isEqualTo(96);
        assertThat(rejected.at("/items/0/accepted").asInt()).isEqualTo(97);
        String id = rejected.at("/items/0/id").asText();

        // Before it is mended nothing is won.
        line.tellFigures("/api/v1/rejected/" + id + "/redrive", "{\"by\":\"li.na\"}");
        await().atMost(LONG)
                .until(() -> line.figures("/api/v1/rejected/" + id)
                                .at("/redrives/0/refusals")
                                .size()
                        == 96);
        assertThat(line.figures("/api/v1/rejected/" + id).path("state").asText())
                .isEqualTo("open");

        line.register(plant.code(), plant.document());
        line.tellFigures(
                "/api/v1/rejected/redrive",
                "{\"by\":\"li.na\",\"enterprise\":\"" + plant.code() + "\",\"code\":\"unknown-meter\"}");

        awaitFigure(plant);
        await().atMost(LONG).untilAsserted(() -> {
            JsonNode mended = line.figures("/api/v1/rejected/" + id);
            assertThat(mended.path("state").asText()).isEqualTo("redriven");
            assertThat(mended.path("redrivenBy").asText()).isEqualTo("li.na");
            assertThat(mended.at("/redrives/1/accepted").asInt()).isEqualTo(96);
        });

        // The readings came in when the device sent them, by the ledger's books too.
        assertThat(line.value("SELECT count(DISTINCT received_at) FROM reading r JOIN meter m ON m.id = r.meter"
                        + " WHERE m.enterprise = '" + plant.code() + "'"))
                .isEqualTo("1");

        // Once more changes no figure and makes no second batch.
        line.tellFigures("/api/v1/rejected/" + id + "/redrive", "{\"by\":\"li.na\"}");
        await().atMost(LONG)
                .until(() -> line.figures("/api/v1/rejected/" + id)
                        .at("/redrives/2/doneAt")
                        .isTextual());
        line.awaitStored();
        assertThat(amount(plant)).isEqualTo("96000000");
        assertThat(line.figures("/api/v1/rejected?enterprise=" + plant.code()).path("items"))
                .hasSize(1);
        assertThat(firmware(plant)).hasSizeGreaterThanOrEqualTo(3).containsOnly("redrive 2.1", "mqtt-5 2.1");
    }

    /** The protocol of each batch of accepted readings, and what its sender wanted carried along. */
    private List<String> firmware(TestPlant plant) throws Exception {
        List<String> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(new KafkaConfig(line.kafka(), 3, 1), Topics.READINGS)) {
            for (ConsumerRecord<String, byte[]> record : reader.all()) {
                if (record.key().equals(plant.code())) {
                    Header header = record.headers().lastHeader("property.firmware");
                    found.add(ReadingBatchJson.decode(record.value()).channel().protocol()
                            + ' '
                            + (header == null ? "none" : new String(header.value(), UTF_8)));
                }
            }
        }
        return found;
    }

    @Test
    void takesInByTheCommandLineWhatWasRejectedOnceTheRegistryIsMended() throws Exception {
        TestPlant plant = new TestPlant(44, 13_000);
        line.register(plant.code(), withoutOutput(plant));
        sendADay(plant);
        String id = awaitRejected(plant).at("/items/0/id").asText();

        assertThat(run("rejected", "list", "--enterprise", plant.code())).isZero();
        assertThat(run("rejected", "show", id, "--format", "json")).isZero();
        assertThat(run("rejected", "redrive", id, "--by", "li.na")).isEqualTo(1);
        line.register(plant.code(), plant.document());
        assertThat(run("rejected", "redrive", "--enterprise", plant.code(), "--by", "li.na", "--wait", "PT90S"))
                .isZero();

        awaitFigure(plant);
        assertThat(amount(plant)).isEqualTo("96000000");
        assertThat(run("rejected", "redrive", "9-999999")).isEqualTo(1);
        assertThat(run("rejected", "redrive")).isEqualTo(2);
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        line.databaseOptions().forEach((name, value) -> all.addAll(List.of("--" + name, value)));
        all.addAll(List.of("--kafka-bootstrap", line.kafka()));
        StringWriter err = new StringWriter();
        int code = new Launcher(
                        Commands.all(), Map.of(), new PrintWriter(System.out, true, UTF_8), new PrintWriter(err, true))
                .run(all.toArray(String[]::new));
        System.out.print(err);
        return code;
    }

    private JsonNode awaitRejected(TestPlant plant) throws Exception {
        String path = "/api/v1/rejected?state=open&enterprise=" + plant.code();
        await().atMost(LONG).until(() -> !line.figures(path).path("items").isEmpty());
        return line.figures(path);
    }

    private void awaitFigure(TestPlant plant) {
        String path = "/api/v1/enterprises/" + plant.code() + "/indicators/unit-product:al/day/2026-09-01";
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                new BigDecimal(line.figures(path).path("value").asText()))
                        .isEqualByComparingTo("13000"));
    }

    private String amount(TestPlant plant) throws Exception {
        return line.value("SELECT sum(amount)::bigint / 1000 FROM slot s JOIN meter m ON m.id = s.meter"
                + " WHERE m.enterprise = '" + plant.code() + "' AND m.code = 'AL'");
    }

    /** The document before somebody noticed that a meter is missing. */
    private static String withoutOutput(TestPlant plant) {
        return plant.document()
                .replace("{id: AL, device: gw-1", "{id: ALUMINIUM, device: gw-1")
                .replace("output: [{meter: AL}]", "output: [{meter: ALUMINIUM}]");
    }

    private void sendADay(TestPlant plant) {
        Mqtt5BlockingClient client = client(plant, TestPlant.PASSWORD);
        client.connect();
        client.publishWith()
                .topic(plant.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .userProperties()
                .add("firmware", "2.1")
                .applyUserProperties()
                .payload(plant.days(START, 1).get(0).getBytes(UTF_8))
                .send();
        client.disconnect();
    }

    private Mqtt5BlockingClient client(TestPlant plant, String password) {
        return Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(password.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
    }

    private static String devices(TestPlant plant) {
        return "/api/v1/enterprises/" + plant.code() + "/devices";
    }

    private static String reading(String meter, int register) {
        return "{\"meter\":\"" + meter + "\",\"at\":\"" + START + "\",\"register\":" + register + "}";
    }
}

package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.Skip;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MQTT clients of three other projects, from their connection to what is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsIT {
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");
    private static final String PYTHON = "/usr/bin/python3";

    private RunningLine line;

    @BeforeAll
    void start() throws Exception {
        line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system());
    }

    @AfterAll
    void stop() {
        line.close();
    }

    @Test
    void hiveMqGetsAnAnswerToItsRequestWithItsCorrelationData() throws Exception {
        TestPlant plant = registered(21);
        String receipts = plant.topic().replace("/readings", "/receipts");
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .willPublish()
                .topic(plant.topic())
                .payload("gone".getBytes(UTF_8))
                .applyWillPublish()
                .buildBlocking();
        client.connect();
        try (var answers = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith().topicFilter(receipts).send();
            for (String day : plant.days(START, 3)) {
                client.publishWith()
                        .topic(plant.topic())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(day.getBytes(UTF_8))
                        .responseTopic(receipts)
                        .correlationData("c-1".getBytes(UTF_8))
                        .userProperties()
                        .add("firmware", "2.1")
                        .applyUserProperties()
                        .send();
                Mqtt5Publish answer = answers.receive(30, TimeUnit.SECONDS).orElseThrow();
                assertThat(new String(answer.getPayloadAsBytes(), UTF_8)).contains("\"accepted\":193");
                assertThat(UTF_8.decode(answer.getCorrelationData().orElseThrow())
                                .toString())
                        .isEqualTo("c-1");
            }
        }
        client.disconnect();

        assertThat(stored(plant)).isEqualTo("577");
    }

    @ParameterizedTest
    @CsvSource({"mqttv31, 31", "mqttv311, 32", "mqttv5, 33"})
    void mosquittoPublishesInEveryVersion(String version, int number) throws Exception {
        TestPlant plant = registered(number);
        Path day = TestFolder.fresh("clients").resolve("day.json");
        Files.writeString(day, plant.days(START, 1).get(0));

        run(
                "mosquitto_pub",
                "-V",
                version,
                "-h",
                "127.0.0.1",
                "-p",
                port(),
                "-i",
                "m",
                "-u",
                plant.user(),
                "-P",
                TestPlant.PASSWORD,
                "-t",
                plant.topic(),
                "-q",
                "1",
                "-f",
                day.toString());

        assertThat(stored(plant)).isEqualTo("193");
    }

    @Test
    void pythonPahoPublishesByTopicAliasAndAsksForTheTime() throws Exception {
        TestPlant plant = registered(41);
        Path folder = TestFolder.fresh("clients");
        Path day = Files.writeString(
                folder.resolve("day.json"), plant.days(START, 1).get(0));
        Path script = folder.resolve("client.py");
        Files.copy(Objects.requireNonNull(ClientsIT.class.getResourceAsStream("client.py")), script);

        String output = run(PYTHON, script.toString(), port(), plant.user(), TestPlant.PASSWORD, day.toString());

        assertThat(output).contains("serverTime").contains("acknowledged 2");
        assertThat(stored(plant)).isEqualTo("193");
    }

    private TestPlant registered(int number) throws IOException {
        TestPlant plant = new TestPlant(number, 13_000);
        line.register(plant.code(), plant.document());
        return plant;
    }

    private String port() {
        return String.valueOf(line.mqttPort());
    }

    private String stored(TestPlant plant) throws Exception {
        line.awaitStored();
        return line.value("SELECT count(*) FROM reading r JOIN meter m ON m.id = r.meter WHERE m.enterprise = '"
                + plant.code() + "'");
    }

    private static String run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            boolean installed = !output.contains("ModuleNotFoundError");
            if (installed) {
                assertThat(process.waitFor()).as("%s", output).isZero();
                return output;
            }
        } catch (IOException e) {
            // not installed
        }
        return Skip.because(
                "a client of another project",
                command[0] + " or what it needs is not installed.",
                "To run it: install mosquitto-clients and python3-paho-mqtt.");
    }
}

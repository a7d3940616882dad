package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A year that was frozen stays as it was, whatever becomes of its figures. */
class SnapshotIT {
    private static final Instant SEPTEMBER = Instant.parse("2026-08-31T16:00:00Z");

    private record Ran(int exitCode, String out) {}

    @Test
    void aFrozenYearStaysWhileItsFiguresChange() throws Exception {
        TestPlant plant = new TestPlant(60, 13_300);
        Path folder = TestFolder.fresh("snapshot");
        Path file = folder.resolve("snapshot.json");
        try (RunningLine line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system())) {
            line.register(plant.code(), plant.document());
            publish(line, plant, plant.days(SEPTEMBER, 3));
            awaitFigure(line, plant, "13300.000000");

            Ran first = run(line, "freeze", "2026", "--by=inspector", "--note=annual", "--out=" + file);
            Ran second = run(line, "freeze", "2026", "--region=6403");
            Ran third = run(line, "freeze", "2026");

            assertThat(first.out)
                    .contains("frozen: 1  2026  all")
                    .contains("inspector")
                    .contains("annual");
            assertThat(second.out).contains("region:6403");
            assertThat(line.rows("SELECT count(DISTINCT sha256) FROM snapshot WHERE scope = 'all'"))
                    .containsExactly("1");
            assertThat(third.exitCode).isZero();
            assertThat(run(line, "freeze", "2026", "--region=11").out).contains("not frozen");
            assertThat(run(line, "freeze", "2025").exitCode).isEqualTo(1);
            assertThat(launch("verify", file.toString()).exitCode).isZero();
            assertThat(run(line, "freeze", "diff", "1")).satisfies(ran -> {
                assertThat(ran.out).contains("say something else now: 0");
                assertThat(ran.exitCode).isZero();
            });

            byte[] before = Files.readAllBytes(file);
            publish(line, plant, List.of("""
                    {"batch": "late", "readings": [{"meter": "AL", "at": "2026-09-02T04:00:00Z", "amount": 2}]}"""));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(figure(line, plant)).isNotEqualTo("13300.000000"));

            assertThat(run(line, "freeze", "show", "1", "--out=" + file).out).contains("the hash agrees");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            Ran diff = run(line, "freeze", "diff", "1");
            assertThat(diff.exitCode).isEqualTo(1);
            assertThat(diff.out)
                    .contains(
                            plant.code() + " unit-product:al month:2026-09-01: 13300.000000 kWh/t cannot-be-judged → ")
                    .contains("unit-product:al year:2026-01-01")
                    .doesNotContain("energy.electricity");
            assertThat(served(line)).contains("\"by\":\"inspector\"").contains("13300.000000");

            refuses(line, "UPDATE snapshot SET note = 'x' RETURNING id");
            refuses(line, "DELETE FROM snapshot_enterprise RETURNING snapshot");
            refuses(line, "INSERT INTO snapshot_enterprise VALUES (1, 'x', '') RETURNING snapshot");
            assertThat(run(line, "freeze", "list").out).contains("3  2026  all").contains("1  2026  all");

            Files.writeString(file, Files.readString(file).replace("13300.000000", "13200.000000"));
            assertThat(launch("verify", file.toString()).exitCode).isEqualTo(2);
        } finally {
            TestFolder.remove(folder);
        }
    }

    private static void refuses(RunningLine line, String sql) {
        assertThatThrownBy(() -> line.rows(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("frozen");
    }

    private static String served(RunningLine line) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + line.evidencePort() + "/api/v1/snapshots/1");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void awaitFigure(RunningLine line, TestPlant plant, String value) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(figure(line, plant)).isEqualTo(value));
    }

    private static String figure(RunningLine line, TestPlant plant) throws SQLException {
        return String.join(
                "",
                line.rows("SELECT value FROM indicator WHERE kind = 1 AND indicator = 'unit-product:al'"
                        + " AND start = '2026-09-01' AND verdict ->> 'asOf' = '2026-09-04T00:00:00+08:00'"
                        + " AND enterprise = '" + plant.code() + '\''));
    }

    private static Ran run(RunningLine line, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        line.databaseOptions().forEach((name, value) -> command.add("--" + name + '=' + value));
        return launch(command.toArray(String[]::new));
    }

    private static Ran launch(String... words) {
        PrintStream console = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            PrintWriter writer = new PrintWriter(messages, true);
            int exitCode = new Launcher(Commands.all(), Map.of(), writer, writer).run(words);
            return new Ran(exitCode, out.toString(UTF_8) + messages);
        } finally {
            System.setOut(console);
        }
    }

    private static void publish(RunningLine line, TestPlant plant, List<String> batches) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        for (String batch : batches) {
            client.publishWith()
                    .topic(plant.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(batch.getBytes(UTF_8))
                    .send();
        }
        client.disconnect();
        line.awaitStored();
    }
}

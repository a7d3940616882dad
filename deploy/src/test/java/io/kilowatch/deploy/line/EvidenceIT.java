package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From PUBLISH to evidence over HTTP, and from its ZIP file to a figure computed again, on real parts. */
class EvidenceIT {
    private static final Instant SEPTEMBER = Instant.parse("2026-08-31T16:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aFigureIsToldWithItsNumbersAndComputedAgainFromTheZipAlone(Flavour flavour) throws Exception {
        TestPlant plant = new TestPlant(40, 13_400);
        Path folder = TestFolder.fresh("evidence");
        try (RunningLine line = new RunningLine(flavour, InstantSource.system())) {
            line.register(plant.code(), plant.document());
            publish(line, plant);
            String figure =
                    "/api/v1/enterprises/" + plant.code() + "/indicators/unit-product%3Aal/month/2026-09-01/evidence";

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(
                                    json(line, figure).at("/verdict/asOf").asText())
                            .isEqualTo("2026-10-01T00:00:00+08:00"));

            JsonNode evidence = json(line, figure);
            assertThat(evidence.at("/verdict/value").asText()).isEqualTo("13400.000000");
            assertThat(evidence.at("/verdict/outcome").asText()).isEqualTo("exceeds");
            assertThat(evidence.at("/formula/text").asText())
                    .isEqualTo("(+ EL 38592000 kWh) ÷ ((+ AL 2880000 kg) ÷ 1000) = 38592000 ÷ 2880 = 13400 kWh/t");
            assertThat(evidence.at("/meters/1/readings/counts/good").asInt()).isEqualTo(2_880);
            assertThat(evidence.at("/meters/1/readings/first/sender").asText()).isEqualTo("gw-1");
            assertThat(evidence.at("/meters/1/readings/after/at").asText()).isEqualTo("2026-10-01T00:00:00+08:00");
            assertThat(evidence.at("/meters/1/readings/after/value").asText()).isEqualTo("38592000");
            assertThat(evidence.at("/quota/limit").asText()).isEqualTo("13350");

            assertThat(listed(line, plant))
                    .contains("unit-product:al month 2026-09-01", "unit-product:al year 2026-01-01");
            assertThat(get(line, figure.replace("month", "week"), "*/*").statusCode())
                    .isEqualTo(400);
            assertThat(get(line, figure.replace("2026-09", "2027-09"), "*/*").statusCode())
                    .isEqualTo(404);

            Path zip = Files.write(
                    folder.resolve("evidence.zip"),
                    get(line, figure, "application/zip").body());
            assertThat(get(line, figure + ".zip", "*/*").body()).isEqualTo(Files.readAllBytes(zip));
            assertThat(run("verify", zip.toString())).isZero();

            Path written = folder.resolve("written.zip");
            List<String> command = new ArrayList<>(
                    List.of("evidence", plant.code(), "unit-product:al", "month", "2026-09-01", "--out"));
            command.add(written.toString());
            line.databaseOptions().forEach((name, value) -> command.add("--" + name + '=' + value));
            assertThat(run(command.toArray(String[]::new))).isZero();
            assertThat(Files.readAllBytes(written)).isEqualTo(Files.readAllBytes(zip));

            changeOneDigit(zip);
            assertThat(run("verify", zip.toString())).isEqualTo(2);
            sealAgain(zip);
            assertThat(run("verify", zip.toString())).isEqualTo(1);
        } finally {
            TestFolder.remove(folder);
        }
    }

    private static int run(String... words) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        return new Launcher(Commands.all(), Map.of(), writer, writer).run(words);
    }

    private static void changeOneDigit(Path zip) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            Path readings = files.getPath("readings.csv");
            String text = Files.readString(readings);
            String changed = text.replaceFirst(
                    "AL,2026-09-10T12:00:00\\+08:00,amount,1,", "AL,2026-09-10T12:00:00+08:00,amount,2,");
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(readings, changed);
        }
    }

    private static void sealAgain(Path zip) throws Exception {
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            Path manifest = files.getPath("manifest.sha256");
            StringBuilder lines = new StringBuilder();
            for (String line : Files.readAllLines(manifest)) {
                String name = line.substring(66);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(files.getPath(name)));
                lines.append(HexFormat.of().formatHex(hash))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
            Files.writeString(manifest, lines.toString());
        }
    }

    private List<String> listed(RunningLine line, TestPlant plant) throws Exception {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(
                    line,
                    "/api/v1/enterprises/" + plant.code() + "/indicators?limit=7"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items")
                    .forEach(item -> found.add(item.path("indicator").asText()
                            + ' '
                            + item.at("/period/kind").asText()
                            + ' '
                            + item.at("/period/start").asText()));
            cursor = page.path("next").isNull() ? null : page.path("next").asText();
        }
        // Four in each of 32 periods; and for the year, as four documents of dual control count it on both bases.
        assertThat(found).doesNotHaveDuplicates().hasSize(4 * 32 + 4 * 2);
        return found;
    }

    private JsonNode json(RunningLine line, String path) throws Exception {
        HttpResponse<byte[]> answer = get(line, path, "application/json");
        assertThat(answer.statusCode())
                .as("%s: %s", path, new String(answer.body(), UTF_8))
                .isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<byte[]> get(RunningLine line, String path, String accept) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + line.evidencePort() + path);
        return http.send(
                HttpRequest.newBuilder(uri).header("accept", accept).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void publish(RunningLine line, TestPlant plant) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(plant.user())
                .password(TestPlant.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        for (String day : plant.days(SEPTEMBER, 30)) {
            client.publishWith()
                    .topic(plant.topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(day.getBytes(UTF_8))
                    .send();
        }
        client.disconnect();
        line.awaitStored();
    }
}

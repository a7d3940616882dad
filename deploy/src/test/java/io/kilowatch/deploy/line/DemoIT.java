package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's command, as a newcomer runs it. */
class DemoIT {
    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/\\s");
    private static final Set<String> ABOVE_THEIR_LIMIT = Set.of("91640104MAKW00029A", "91640205MAKW0031XU");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data = TestFolder.fresh("demo");

    @Test
    void alertsForTheTwoThatExceedAndForNobodyElseAndGoesOnAfterARestart() throws Exception {
        OffsetDateTime reached;
        try (Demo demo = new Demo()) {
            await().atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(demo.alerted()).isEqualTo(ABOVE_THEIR_LIMIT));
            reached = demo.asOf().orElseThrow();
        }
        try (Demo demo = new Demo()) {
            await().atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() -> demo.asOf().orElseThrow().isAfter(reached.plusDays(1)));
            assertThat(demo.alerted()).isEqualTo(ABOVE_THEIR_LIMIT);
            assertThat(demo.get("/api/v1/enterprises?limit=50").path("items")).hasSize(11);
        }
        TestFolder.remove(data);
    }

    /** The demo in a process of its own, its clock twice as fast as by default. */
    private final class Demo implements AutoCloseable {
        private final Path said = TestFolder.fresh("demo-log").resolve("log.txt");
        private final Process process;

        Demo() throws IOException {
            process = new ProcessBuilder(
                            Path.of("kilowatch").toAbsolutePath().toString(),
                            "demo",
                            "--data=" + data,
                            "--month-in=PT40S",
                            "--mqtt-port=0",
                            "--http-port=0",
                            "--aggregator-http-port=0",
                            "--management-port=0")
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(said.toFile()))
                    .start();
        }

        Set<String> alerted() throws IOException, InterruptedException {
            Set<String> enterprises = new TreeSet<>();
            get("/api/v1/alerts?limit=100")
                    .path("items")
                    .forEach(alert -> enterprises.add(alert.path("enterprise").asText()));
            return enterprises;
        }

        /** How far the figures of the furthest alert reach. */
        Optional<OffsetDateTime> asOf() throws IOException, InterruptedException {
            OffsetDateTime furthest = null;
            for (JsonNode alert : get("/api/v1/alerts?limit=100").path("items")) {
                OffsetDateTime asOf = OffsetDateTime.parse(alert.path("asOf").asText());
                furthest = furthest == null || asOf.isAfter(furthest) ? asOf : furthest;
            }
            return Optional.ofNullable(furthest);
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            Matcher page = PAGE.matcher(Files.readString(said));
            assertThat(page.find()).as("the demo says where its page is").isTrue();
            URI uri = URI.create("http://127.0.0.1:" + page.group(1) + path);
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        }

        /** Ctrl-C, and the wait for an orderly end. */
        @Override
        public void close() throws IOException, InterruptedException {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ends when told to")
                    .isTrue();
            assertThat(Files.readString(said)).doesNotContain("ERROR");
        }
    }
}

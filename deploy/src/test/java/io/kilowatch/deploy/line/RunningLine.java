package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.simulators.replay.Replay;
import io.kilowatch.simulators.replay.ReplayConfig;
import io.kilowatch.simulators.replay.ReplayReport;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gateway, aggregator and alert service in this process, at free ports, on a broker and a database of their own. */
final class RunningLine implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RealDatabase store;
    private final RealKafka broker;
    private final ServiceHost host;
    private final Settings settings;
    private final InstantSource clock;
    private final Line line;
    private final Backlog backlog;

    /** Starts it all; without the flavour's server the test is skipped. */
    RunningLine(RealDatabase.Flavour flavour, InstantSource clock) throws InterruptedException {
        this(flavour, clock, Map.of());
    }

    /** The same with options of its own. */
    RunningLine(RealDatabase.Flavour flavour, InstantSource clock, Map<String, String> options)
            throws InterruptedException {
        this.clock = clock;
        this.store = RealDatabase.fresh(flavour);
        this.broker = RealKafka.own();
        this.settings = new Settings(options, Map.of())
                .with(Map.of(
                        "kafka-bootstrap",
                        broker.bootstrapServers(),
                        "database-url",
                        store.jdbcUrl(),
                        "database-user",
                        store.user(),
                        "database-password",
                        store.password(),
                        "mqtt-port",
                        "0",
                        "http-port",
                        "0",
                        "keep-readings",
                        "P0D",
                        "aggregator-http-port",
                        "0",
                        "management-port",
                        "0"));
        Line.check(settings);
        this.host = new ServiceHost(HttpConfig.from(settings));
        host.keep(store);
        host.keep(broker);
        Parts parts = Parts.start(settings, host);
        this.backlog = host.keep(new Backlog(parts.kafka(), store));
        this.line = Line.start(parts, host, clock);
    }

    /** Where devices connect. */
    int mqttPort() {
        return line.mqttPort();
    }

    /** Where national uploads are taken; -1 if they are not. */
    int uploadPort() {
        return line.uploadPort();
    }

    /** Where evidence is served. */
    int evidencePort() {
        return line.evidencePort();
    }

    /** The options that say where the database is. */
    Map<String, String> databaseOptions() {
        return Map.of(
                "database-url", store.jdbcUrl(), "database-user", store.user(), "database-password", store.password());
    }

    /** Where Kafka is. */
    String kafka() {
        return broker.bootstrapServers();
    }

    /** Where the inspector's page is. */
    String page() {
        return "http://127.0.0.1:" + line.httpPort() + '/';
    }

    /** The broker, to be stopped and started. */
    RealKafka broker() {
        return broker;
    }

    /** Puts an enterprise's document in force, and waits until the services know it. */
    void register(String enterprise, String yaml) throws IOException {
        Path folder = TestFolder.fresh("registry");
        Files.writeString(folder.resolve(enterprise + ".yaml"), yaml);
        register(folder, enterprise);
        TestFolder.remove(folder);
    }

    /** Puts every document of a folder in force, and waits until the services know one of the enterprises. */
    void register(Path folder, String enterprise) {
        Answer answer = new RegistryDesk(RegistryConfig.from(settings), clock).apply(List.of(folder));
        assertThat(answer.exitCode()).as("%s", answer.lines()).isEqualTo(Answer.FINE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> answer("/api/v1/enterprises/" + enterprise).statusCode() == 200);
    }

    /** A replay into this line that has not begun; options as on the command line. */
    Replay replay(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("gateway-port", Integer.toString(mqttPort()));
        Settings given = new Settings(all, Map.of());
        ReplayConfig config = ReplayConfig.from(given);
        given.check();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new Replay(config, out, false, InstantSource.system());
    }

    /** Replays everything, and waits until it is stored. */
    ReplayReport replayAll(Map<String, String> options) throws InterruptedException {
        try (Replay replay = replay(options)) {
            ReplayReport report = replay.run();
            awaitStored();
            return report;
        }
    }

    /** Waits until every reading that the gateway acknowledged is in the database. */
    void awaitStored() {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(backlog::isEmpty);
    }

    /** The rows of a query, columns joined by bars. */
    List<String> rows(String sql) throws SQLException {
        return store.rows(sql);
    }

    /** The only value that a query gives. */
    String value(String sql) throws SQLException {
        List<String> rows = rows(sql);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** What the API answers, which must be fine. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** What the aggregator's API answers, which must be fine. */
    JsonNode figures(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + line.evidencePort() + path);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** What the aggregator's API answers to JSON sent to it, which must be fine. */
    JsonNode tellFigures(String path, String json) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + line.evidencePort() + path);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri)
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + line.httpPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Stops everything and drops the database. */
    @Override
    public void close() {
        host.close();
    }
}

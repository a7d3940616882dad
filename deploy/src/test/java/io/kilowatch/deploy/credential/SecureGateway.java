package io.kilowatch.deploy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.program.Commands;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.ingest.Ingest;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway over TLS with a CA of the operator's, a real broker and a real database, and the program's commands. */
final class SecureGateway implements AutoCloseable {
    static final String CODE = "91640100MA0EXAM01U";

    private static final PrintStream CONSOLE = System.out;

    private final RealKafka kafka = RealKafka.own();
    private final RealDatabase database = RealDatabase.fresh(RealDatabase.Flavour.POSTGRESQL);
    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Path folder = TestFolder.fresh("secure");
    final AuthorityFolder authority = new AuthorityFolder(folder.resolve("ca"));
    final Ingest ingest;

    /** What a command printed and how it ended. */
    record Ran(int code, String text) {}

    SecureGateway(Map<String, String> others) throws Exception {
        assertThat(run("device", "ca", "init", "--ca=" + authority.folder()).code())
                .isZero();
        assertThat(run("device", "ca", "server", "127.0.0.1", "localhost", "--ca=" + authority.folder())
                        .code())
                .isZero();
        Map<String, String> options = new HashMap<>(Map.of(
                "kafka-bootstrap", kafka.bootstrapServers(),
                "mqtt-port", "0",
                "mqtt-tls-host", "127.0.0.1",
                "mqtt-tls-port", "0",
                "mqtt-tls-certificate", authority.gatewayCertificate().toString(),
                "mqtt-tls-key", authority.gatewayKey().toString(),
                "mqtt-client-cas", authority.trusted().toString(),
                "mqtt-client-crls", authority.lists().toString(),
                "mqtt-tls-reload", "PT0.2S"));
        options.putAll(others);
        Settings settings = new Settings(options, Map.of());
        IngestConfig config = IngestConfig.from(settings);
        settings.check();
        Topic.create(config.kafka(), Topics.ALL);
        RegistryFeed registry = new RegistryFeed(config.kafka(), "secure-feed");
        parts.add(registry);
        registry.start();
        assertThat(registered("registry", "apply", "../docs/registry-example.yaml")
                        .code())
                .isZero();
        assertThat(registry.awaitCurrent(Duration.ofSeconds(60))).isTrue();
        this.ingest = new Ingest(config, vertx, registry, InstantSource.system(), metrics, new Health());
        parts.add(ingest);
        ingest.start();
    }

    /** Runs a command with what it needs to change the registry. */
    Ran registered(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--kafka-bootstrap=" + kafka.bootstrapServers());
        return reading(all);
    }

    /** The document in force. */
    String document() {
        return reading(List.of("registry", "show", CODE)).text();
    }

    private Ran reading(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add("--database-url=" + database.jdbcUrl());
        all.add("--database-user=" + database.user());
        all.add("--database-password=" + database.password());
        return run(all.toArray(String[]::new));
    }

    /** Runs a command about a device, and gives its card. */
    JsonNode device(String verb, String device, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("device", verb, CODE, device, "--ca=" + authority.folder()));
        words.addAll(List.of(more));
        words.addAll(List.of("--json", "--gateway-port=" + ingest.tlsPort()));
        Ran ran = registered(words.toArray(String[]::new));
        assertThat(ran.code()).as("%s", ran.text()).isZero();
        return new ObjectMapper().readTree(ran.text());
    }

    /** How many sessions are open. */
    double connections() {
        return metrics.get(IngestMetrics.CONNECTIONS).gauge().value();
    }

    /** Takes from a device what it signs in with. */
    Ran revoke(String device) {
        return registered("device", "revoke", CODE, device, "--ca=" + authority.folder());
    }

    static synchronized Ran run(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        System.setOut(out);
        try {
            int code = new Launcher(Commands.all(), Map.of(), writer, writer).run(words);
            return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(CONSOLE);
        }
    }

    @Override
    public void close() throws Exception {
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
        kafka.close();
        TestFolder.remove(folder);
    }
}

package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.Ingest;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.health.Health;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A gateway in this process, at a free port, that knows some enterprises and publishes to Kafka. */
final class RunningGateway implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Health health = new Health();
    private final Ingest ingest;

    /**
     * A gateway that listens.
     *
     * @param documents registry documents in YAML by their credit codes
     * @param options as on the command line
     */
    RunningGateway(Map<String, String> documents, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of("mqtt-port", "0", "mqtt-event-loops", "2"));
        all.putAll(options);
        Settings settings = new Settings(all, Map.of());
        IngestConfig config = IngestConfig.from(settings);
        settings.check();
        RegistrySnapshot registry = registry(documents);
        this.ingest = new Ingest(config, vertx, () -> registry, InstantSource.system(), metrics, health);
        ingest.start();
    }

    private static RegistrySnapshot registry(Map<String, String> documents) {
        Map<String, RegistrySnapshot.Entry> entries = new HashMap<>();
        documents.forEach((code, yaml) -> {
            EnterpriseDocument.Read read = EnterpriseDocument.read(yaml.getBytes(StandardCharsets.UTF_8));
            assertThat(read).isInstanceOf(EnterpriseDocument.Read.Valid.class);
            if (read instanceof EnterpriseDocument.Read.Valid valid) {
                entries.put(code, new RegistrySnapshot.Entry(valid.enterprise(), 1));
            }
        });
        return new RegistrySnapshot(entries);
    }

    int port() {
        return ingest.port();
    }

    /** Whether Kafka takes what it publishes. */
    boolean isStoring() {
        return health.ask().getOrDefault("kafka", false);
    }

    double count(String metric) {
        return metrics.counter(metric).count();
    }

    double gauge(String metric) {
        return metrics.get(metric).gauge().value();
    }

    @Override
    public void close() {
        ingest.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

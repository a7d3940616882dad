package io.kilowatch.deploy.line;

import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.bridge.Bridge;
import io.kilowatch.ingest.bridge.BridgeConfig;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.health.Health;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A bridge in this process that knows some plants. */
final class RunningBridge implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Health health = new Health();
    private final Bridge bridge;

    private RunningBridge(Map<String, String> options, TestPlant... plants) {
        Settings settings = new Settings(options, Map.of());
        BridgeConfig config = BridgeConfig.from(settings, "test");
        settings.check();
        RegistrySnapshot registry = registry(plants);
        this.bridge = new Bridge(config, vertx, () -> registry, InstantSource.system(), metrics, health);
    }

    /** A bridge with options as on the command line; it has begun to connect. */
    static RunningBridge start(Map<String, String> options, TestPlant... plants) {
        RunningBridge running = new RunningBridge(options, plants);
        running.bridge.start();
        return running;
    }

    /** A bridge that has connected. */
    static RunningBridge started(Map<String, String> options, TestPlant... plants) {
        RunningBridge running = start(options, plants);
        await().atMost(Duration.ofSeconds(60)).until(running::isConnected);
        return running;
    }

    private static RegistrySnapshot registry(TestPlant... plants) {
        Map<String, RegistrySnapshot.Entry> entries = new HashMap<>();
        for (TestPlant plant : plants) {
            if (EnterpriseDocument.read(plant.document().getBytes(StandardCharsets.UTF_8))
                    instanceof EnterpriseDocument.Read.Valid valid) {
                entries.put(plant.code(), new RegistrySnapshot.Entry(valid.enterprise(), 1));
            }
        }
        return new RegistrySnapshot(entries);
    }

    boolean isConnected() {
        return health.ask().getOrDefault("broker", false);
    }

    boolean isStoring() {
        return health.ask().getOrDefault("kafka", false);
    }

    /** How many messages have come. */
    double messages() {
        return metrics.counter(IngestMetrics.MESSAGES).count();
    }

    /** How many of them are not acknowledged. */
    double inFlight() {
        return metrics.get(IngestMetrics.IN_FLIGHT).gauge().value();
    }

    @Override
    public void close() {
        bridge.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

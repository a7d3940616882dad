package io.kilowatch.deploy.bench;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.health.Health;
import io.kilowatch.registry.feed.RegistryFeed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * The program of {@link StateProcess}: an aggregator and nothing else, configured by environment variables.
 *
 * <p>It answers each line that it is given with a line, and ends when there are no more.
 */
public final class StateProbe {
    static final String START = "start";
    static final String HEAP = "heap";

    private static final int CONNECTIONS = 6;
    private static final int COLLECTIONS = 3;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private StateProbe() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Settings settings = new Settings(Map.of(), System.getenv());
        AggregatorConfig config = AggregatorConfig.from(settings);
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(LedgerBench.receivedAt(0)));
        try (BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                Database database = Database.open(DatabaseConfig.from(settings), "aggregator", CONNECTIONS);
                RegistryFeed registry = new RegistryFeed(config.kafka(), "registry-feed");
                Aggregator aggregator =
                        new Aggregator(config, database, registry, clock, new SimpleMeterRegistry(), new Health())) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                if (word.equals(START)) {
                    registry.start();
                    registry.awaitCurrent(LONGEST_START);
                    aggregator.start();
                }
                System.out.println(word.equals(HEAP) ? Long.toString(heap()) : word);
            }
        }
    }

    private static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

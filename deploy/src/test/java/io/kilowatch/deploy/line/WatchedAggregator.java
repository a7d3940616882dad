package io.kilowatch.deploy.line;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.stream.LedgerMetrics;
import io.kilowatch.aggregator.stream.LedgerStep;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.health.Health;
import io.kilowatch.registry.feed.RegistryFeed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/** An aggregator in the test's own process, whose steps, health and failed tries the test sees. */
final class WatchedAggregator implements AutoCloseable {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Health health = new Health();
    private final Database database;
    private final RegistryFeed registry;
    private final Aggregator aggregator;

    private WatchedAggregator(RoughLine line, int pollRecords, Consumer<LedgerStep> listener) {
        Map<String, String> options = Map.of(
                "kafka-bootstrap", line.kafka().bootstrap(), "aggregator-poll-records", Integer.toString(pollRecords));
        DatabaseConfig store = new DatabaseConfig(
                line.store().jdbcUrl(), line.store().user(), line.store().password());
        database = Database.open(store, APPLICATION, 4);
        registry = new RegistryFeed(line.kafka(), "watched-registry");
        aggregator = new Aggregator(
                AggregatorConfig.from(new Settings(options, Map.of())),
                database,
                registry,
                InstantSource.system(),
                metrics,
                health,
                listener);
    }

    /** Its name in {@code pg_stat_activity}. */
    static final String APPLICATION = "watched";

    /** A started one. */
    static WatchedAggregator start(RoughLine line, int pollRecords, Consumer<LedgerStep> listener) {
        WatchedAggregator watched = new WatchedAggregator(line, pollRecords, listener);
        watched.registry.start();
        watched.aggregator.start();
        return watched;
    }

    /** Whether one of its health checks is up. */
    boolean isUp(String check) {
        return health.ask().getOrDefault(check, false);
    }

    /** Whether all of them are. */
    boolean isUp() {
        return health.ask().values().stream().allMatch(Boolean::booleanValue);
    }

    /** How many polls have failed. */
    int failedTries() {
        return (int) metrics.get(LedgerMetrics.FAILED_TRIES).functionCounter().count();
    }

    @Override
    public void close() {
        aggregator.close();
        registry.close();
        database.close();
    }
}

package io.kilowatch.deploy.line;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.stream.LedgerStep;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.health.Health;
import io.kilowatch.registry.feed.RegistryFeed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The program of an aggregator that halts, without a shutdown hook, when it reaches a step for the n-th time.
 *
 * <p>It joins its group only when it is told a line, so that the next one can be made ready while one is dying.
 */
public final class DyingAggregator {
    /** What the process ends with when it has died where it should. */
    static final int DEAD = 86;

    private DyingAggregator() {}

    /** Runs it: the step, the number of times, then options as {@code --name=value}. */
    public static void main(String[] words) throws IOException, InterruptedException {
        LedgerStep last = LedgerStep.valueOf(words[0]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(words[1]));
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            options.put(words[i].substring(2, equals), words[i].substring(equals + 1));
        }
        Settings settings = new Settings(options, Map.of());
        AggregatorConfig config = AggregatorConfig.from(settings);
        RegistryFeed registry = new RegistryFeed(config.kafka(), "registry-feed");
        registry.start();
        Aggregator aggregator = new Aggregator(
                config,
                Database.open(DatabaseConfig.from(settings), "aggregator", 4),
                registry,
                InstantSource.system(),
                new SimpleMeterRegistry(),
                new Health(),
                step -> {
                    if (step == last && left.decrementAndGet() == 0) {
                        Runtime.getRuntime().halt(DEAD);
                    }
                });
        awaitWord();
        aggregator.start();
        new CountDownLatch(1).await();
    }

    /** Ends with the test that started it, should that end before it says a word. */
    private static void awaitWord() throws IOException {
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}

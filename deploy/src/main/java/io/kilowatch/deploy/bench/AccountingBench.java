package io.kilowatch.deploy.bench;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long verdicts take: from one reading in Kafka to the verdict in Kafka, and for a whole year after a change. */
final class AccountingBench {
    /** The most that a reading's way to its verdict may take, in milliseconds. */
    static final double ALLOWED = 1_000;

    /** The most that a year computed again may take, in milliseconds. */
    static final double YEAR_ALLOWED = 5_000;

    private static final int METERS = 10;
    private static final int LAST_DAY = 364;
    private static final int CONNECTIONS = 8;

    private final ServiceHost host;
    private final Parts parts;
    private final Path folder;
    private final AccountingSizes sizes;
    private final PrintStream out;

    AccountingBench(ServiceHost host, Parts parts, Path folder, AccountingSizes sizes, PrintStream out) {
        this.host = host;
        this.parts = parts;
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
    }

    /** Measures everything. */
    List<Measurement> run() throws Exception {
        Topic.create(parts.kafka(), Topics.ALL);
        BenchPlants plants = new BenchPlants(5, sizes.enterprises(), METERS);
        BenchPlants one = new BenchPlants(6, 1, sizes.yearMeters());
        List<Measurement> all = new ArrayList<>();
        try (Database database = Database.open(parts.database(), "bench", 2);
                LedgerInput input = new LedgerInput(parts, database, folder)) {
            Durability.check(database);
            prepare(database, input, plants);
            try (Database store = Database.open(parts.database(), "aggregator", CONNECTIONS);
                    Aggregator aggregator = aggregator(store, input, host.metrics(), host.health());
                    VerdictWatch watch = new VerdictWatch(parts.kafka())) {
                aggregator.start();
                all.addAll(new ReadingLatency(input, plants, watch, out).measure(quarter(), sizes));
                all.addAll(new YearBench(parts, database, input, one, watch, out).measure(sizes));
            }
        }
        return all;
    }

    /** Two readings of each meter on the year's last day, and the sums of all the days before. */
    private void prepare(Database database, LedgerInput input, BenchPlants plants) throws Exception {
        say("%,d enterprises of %d meters: registry and first readings", plants.plants(), METERS);
        input.register(plants, AccountingDocuments.of(plants).texts());
        try (Database store = Database.open(parts.database(), "aggregator", CONNECTIONS);
                Aggregator aggregator = aggregator(store, input, new SimpleMeterRegistry(), new Health())) {
            aggregator.start();
            input.enter(plants, new OrderedFeed(plants, quarter(), 1, 2), receivedAt());
        }
        long begun = System.nanoTime();
        int rows = new SeededYear(database, AccountingDocuments.dayOfYear(LAST_DAY)).write();
        say("  %,d sums of the days before, written in %.1f s", rows, (System.nanoTime() - begun) / 1e9);
    }

    private static int quarter() {
        return LAST_DAY * Registers.QUARTERS_PER_DAY;
    }

    private Aggregator aggregator(Database store, LedgerInput input, MeterRegistry metrics, Health health) {
        long begun = System.nanoTime();
        // It goes on, so that running periods are judged again meanwhile, as they always are.
        InstantSource clock = () -> Instant.ofEpochMilli(receivedAt()).plusNanos(System.nanoTime() - begun);
        return new Aggregator(AggregatorConfig.from(parts.settings()), store, input.registry(), clock, metrics, health);
    }

    /** In the morning of the last day. */
    static long receivedAt() {
        return Registers.at(quarter() + Registers.QUARTERS_PER_DAY / 3);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

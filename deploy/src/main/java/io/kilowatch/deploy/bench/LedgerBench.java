package io.kilowatch.deploy.bench;

import io.kilowatch.aggregator.Aggregator;
import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the ledger takes and keeps by itself: readings from Kafka until they are committed, and memory. */
final class LedgerBench {
    private static final int METERS = 50;
    private static final int DAYS_PER_YEAR = 365;
    private static final int CONNECTIONS = 8;

    private final ServiceHost host;
    private final Parts parts;
    private final Path folder;
    private final LedgerSizes sizes;
    private final PrintStream out;
    private final List<Measurement> all = new ArrayList<>();

    LedgerBench(ServiceHost host, Parts parts, Path folder, LedgerSizes sizes, PrintStream out) {
        this.host = host;
        this.parts = parts;
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
    }

    /** Measures everything. */
    List<Measurement> run() throws Exception {
        Topic.create(parts.kafka(), Topics.ALL);
        BenchPlants inOrder = new BenchPlants(1, sizes.enterprises(), METERS);
        BenchPlants late = new BenchPlants(2, sizes.lateEnterprises(), METERS);
        try (Database database = Database.open(parts.database(), "bench", 2);
                LedgerInput input = new LedgerInput(parts, database, folder)) {
            Durability.check(database);
            double ordered = orderedYardstick(database, inOrder);
            double scattered = lateYardstick(database, late);
            try (Database store = Database.open(parts.database(), "aggregator", CONNECTIONS);
                    Aggregator aggregator = aggregator(store, input)) {
                aggregator.start();
                measureInOrder(database, input, inOrder, ordered);
                measureLate(database, input, late, scattered);
            }
            StateBench state = new StateBench(parts, database, input, out);
            all.add(state.measure(sizes.stateEnterprises()));
        }
        return all;
    }

    private Aggregator aggregator(Database store, LedgerInput input) {
        // No running period is judged again by the clock in the middle of a measure.
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(receivedAt(0)));
        return new Aggregator(
                AggregatorConfig.from(parts.settings()), store, input.registry(), clock, host.metrics(), host.health());
    }

    private double orderedYardstick(Database database, BenchPlants plants) throws Exception {
        int times = Math.max(7, sizes.yardstickRows() / plants.allMeters());
        say("yardstick in order: %,d rows", times * plants.allMeters());
        return new Yardstick(database, plants).rowsPerSecond(new OrderedFeed(plants, 0, 1, times));
    }

    private double lateYardstick(Database database, BenchPlants plants) throws Exception {
        long most = (long) plants.allMeters() * sizes.lateDays() * Registers.QUARTERS_PER_DAY / 8;
        int batches = (int) Math.max(7, Math.min(most, sizes.yardstickRows() / 2) / LateFeed.BATCH);
        say("yardstick in any order: %,d rows", batches * LateFeed.BATCH);
        return new Yardstick(database, plants).rowsPerSecond(base(plants), lateFeed(plants, batches, 1));
    }

    private void measureInOrder(Database database, LedgerInput input, BenchPlants plants, double yardstick)
            throws Exception {
        int warmUp = Math.max(2, sizes.quarters() / 4);
        OrderedFeed first = new OrderedFeed(plants, 0, 1, warmUp);
        OrderedFeed feed = new OrderedFeed(plants, warmUp, 1, sizes.quarters());
        Expectation expectation = new Expectation(plants);
        expectation.add(first);
        expectation.add(feed);
        input.register(plants);
        say("in order: %,d readings of %,d meters", feed.readings(), plants.allMeters());
        input.enter(plants, first, receivedAt(0));
        note("ledger.in-order", feed, input.enter(plants, feed, receivedAt(0)), yardstick);
        expectation.check(database);
        say("the same once more");
        input.enter(plants, first, receivedAt(1));
        note("ledger.duplicate", feed, input.enter(plants, feed, receivedAt(1)), yardstick);
        expectation.check(database);
    }

    private void measureLate(Database database, LedgerInput input, BenchPlants plants, double yardstick)
            throws Exception {
        int warmUp = Math.max(1, sizes.lateBatches() / 4);
        Feed drawn = lateFeed(plants, warmUp + sizes.lateBatches(), 2);
        Feed feed = drawn.part(warmUp, sizes.lateBatches());
        Expectation expectation = new Expectation(plants);
        expectation.add(base(plants));
        expectation.add(drawn);
        input.register(plants);
        say(
                "late: %,d readings among those of %,d days of %,d meters",
                feed.readings(), sizes.lateDays(), plants.allMeters());
        double seconds = input.enter(plants, base(plants), receivedAt(0));
        say("  %,d readings were there before, entered in %.1f s", base(plants).readings(), seconds);
        input.enter(plants, drawn.part(0, warmUp), receivedAt(1));
        note("ledger.late", feed, input.enter(plants, feed, receivedAt(1)), yardstick);
        expectation.check(database);
    }

    /** One reading every so many hours, from the first day's beginning to the last one's end. */
    private OrderedFeed base(BenchPlants plants) {
        int step = baseStep();
        return new OrderedFeed(plants, 0, step, sizes.lateDays() * Registers.QUARTERS_PER_DAY / step + 1);
    }

    private Feed lateFeed(BenchPlants plants, int batches, long seed) {
        return new LateFeed(plants, sizes.lateDays(), baseStep(), batches, seed);
    }

    private int baseStep() {
        return sizes.lateStep() * Registers.QUARTERS_PER_DAY / 24;
    }

    /** When the gateway had the readings: long after all of them, the second time a minute later. */
    static long receivedAt(int time) {
        return Registers.at(2 * DAYS_PER_YEAR * Registers.QUARTERS_PER_DAY) + time * 60_000L;
    }

    private void note(String name, Feed feed, double seconds, double yardstick) {
        say("  committed after %.1f s", seconds);
        all.add(new Measurement(name, feed.readings() / seconds, "readings/s", yardstick));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

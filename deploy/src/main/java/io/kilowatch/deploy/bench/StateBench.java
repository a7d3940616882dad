package io.kilowatch.deploy.bench;

import io.kilowatch.deploy.service.Parts;
import io.kilowatch.platform.database.Database;
import java.io.PrintStream;
import java.util.Locale;

/** The memory that an aggregator needs for what it keeps of its meters, in a process of its own. */
final class StateBench {
    private static final int METERS = 100;
    private static final int TIMES = 3;
    private static final double ALLOWED = 300;
    private static final double PER = 100_000;

    private final Parts parts;
    private final Database database;
    private final LedgerInput input;
    private final PrintStream out;

    StateBench(Parts parts, Database database, LedgerInput input, PrintStream out) {
        this.parts = parts;
        this.database = database;
        this.input = input;
        this.out = out;
    }

    /**
     * Measures it: what the heap holds after all meters have sent a few readings and their indicators are published,
     * less what it held when the aggregator had read the registry and taken one other enterprise's readings. Both times
     * after a collection.
     */
    Measurement measure(int enterprises) throws Exception {
        BenchPlants plants = new BenchPlants(3, enterprises, METERS);
        BenchPlants other = new BenchPlants(4, 1, METERS);
        input.register(plants);
        input.register(other);
        say("memory: %,d meters in a process of its own", plants.allMeters());
        try (StateProcess process = StateProcess.start(parts.settings())) {
            long empty = process.heap();
            process.startAggregator();
            input.enter(other, new OrderedFeed(other, 0, 1, TIMES), LedgerBench.receivedAt(0));
            long before = process.heap();
            OrderedFeed feed = new OrderedFeed(plants, 0, 1, TIMES);
            input.enter(plants, feed, LedgerBench.receivedAt(0));
            long after = process.heap();
            say(
                    "  registry and all else %.1f MB, meters %.1f MB",
                    megabytes(before - empty), megabytes(after - before));
            Expectation expectation = new Expectation(plants);
            expectation.add(feed);
            expectation.check(database);
            double each = megabytes(after - before) / plants.allMeters();
            return new Measurement("ledger.memory", each * PER, "MB", ALLOWED);
        }
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

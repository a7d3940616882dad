package io.kilowatch.deploy.bench;

import io.kilowatch.aggregator.stream.LedgerMetrics;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.deploy.service.ServiceHost;
import io.kilowatch.platform.database.Database;
import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.FleetSize;
import io.kilowatch.simulators.load.Flow;
import io.kilowatch.simulators.load.Target;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Readings per second from an MQTT client to committed in the database, through every part of the line. */
final class LineBench {
    private static final int YARDSTICK_ROWS = 1_400_000;
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);

    private final ServiceHost host;
    private final Parts parts;
    private final Line line;
    private final Path folder;
    private final PrintStream out;

    LineBench(ServiceHost host, Parts parts, Path folder, PrintStream out) throws InterruptedException {
        this.host = host;
        this.parts = parts;
        this.folder = folder;
        this.out = out;
        this.line = Line.start(parts, host, InstantSource.system());
    }

    /**
     * Measures both.
     *
     * @param plants how many plants of fifty meters
     * @param batches messages of fifty readings that each plant sends
     * @param singles messages of one reading that each plant sends
     */
    List<Measurement> run(int plants, int batches, int singles) throws Exception {
        try (Database database = Database.open(parts.database(), "bench", 2)) {
            say("yardstick: %,d rows by binary COPY into the same table", YARDSTICK_ROWS);
            BenchPlants copied = new BenchPlants(0, plants, BenchProvince.METERS);
            int times = Math.max(7, YARDSTICK_ROWS / copied.allMeters());
            double yardstick = new Yardstick(database, copied).rowsPerSecond(new OrderedFeed(copied, 0, 1, times));
            say("warming up");
            measure(database, new BenchProvince(1, plants, BenchProvince.METERS), Math.max(1, batches / 4));
            measure(database, new BenchProvince(2, plants, 1), Math.max(BenchProvince.METERS, singles / 4));
            List<Measurement> all = new ArrayList<>();
            say("batches of 50: %,d plants, %,d messages each", plants, batches);
            double batched = measure(database, new BenchProvince(3, plants, BenchProvince.METERS), batches);
            all.add(new Measurement("line.batch50", batched, "readings/s", yardstick));
            say("single readings: %,d plants, %,d messages each", plants, singles);
            double single = measure(database, new BenchProvince(4, plants, 1), singles);
            all.add(new Measurement("line.single", single, "readings/s", yardstick));
            return all;
        }
    }

    private double measure(Database database, BenchProvince province, int messages) throws Exception {
        BenchPlants plants = province.plants();
        Registration.of(plants, parts, folder);
        long before = stored();
        long expected = before + (long) plants.plants() * messages * province.readingsPerMessage();
        Target gateway = Target.plain("127.0.0.1", line.mqttPort());
        FleetSize size = FleetSize.of(plants.plants(), Math.max(4, 256 / province.readingsPerMessage()));
        try (Fleet fleet = Fleet.connect(gateway, province, size)) {
            long begun = System.nanoTime();
            fleet.run(Flow.each(messages));
            double acknowledged = (System.nanoTime() - begun) / 1e9;
            awaitStored(expected);
            double seconds = (System.nanoTime() - begun) / 1e9;
            check(database, plants, expected - before);
            say("  acknowledged after %.1f s, committed after %.1f s", acknowledged, seconds);
            return (expected - before) / seconds;
        }
    }

    private void awaitStored(long expected) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        while (stored() < expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "only " + stored() + " of " + expected + " readings are stored after " + LONGEST_DRAIN);
            }
            Thread.sleep(50);
        }
    }

    private long stored() {
        return (long) host.metrics().counter(LedgerMetrics.READINGS_STORED).count();
    }

    private static void check(Database database, BenchPlants plants, long expected) throws Exception {
        String sql = """
                SELECT count(*) FROM reading r JOIN meter m ON m.id = r.meter WHERE m.enterprise = ANY (?)
                """;
        long found = database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Object[] codes = IntStream.range(0, plants.plants())
                        .mapToObj(plants::code)
                        .toArray();
                select.setArray(1, connection.createArrayOf("text", codes));
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
        if (found != expected) {
            throw new IllegalStateException(found + " readings are stored instead of " + expected);
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

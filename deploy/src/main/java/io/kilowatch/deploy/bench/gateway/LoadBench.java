package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.deploy.bench.Measurement;
import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.FleetSize;
import io.kilowatch.simulators.load.Flow;
import io.kilowatch.simulators.load.LoadProvince;
import io.kilowatch.simulators.load.LoadResult;
import io.kilowatch.simulators.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the load alone can do, against a server in the same process that only acknowledges.
 *
 * @param senders devices that send as fast as they can
 * @param devices devices that are there at once when the memory is measured
 * @param round how long each round is counted
 * @param rounds how many rounds there are; the median counts
 * @param out where it is told what is done
 */
record LoadBench(int senders, int devices, Duration round, int rounds, PrintStream out) {
    static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private static final double SINGLES_WANTED = 150_000;
    private static final double READINGS_WANTED = 2_000_000;
    private static final double MEGABYTES_ALLOWED = 1_000;
    private static final int WINDOW = 64;
    private static final int BATCH = 50;

    List<Measurement> run() throws InterruptedException, IOException {
        List<Measurement> all = new ArrayList<>();
        try (AckServer server = AckServer.start(Runtime.getRuntime().availableProcessors())) {
            Target target = Target.plain("127.0.0.1", server.port());
            all.add(new Measurement("load.memory", memory(target), "MB", MEGABYTES_ALLOWED));
            all.add(new Measurement("load.single", rate(target, 1), "messages/s", SINGLES_WANTED));
            all.add(new Measurement("load.batch50", rate(target, BATCH), "readings/s", READINGS_WANTED));
        }
        return all;
    }

    private double rate(Target target, int readings) throws InterruptedException {
        LoadProvince province = new LoadProvince(0, senders, 1, readings, 1, FIRST);
        List<Double> rates = new ArrayList<>();
        try (Fleet fleet = Fleet.connect(target, province, FleetSize.of(senders, WINDOW))) {
            for (int i = 0; i < rounds; i++) {
                LoadResult result = Clean.checked(fleet.run(Flow.closed(round.dividedBy(2), round)), fleet);
                say("  %,.0f messages/s of %d", result.perSecond(), readings);
                rates.add(result.readingsPerSecond());
            }
        }
        return Rounds.median(rates);
    }

    /** What the process has in memory, server and all, after many devices have sent a batch each at once. */
    private double memory(Target target) throws InterruptedException, IOException {
        LoadProvince province = new LoadProvince(0, devices, 1, BATCH, 1, FIRST);
        try (Fleet fleet = Fleet.connect(target, province, FleetSize.of(devices, WINDOW))) {
            LoadResult edge = Clean.checked(fleet.run(Flow.edge(devices, Duration.ofSeconds(1))), fleet);
            say("  %,d devices sent %d readings each within %.2f s", devices, BATCH, edge.seconds());
            return ProcessMemory.megabytes(ProcessHandle.current().pid());
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

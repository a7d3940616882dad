package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.deploy.bench.Measurement;
import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.FleetSize;
import io.kilowatch.simulators.load.Flow;
import io.kilowatch.simulators.load.LoadProvince;
import io.kilowatch.simulators.load.LoadResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * How one enterprise that sends a hundred times its share makes the others wait.
 *
 * @param gateway the gateway
 * @param others the well-behaved, each with a device
 * @param loud the enterprise that is not
 * @param round how long is counted
 * @param rounds how often without and with the loud one, in turn
 * @param out where it is told what is done
 */
record Neighbours(
        ServerProcess gateway, LoadProvince others, LoadProvince loud, Duration round, int rounds, PrintStream out) {
    private static final int TIMES = 100;
    private static final double QUIET_SHARE = 0.25;
    private static final int WINDOW = 128;

    /** The others' 99th percentile with the loud one, next to twice what it is without. */
    Measurement measure(int devices) throws InterruptedException {
        List<Double> quiet = new ArrayList<>();
        List<Double> disturbed = new ArrayList<>();
        try (Fleet fleet = Fleet.connect(gateway.target(), others, FleetSize.of(devices, WINDOW));
                Fleet one = Fleet.connect(gateway.target(), loud, FleetSize.of(loud.devices(), WINDOW))) {
            double rate = QUIET_SHARE * capacity(fleet);
            for (int i = 0; i < rounds; i++) {
                Flow flow = Flow.open(rate, round.dividedBy(2), round);
                quiet.add(Clean.checked(fleet.run(flow), fleet).latency().p99());
                double wanted = TIMES * rate / devices;
                CompletableFuture<LoadResult> noise = one.begin(Flow.open(wanted, round.dividedBy(2), round));
                disturbed.add(Clean.checked(fleet.run(flow), fleet).latency().p99());
                say(
                        "  p99 of the others %.1f ms, and %.1f ms while one sends %,.0f of %,.0f messages/s",
                        quiet.get(i), disturbed.get(i), noise.join().perSecond(), wanted);
            }
        }
        return new Measurement("gateway.neighbours", Rounds.median(disturbed), "ms", 2 * Rounds.median(quiet));
    }

    private double capacity(Fleet fleet) throws InterruptedException {
        return Clean.checked(fleet.run(Flow.closed(round.dividedBy(2), round)), fleet)
                .perSecond();
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

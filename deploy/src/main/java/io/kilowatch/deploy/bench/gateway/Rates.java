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

/**
 * What the gateway acknowledges, next to the pass-through: round by round in turn, so that whatever else the machine does
 * meets both.
 *
 * @param gateway the gateway
 * @param yardstick the pass-through
 * @param rounds how many rounds each has
 * @param round how long each is counted
 * @param out where it is told what is done
 */
record Rates(Contender gateway, Contender yardstick, int rounds, Duration round, PrintStream out) {
    /** How many bytes of readings are in flight, roughly, whatever the batch. */
    private static final int READINGS_IN_FLIGHT = 400;

    private static final int WARM_UPS = 3; // without them the compiler of the JVM is what is measured
    private static final double BOUND_MS = 50;

    /** The rate, and the latency at half of it, each the median of its rounds. */
    List<Measurement> measure(String name, LoadProvince province, int devices) throws InterruptedException {
        int window = Math.max(16, Math.min(128, READINGS_IN_FLIGHT / province.readings()));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (Fleet passing = Fleet.connect(yardstick.server().target(), province, FleetSize.of(devices, window));
                Fleet fleet = Fleet.connect(gateway.server().target(), province, FleetSize.of(devices, window))) {
            for (int i = 0; i < WARM_UPS; i++) {
                yardstick.round(passing, round.dividedBy(2), round);
                gateway.round(fleet, round.dividedBy(2), round);
            }
            for (int i = 0; i < rounds; i++) {
                Contender.Round their = yardstick.round(passing, round.dividedBy(2), round);
                Contender.Round our = gateway.round(fleet, round.dividedBy(2), round);
                theirs.add(their.readingsPerSecond());
                ours.add(our.readingsPerSecond());
                say(
                        "  %,.0f of %,.0f readings/s, with %.1f and %.1f microseconds of processors for a message;"
                                + " others had %.0f %% and %.0f %% of the machine",
                        our.readingsPerSecond(),
                        their.readingsPerSecond(),
                        our.microsPerMessage(),
                        their.microsPerMessage(),
                        100 * our.others(),
                        100 * their.others());
            }
            double half = Rounds.median(ours) / province.readings() / 2;
            return List.of(
                    new Measurement("gateway." + name, Rounds.median(ours), "readings/s", Rounds.median(theirs)),
                    new Measurement("gateway." + name + ".p99", latency(half, fleet, passing), "ms", BOUND_MS));
        }
    }

    /** The median of the gateway's 99th percentiles at a rate, in milliseconds; the pass-through's are only told. */
    private double latency(double rate, Fleet fleet, Fleet passing) throws InterruptedException {
        say("  latencies in milliseconds at %,.0f messages/s", rate);
        List<Double> ours = new ArrayList<>();
        Flow flow = Flow.open(rate, round.dividedBy(2), round);
        for (int i = 0; i < WARM_UPS; i++) {
            passing.run(flow);
            fleet.run(flow);
        }
        for (int i = 0; i < rounds; i++) {
            LoadResult their = Clean.checked(passing.run(flow), passing);
            LoadResult our = Clean.checked(fleet.run(flow), fleet);
            ours.add(our.latency().p99());
            say("  %s of %s", our.latency(), their.latency());
        }
        return Rounds.median(ours);
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

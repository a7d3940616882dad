package io.kilowatch.simulators.load;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/** Puts together what came of the crews of a fleet. */
final class Results {
    private static final double NANOS = 1e9;

    private Results() {}

    static LoadResult of(Flow flow, Fleet fleet, List<Shift.Tally> tallies, long refused, int lost) {
        return new LoadResult(
                flow.name(),
                flow.rate(),
                fleet.size().active(),
                fleet.messages().readings(),
                longest(tallies, Shift.Tally::nanos),
                sum(tallies, Shift.Tally::acknowledged),
                sum(tallies, Shift.Tally::unsent),
                sum(tallies, Shift.Tally::unacknowledged),
                refused,
                lost,
                latency(tallies, Shift.Tally::latency));
    }

    static LoadResult of(String name, int devices, List<Muster.Tally> tallies) {
        return new LoadResult(
                name,
                0,
                devices,
                0,
                longest(tallies, Muster.Tally::nanos),
                devices,
                0,
                0,
                0,
                (int) sum(tallies, Muster.Tally::failures),
                latency(tallies, Muster.Tally::waits));
    }

    private static <T> long sum(List<T> tallies, ToLongFunction<T> figure) {
        return tallies.stream().mapToLong(figure).sum();
    }

    private static <T> double longest(List<T> tallies, ToLongFunction<T> nanos) {
        return tallies.stream().mapToLong(nanos).max().orElse(0) / NANOS;
    }

    private static <T> Latency latency(List<T> tallies, Function<T, Histogram> figure) {
        Histogram all = Latency.histogram();
        tallies.forEach(tally -> all.add(figure.apply(tally)));
        return Latency.of(all);
    }
}

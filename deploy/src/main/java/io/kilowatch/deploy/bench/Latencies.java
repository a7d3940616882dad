package io.kilowatch.deploy.bench;

import java.util.List;

/** Times that were measured, in nanoseconds. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    Latencies(List<Long> nanos) {
        sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The time that so large a share of them, 0 to 1, does not exceed, in milliseconds. */
    double milliseconds(double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, place)] / NANOS_PER_MILLI;
    }

    /** Median, 99th percentile and the longest, next to what is allowed, in milliseconds. */
    List<Measurement> measurements(String name, double allowed) {
        return List.of(
                new Measurement(name + ".p50", milliseconds(0.5), "ms", allowed),
                new Measurement(name + ".p99", milliseconds(0.99), "ms", allowed),
                new Measurement(name + ".max", milliseconds(1), "ms", allowed));
    }
}

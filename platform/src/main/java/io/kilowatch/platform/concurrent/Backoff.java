package io.kilowatch.platform.concurrent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long after each failed one, up to a bound, and never quite the same, so
 * that many who failed together do not come back together.
 *
 * @param first the wait after the first failed try, give or take the jitter
 * @param longest no wait is longer
 * @param jitter the share, 0 to 1, by which a wait is lengthened or shortened at random
 * @param random where chance comes from
 */
public record Backoff(Duration first, Duration longest, double jitter, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 30;

    /** Checks that the waits can grow. */
    public Backoff {
        if (first.isNegative() || first.compareTo(longest) > 0 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("from " + first + " up to " + longest + ", jitter " + jitter);
        }
    }

    /** From half a second to half a minute, each a fifth more or less. */
    public static Backoff patient(RandomGenerator random) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.2, random);
    }

    /** Always the same wait. */
    public static Backoff constant(Duration wait) {
        return new Backoff(wait, wait, 0, () -> 0);
    }

    /** The wait after so many failed tries in a row, the first being 1. */
    public Duration after(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        double millis = Math.min(Math.scalb((double) first.toMillis(), doublings), (double) longest.toMillis());
        double lengthened = millis * (1 + jitter * (2 * random.nextDouble() - 1));
        return Duration.ofMillis(Math.min(Math.round(lengthened), longest.toMillis()));
    }
}

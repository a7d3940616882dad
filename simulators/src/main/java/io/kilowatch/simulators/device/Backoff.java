package io.kilowatch.simulators.device;

import java.time.Duration;

/**
 * How long to wait before trying again: doubling from the first to the longest.
 */
record Backoff(Duration first, Duration longest) {
    static final Backoff USUAL = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

    /** The wait after so many failures in a row, at least one. */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, 20);
        long millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(millis);
    }
}

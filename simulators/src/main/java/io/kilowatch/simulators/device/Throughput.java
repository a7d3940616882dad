package io.kilowatch.simulators.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How many readings were acknowledged, and how fast in the last seconds. */
public final class Throughput {
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final InstantSource clock;
    private Instant since;
    private long total;
    private long atSince;
    private double rate;

    /** Starts to measure, by a real clock. */
    public Throughput(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Counts readings. */
    public synchronized void add(int readings) {
        total += readings;
    }

    /** Readings counted so far. */
    public synchronized long total() {
        return total;
    }

    /** Readings a second, measured over some seconds. */
    public synchronized double perSecond() {
        Instant now = clock.instant();
        Duration passed = Duration.between(since, now);
        if (passed.compareTo(WINDOW) >= 0 || rate == 0) {
            rate = passed.isZero() ? 0 : (total - atSince) * 1e9 / passed.toNanos();
        }
        if (passed.compareTo(WINDOW) >= 0) {
            since = now;
            atSince = total;
        }
        return rate;
    }
}

package io.kilowatch.simulators.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that starts in the past, runs a number of times faster until it has caught up with a real clock, and then
 * goes on as that one. It never goes back, even where the real clock does.
 */
public final class AcceleratedClock implements InstantSource {
    private final InstantSource real;
    private final Instant start;
    private final Instant begun;
    private final long factor;
    private Instant latest;

    /**
     * A clock that starts now.
     *
     * @param real what it catches up with
     * @param start what it shows first; where that is in the future it shows real time at once
     * @param factor how many times faster it runs, at least 1
     */
    public AcceleratedClock(InstantSource real, Instant start, long factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("factor must be at least 1");
        }
        this.real = real;
        this.begun = real.instant();
        this.start = start.isAfter(begun) ? begun : start;
        this.factor = factor;
        this.latest = this.start;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = real.instant();
        Instant hurried = hurried(now);
        Instant shown = hurried.isBefore(now) ? hurried : now;
        if (shown.isAfter(latest)) {
            latest = shown;
        }
        return latest;
    }

    /** Whether it shows real time. */
    public boolean caughtUp() {
        Instant now = real.instant();
        return !hurried(now).isBefore(now);
    }

    /** How much real time passes until it shows the given instant; zero where it already does. */
    public Duration until(Instant instant) {
        Instant now = real.instant();
        if (!instant.isAfter(instant())) {
            return Duration.ZERO;
        }
        Instant byHurry = begun.plus(Duration.between(start, instant).dividedBy(factor));
        Instant reached = byHurry.isAfter(instant) ? byHurry : instant;
        Duration wait = Duration.between(now, reached);
        return wait.isNegative() ? Duration.ZERO : wait.plusMillis(1);
    }

    private Instant hurried(Instant now) {
        Duration passed = Duration.between(begun, now);
        return passed.isNegative() ? start : start.plus(passed.multipliedBy(factor));
    }
}

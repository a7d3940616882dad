package io.kilowatch.simulators.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds readings back until their time has come, at a number of times the recorded speed. */
final class Pace {
    private final OptionalDouble speed;
    private final InstantSource clock;
    private final CountDownLatch stop;
    private @Nullable Instant firstAt;
    private final Instant begun;

    /** A pace that begins now; without a speed nothing is ever early. */
    Pace(OptionalDouble speed, InstantSource clock, CountDownLatch stop) {
        this.speed = speed;
        this.clock = clock;
        this.stop = stop;
        this.begun = clock.instant();
    }

    /** Whether a reading's time has not come. */
    boolean early(Instant at) {
        return speed.isPresent() && untilDue(at) > 0;
    }

    /** Waits for a reading's time; false when stopped before. */
    boolean waitFor(Instant at) throws InterruptedException {
        return !stop.await(untilDue(at), TimeUnit.MILLISECONDS);
    }

    private long untilDue(Instant at) {
        if (firstAt == null) {
            firstAt = at;
        }
        double recorded = Duration.between(firstAt, at).toMillis();
        double passed = Duration.between(begun, clock.instant()).toMillis();
        return (long) Math.ceil(recorded / speed.orElse(1) - passed);
    }
}

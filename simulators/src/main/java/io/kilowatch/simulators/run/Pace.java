package io.kilowatch.simulators.run;

import io.kilowatch.simulators.clock.AcceleratedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How simulated time passes: by a clock that runs faster until it has caught up with the real one, or as fast as is
 * acknowledged, up to the real time.
 */
final class Pace {
    private final InstantSource real;
    private final Optional<AcceleratedClock> clock;

    /**
     * A pace that begins now.
     *
     * @param from what the clock shows first
     * @param speed how many times faster than real time; as fast as acknowledged if not given
     */
    Pace(InstantSource real, Instant from, OptionalLong speed) {
        this.real = real;
        this.clock =
                speed.isPresent() ? Optional.of(new AcceleratedClock(real, from, speed.getAsLong())) : Optional.empty();
    }

    /** The simulated time, for services that live in it. */
    InstantSource source() {
        return clock.<InstantSource>map(one -> one).orElse(real);
    }

    /** What is due by now may be sent. */
    Instant now() {
        return source().instant();
    }

    /** Whether simulated time is real time. */
    boolean caughtUp() {
        return clock.map(AcceleratedClock::caughtUp).orElse(true);
    }

    /** How long until an instant comes. */
    Duration until(Instant instant) {
        return clock.map(one -> one.until(instant)).orElseGet(() -> {
            Duration wait = Duration.between(real.instant(), instant);
            return wait.isNegative() ? Duration.ZERO : wait;
        });
    }
}

package io.kilowatch.aggregator.ledger;

import java.util.Optional;

/**
 * The most that can flow through a meter.
 *
 * <p>Where none is declared it is 400 million base units an hour, far beyond any meter: so a year's sum is never out of
 * range, whatever is sent.
 */
final class Capacity {
    private static final long BEYOND_ANY_METER = 400_000_000L * 1_000_000L;
    private static final long HOUR = 3_600_000L;

    private final long perHour;
    private final boolean declared;

    /** As declared, in millionths of the base unit per hour. */
    Capacity(Optional<Long> declaration) {
        declared = declaration.isPresent();
        perHour = Math.min(BEYOND_ANY_METER, declaration.orElse(BEYOND_ANY_METER));
    }

    /** Whether the meter's document names it. */
    boolean isDeclared() {
        return declared;
    }

    /** Whether so much, in either direction, can flow in so many milliseconds. */
    boolean allows(long amount, long millis) {
        if (amount == Long.MIN_VALUE) {
            return false;
        }
        long size = Math.abs(amount);
        long high = Math.multiplyHigh(size, HOUR);
        long highest = Math.multiplyHigh(perHour, millis);
        return high != highest ? high < highest : Long.compareUnsigned(size * HOUR, perHour * millis) <= 0;
    }
}

package io.kilowatch.deploy.bench;

import io.kilowatch.domain.Micros;
import java.time.Instant;

/** What registers say at every quarter of an hour from the beginning of 2026 in Beijing. */
final class Registers {
    static final int QUARTERS_PER_DAY = 96;

    private static final long START = Instant.parse("2025-12-31T16:00:00Z").toEpochMilli();
    private static final long QUARTER_HOUR = 900_000L;
    private static final long STEP = 37 * Micros.ONE;
    private static final long UNEVENNESS = 30 * Micros.ONE;

    private Registers() {}

    /** When a quarter hour is, in milliseconds since 1970 UTC. */
    static long at(int quarter) {
        return START + quarter * QUARTER_HOUR;
    }

    /**
     * What a register says, in millionths.
     *
     * <p>It rises steadily but never evenly, as in a plant. If it rose evenly, a late reading would say what had been
     * interpolated already, and no slot would have to change.
     */
    static long value(int meter, int quarter) {
        long mixed = (meter * 0x9E3779B97F4A7C15L) ^ (quarter * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return Micros.ONE + quarter * STEP + Math.floorMod(mixed ^ (mixed >>> 32), UNEVENNESS);
    }
}

package io.kilowatch.simulators.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a period some meters cover, all of them alike.
 *
 * @param from when they should begin, in milliseconds since 1970
 * @param end when the period ends
 * @param covered how far they have sent, at most to the end
 * @param interval milliseconds
 * @param measured milliseconds that are measured
 */
public record Cover(long from, long end, long covered, long interval, long measured) {
    private static final int PLACES = 4;

    /**
     * The part of the time due that is measured.
     *
     * @param due readings up to here should have come
     */
    public BigDecimal completeness(long due) {
        long reached = Math.min(end, Math.max(due, covered));
        long midnight = Days.start(Days.dayOf(reached));
        long to = reached - (reached - midnight) % interval;
        if (to <= from) {
            return BigDecimal.ONE.setScale(PLACES);
        }
        long time = to - from;
        long counted = Math.max(0, Math.min(time, measured));
        return BigDecimal.valueOf(counted).divide(BigDecimal.valueOf(time), PLACES, RoundingMode.DOWN);
    }

    /** Whether it is the same whatever is due. */
    public boolean isSettled(long due) {
        return due >= end || covered >= end;
    }
}

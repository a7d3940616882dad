package io.kilowatch.ingest.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket that several event loops spend from without a lock: so much a second on average, and what was not spent
 * for a while at once.
 *
 * <p>It keeps one number, the moment at which all that was spent is paid for. Spending moves it on by what the units
 * take at the rate; a moment in the future is a debt, and no moment counts that lies further back than the burst. Moments
 * are nanoseconds of any clock that does not go back.
 */
final class Bucket {
    private static final long SECOND = 1_000_000_000L;

    private final long perSecond;
    private final long burst;
    private final AtomicLong paid;

    /**
     * A full bucket.
     *
     * @param perSecond how many units there are a second; 0 for as many as anybody wants
     * @param burst how long it fills before it is full
     */
    Bucket(long perSecond, Duration burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst.toNanos();
        this.paid = new AtomicLong(now - this.burst);
    }

    /** Spends some units, there or not; how many nanoseconds later nothing is owed. */
    long spend(long units, long now) {
        if (perSecond == 0) {
            return 0;
        }
        long price = price(units);
        long then = paid.updateAndGet(moment -> later(moment, now - burst) + price);
        return Math.max(0, then - now);
    }

    /** How many nanoseconds later nothing is owed. */
    long owed(long now) {
        return perSecond == 0 ? 0 : Math.max(0, paid.get() - now);
    }

    /** Whether it is full, so that a new one would be no other. */
    boolean isFull(long now) {
        return perSecond == 0 || paid.get() - (now - burst) <= 0;
    }

    private long price(long units) {
        return units / perSecond * SECOND + units % perSecond * SECOND / perSecond;
    }

    /** The later of two moments of a clock that may begin anywhere. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}

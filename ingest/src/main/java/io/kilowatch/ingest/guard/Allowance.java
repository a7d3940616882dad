package io.kilowatch.ingest.guard;

/**
 * An allowance that refills steadily: so much each second on average, and a few seconds' worth at once. The moments are
 * nanoseconds of any clock that does not go back.
 */
final class Allowance {
    private static final double NANOS_A_SECOND = 1e9;

    private final double perNano;
    private final double most;
    private double left;
    private long at;

    Allowance(double perSecond, double seconds, long now) {
        this.perNano = perSecond / NANOS_A_SECOND;
        this.most = perSecond * seconds;
        this.left = most;
        this.at = now;
    }

    /** Takes one if there is one. */
    synchronized boolean take(long now) {
        refill(now);
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Takes what has been used already; how many nanoseconds to wait until nothing is owed. */
    synchronized long owe(int used, long now) {
        refill(now);
        left -= used;
        return left >= 0 ? 0 : (long) Math.ceil(-left / perNano);
    }

    /** Whether nothing has been taken of late. */
    synchronized boolean isFull(long now) {
        refill(now);
        return left >= most;
    }

    private void refill(long now) {
        left = Math.min(most, left + (now - at) * perNano);
        at = now;
    }
}

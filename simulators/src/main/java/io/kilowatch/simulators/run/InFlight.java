package io.kilowatch.simulators.run;

/**
 * The readings that all devices together have on their way, bounded so that thousands of devices that wait for a gateway fit
 * into a small process. Used from one thread.
 */
final class InFlight {
    private final long most;
    private long readings;

    InFlight(long most) {
        this.most = most;
    }

    /** Whether a further message may go; one more is let go when there is any room. */
    boolean hasRoom() {
        return readings < most;
    }

    void add(int count) {
        readings += count;
    }

    void remove(int count) {
        readings -= count;
    }
}

package io.kilowatch.domain;

/** The base slot (时段): a quarter of an hour, aligned to the epoch, named by its first millisecond. */
public final class Slot {
    /** 15 minutes in milliseconds. */
    public static final long LENGTH = 900_000L;

    private Slot() {}

    /** The slot that holds an instant. */
    public static long of(long millis) {
        return millis - Math.floorMod(millis, LENGTH);
    }

    /** The first slot that starts at or after an instant. */
    public static long atOrAfter(long millis) {
        return of(millis + LENGTH - 1);
    }
}

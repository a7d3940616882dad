package io.kilowatch.simulators.load;

/**
 * How many devices a load has and how they connect.
 *
 * @param devices how many
 * @param active how many of them send; the others only stay connected
 * @param window messages that each may have in flight
 * @param loops event loops that they share
 * @param perSecond how many connect each second
 */
public record FleetSize(int devices, int active, int window, int loops, int perSecond) {
    private static final int FAST = 2_000;

    /** Checks that it can be. */
    public FleetSize {
        if (devices < 1 || active < 1 || active > devices || window < 1 || loops < 1 || perSecond < 1) {
            throw new IllegalArgumentException("a fleet has devices, and no more of them send than there are");
        }
    }

    /** Devices that all send and connect fast, one event loop for each processor. */
    public static FleetSize of(int devices, int window) {
        int loops = Math.min(devices, Runtime.getRuntime().availableProcessors());
        return new FleetSize(devices, devices, window, loops, FAST);
    }
}

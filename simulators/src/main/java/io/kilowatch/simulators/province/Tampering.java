package io.kilowatch.simulators.province;

import io.kilowatch.simulators.device.DeviceReading;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** What keeps a device from telling the truth: faults and frauds of its meters and its clock. */
public interface Tampering {
    /** Nothing. */
    Tampering NONE = new Tampering() {};

    /**
     * What a meter counts in a slot, in Wh, g or l.
     *
     * @param flow what really passes
     * @param at what really passed in another slot
     */
    default long counted(SimulatedMeter meter, long slot, long flow, LongUnaryOperator at) {
        return flow;
    }

    /** By how many seconds the device's clock is ahead during a slot. */
    default long ahead(long slot) {
        return 0;
    }

    /** How many seconds after the quarter hour of a number, by its own clock, the device reads and stamps. */
    default int late(long quarter) {
        return 0;
    }

    /** What the device says of a reading; nothing where it keeps it to itself. */
    default Optional<DeviceReading> told(DeviceReading reading) {
        return Optional.of(reading);
    }
}

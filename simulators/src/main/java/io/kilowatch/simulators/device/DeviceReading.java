package io.kilowatch.simulators.device;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One number that a device sends.
 *
 * @param meter the meter's id within its enterprise
 * @param at the instant of a register or power, the interval's start of an amount
 * @param value in the meter's unit, before its multiplier
 */
public record DeviceReading(String meter, Instant at, ReadingKind kind, BigDecimal value, ReadingSource source) {

    /** A reading as measured. */
    public static DeviceReading measured(String meter, Instant at, ReadingKind kind, BigDecimal value) {
        return new DeviceReading(meter, at, kind, value, ReadingSource.MEASURED);
    }
}

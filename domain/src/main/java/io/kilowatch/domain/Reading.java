package io.kilowatch.domain;

/**
 * One number that a device read off one meter.
 *
 * @param meter the meter's id within its enterprise
 * @param at the device's time, in milliseconds since 1970 UTC; for an amount, the start of its interval
 * @param kind what the number is
 * @param value the number in {@link Micros} of the meter's own unit, before multiplier and unit conversion
 * @param source where the number comes from
 */
public record Reading(String meter, long at, ReadingKind kind, long value, ReadingSource source) {}

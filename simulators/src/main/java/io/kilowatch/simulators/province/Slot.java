package io.kilowatch.simulators.province;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A quarter of an hour, seen on the wall clock of Ningxia (UTC+8, no summer time since 1991).
 *
 * @param number quarter hours since 1970-01-01T00:00Z
 * @param date the local day it lies in
 */
public record Slot(long number, LocalDate date) {
    /** A quarter of an hour. */
    public static final Duration LENGTH = Duration.ofMinutes(15);
    /** What the clocks of Ningxia show beyond UTC. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    /** Quarter hours of a day. */
    public static final int PER_DAY = 96;

    private static final int OFFSET_SLOTS = 32;
    private static final long SECONDS = LENGTH.toSeconds();

    /** The slot of a number. */
    public static Slot of(long number) {
        return new Slot(number, LocalDate.ofEpochDay(Math.floorDiv(number + OFFSET_SLOTS, PER_DAY)));
    }

    /** The number of the slot that holds an instant. */
    public static long numberAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The number of the slot that starts a local day. */
    public static long numberAt(LocalDate day) {
        return day.toEpochDay() * PER_DAY - OFFSET_SLOTS;
    }

    /** When the slot of a number starts. */
    public static Instant startOf(long number) {
        return Instant.ofEpochSecond(number * SECONDS);
    }

    /** The place within the local day, 0 to 95. */
    public int ofDay() {
        return (int) Math.floorMod(number + OFFSET_SLOTS, (long) PER_DAY);
    }

    /** The local hour at the slot's start, such as 13.75. */
    public double hour() {
        return ofDay() / 4.0;
    }

    /** Days since 1970-01-01 on the local calendar, with the part of the day. */
    public double day() {
        return (number + OFFSET_SLOTS) / (double) PER_DAY;
    }

    /** A wave over the year, 1 in the depth of winter (17 January), −1 in mid-July. */
    public double winter() {
        return StrictMath.cos(2 * Math.PI * (date.getDayOfYear() - 17) / 365.25);
    }

    /** A wave over the day that is 1 at the given hour and −1 half a day away. */
    public double daily(double peakHour) {
        return StrictMath.cos(2 * Math.PI * (hour() - peakHour) / 24);
    }

    /** Whether it is Saturday or Sunday. */
    public boolean weekend() {
        return date.getDayOfWeek().getValue() >= 6;
    }
}

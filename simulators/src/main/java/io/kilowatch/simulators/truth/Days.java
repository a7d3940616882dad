package io.kilowatch.simulators.truth;

import io.kilowatch.simulators.province.Slot;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What flowed through a meter day by day, in millionths of the base unit, and how many milliseconds of each day are
 * measured.
 *
 * <p>An amount over a longer time is spread in proportion: up to any instant its part is rounded down.
 */
final class Days {
    private static final long DAY = 24 * 3_600_000L;
    private static final long AHEAD = Slot.OFFSET.getTotalSeconds() * 1000L;

    private final TreeMap<Long, Sum> sums = new TreeMap<>();
    private long coveredUntil = Long.MIN_VALUE;

    private static final class Sum {
        private long amount;
        private long measured;
    }

    /** Adds what flowed between two instants, or takes it back. */
    void flow(long from, long to, long amount, boolean measured, int sign) {
        long time = to - from;
        if (time <= 0) {
            return;
        }
        for (long day = day(from); day <= day(to - 1); day++) {
            long begin = Math.max(from, start(day));
            long end = Math.min(to, start(day + 1));
            Sum sum = sums.computeIfAbsent(day, unused -> new Sum());
            sum.amount += sign * (part(amount, end - from, time) - part(amount, begin - from, time));
            sum.measured += measured ? sign * (end - begin) : 0;
        }
    }

    private static long part(long amount, long time, long whole) {
        if (time == 0 || time == whole) {
            return time == 0 ? 0 : amount;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(time))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    void cover(long until) {
        coveredUntil = until;
    }

    /** The end of the time that the newest reading that counts covers; {@link Long#MIN_VALUE} where there is none. */
    long coveredUntil() {
        return coveredUntil;
    }

    /** What flowed on some days, in millionths. */
    long amount(LocalDate from, LocalDate until) {
        return of(from, until).values().stream().mapToLong(sum -> sum.amount).sum();
    }

    /** How many milliseconds of some days are measured. */
    long measured(LocalDate from, LocalDate until) {
        return of(from, until).values().stream().mapToLong(sum -> sum.measured).sum();
    }

    private Map<Long, Sum> of(LocalDate from, LocalDate until) {
        return sums.subMap(from.toEpochDay(), until.toEpochDay());
    }

    /** The days of which anything is known. */
    SortedSet<LocalDate> known() {
        SortedSet<LocalDate> days = new TreeSet<>();
        sums.keySet().forEach(day -> days.add(LocalDate.ofEpochDay(day)));
        return days;
    }

    static long start(LocalDate day) {
        return start(day.toEpochDay());
    }

    private static long start(long day) {
        return day * DAY - AHEAD;
    }

    /** The local day that an instant lies in. */
    static LocalDate dayOf(long instant) {
        return LocalDate.ofEpochDay(day(instant));
    }

    private static long day(long instant) {
        return Math.floorDiv(instant + AHEAD, DAY);
    }

    static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}

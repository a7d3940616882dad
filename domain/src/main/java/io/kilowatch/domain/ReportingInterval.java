package io.kilowatch.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often a meter is read, and how long one of its amounts lasts. */
public enum ReportingInterval {
    PT1M(60_000L),
    PT5M(300_000L),
    PT10M(600_000L),
    /** The standard interval (NHJC-06-2018). */
    PT15M(900_000L),
    PT30M(1_800_000L),
    PT1H(3_600_000L),
    P1D(0),
    P1M(0);

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private final long millis;

    ReportingInterval(long millis) {
        this.millis = millis;
    }

    /** The end of the interval that starts at an instant. */
    public long end(long start, BusinessCalendar calendar) {
        return switch (this) {
            case P1D -> calendar.start(calendar.day(start).plusDays(1));
            case P1M -> calendar.start(calendar.day(start).withDayOfMonth(1).plusMonths(1));
            default -> start + millis;
        };
    }

    /** The last boundary between intervals that is not after an instant; intervals are counted from midnight. */
    public long floor(long instant, BusinessCalendar calendar) {
        LocalDate day = calendar.day(instant);
        return switch (this) {
            case P1D -> calendar.start(day);
            case P1M -> calendar.start(day.withDayOfMonth(1));
            default -> {
                long midnight = calendar.start(day);
                yield instant - Math.floorMod(instant - midnight, millis);
            }
        };
    }

    /** The longest time in milliseconds that one interval can last, where a day may have 25 hours. */
    public long longest() {
        return switch (this) {
            case P1D -> DAY + HOUR;
            case P1M -> 31 * DAY + HOUR;
            default -> millis;
        };
    }

    /** The interval of an ISO 8601 text such as {@code PT15M}. */
    public static Optional<ReportingInterval> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.name().equals(text)).findFirst();
    }

    /** Every interval, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

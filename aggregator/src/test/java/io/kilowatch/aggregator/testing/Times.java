package io.kilowatch.aggregator.testing;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Instants and periods of the Chinese calendar, as short texts. */
public final class Times {
    /** Milliseconds in a minute. */
    public static final long MINUTE = 60_000L;

    /** Milliseconds in an hour. */
    public static final long HOUR = 60 * MINUTE;

    /** Milliseconds in a day. */
    public static final long DAY = 24 * HOUR;

    private Times() {}

    /** The milliseconds of a Beijing time such as {@code 2026-08-01T00:15}. */
    public static long at(String beijing) {
        return LocalDateTime.parse(beijing)
                .atZone(BusinessCalendar.CHINA.zone())
                .toInstant()
                .toEpochMilli();
    }

    /** A day such as {@code 2026-08-01}. */
    public static Period day(String day) {
        return PeriodKind.DAY.containing(LocalDate.parse(day));
    }

    /** The month of its first day. */
    public static Period month(String firstDay) {
        return new Period(PeriodKind.MONTH, LocalDate.parse(firstDay));
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(PeriodKind.YEAR, LocalDate.of(year, 1, 1));
    }
}

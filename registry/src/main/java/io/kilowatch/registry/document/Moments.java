package io.kilowatch.registry.document;

import io.kilowatch.domain.BusinessCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Days, months and moments as documents write them, in ISO 8601, from 1900 to 2199. */
final class Moments {
    static final String DAY = "a date such as 2026-01-31, from 1900 to 2199";
    static final String MONTH = "a month such as 2026-01, from 1900 to 2199";
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;
    static final String MOMENT = "a date such as 2026-01-31 or a date and time such as 2026-01-31T10:30"
            + " or 2026-01-31T10:30:00+08:00, to the millisecond, from 1900 to 2199";
    private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*(Z|[+-][0-9:]+)");
    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

    private Moments() {}

    /** Such as {@code 2026-01-31}; throws {@link DateTimeException} at anything else. */
    static LocalDate day(String text) {
        return likely(LocalDate.parse(text));
    }

    /** Such as {@code 2026-01}; throws {@link DateTimeException} at anything else. */
    static YearMonth month(String text) {
        YearMonth month = YearMonth.parse(text);
        likely(month.atDay(1));
        return month;
    }

    /**
     * A day, which is its midnight, or a time of the calendar, or a time with an offset from UTC, which is converted.
     *
     * @throws DateTimeException at anything else, and at what is finer than milliseconds
     */
    static LocalDateTime moment(String text, BusinessCalendar calendar) {
        if (text.indexOf('T') < 0) {
            return day(text).atStartOfDay();
        }
        LocalDateTime moment = WITH_OFFSET.matcher(text).matches()
                ? OffsetDateTime.parse(text).atZoneSameInstant(calendar.zone()).toLocalDateTime()
                : LocalDateTime.parse(text);
        likely(moment.toLocalDate());
        if (moment.getNano() % NANOS_OF_A_MILLISECOND != 0) {
            throw new DateTimeException("finer than milliseconds");
        }
        return moment;
    }

    private static LocalDate likely(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("no likely year");
        }
        return date;
    }
}

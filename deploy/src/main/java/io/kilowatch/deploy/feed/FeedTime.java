package io.kilowatch.deploy.feed;

import io.kilowatch.domain.BusinessCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/**
 * A day or a moment as a user names it; a moment without an offset is of the business calendar.
 *
 * @param given a {@link LocalDate}, {@link LocalDateTime} or {@link OffsetDateTime}
 */
record FeedTime(TemporalAccessor given) {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    /** Reads such as {@code 2026-11-22}, {@code 2026-11-22T10:15} or {@code 2026-11-22T10:15:00+08:00}. */
    static FeedTime parse(String text) {
        try {
            return new FeedTime(
                    FORM.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a day such as 2026-11-22 or a time such as 2026-11-22T10:15", e);
        }
    }

    /** The first millisecond of the day, or the moment. */
    long first(BusinessCalendar calendar) {
        return given instanceof LocalDate day ? calendar.start(day) : moment(calendar);
    }

    /** The first millisecond after the day, or the moment. */
    long end(BusinessCalendar calendar) {
        return given instanceof LocalDate day ? calendar.start(day.plusDays(1)) : moment(calendar);
    }

    private long moment(BusinessCalendar calendar) {
        return given instanceof OffsetDateTime time
                ? time.toInstant().toEpochMilli()
                : calendar.instant(LocalDateTime.from(given));
    }
}

package io.kilowatch.simulators.feed;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a feed tells the time.
 *
 * @param column its header
 * @param clock the header of the time of day, where that stands in a column of its own
 * @param pattern of a local time; without one, ISO 8601, with an offset or local
 * @param zone of local times
 * @param end whether a stamp is the end of its interval; else it is the start
 * @param midnightSameDay whether 00:00 is the end of the day it is stamped with, where 24:00 is meant
 */
record TimeColumn(
        String column,
        Optional<String> clock,
        Optional<DateTimeFormatter> pattern,
        ZoneId zone,
        boolean end,
        boolean midnightSameDay) {
    private static final Pattern DAYS_END = Pattern.compile("(?<![\\d:])24(:00(?::00(?:[.,]0+)?)?)(?!\\d)");
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)$");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    /** The columns that it needs. */
    List<String> columns() {
        return Stream.concat(Stream.of(column), clock.stream()).toList();
    }

    /** The instant that a stamp means; {@link DateTimeException} says why it means none. */
    Instant instant(String text) {
        String stamp = text.strip();
        Matcher daysEnd = DAYS_END.matcher(stamp);
        if (daysEnd.find()) {
            return parsed(daysEnd.replaceFirst("00$1"), true);
        }
        return parsed(stamp, false);
    }

    private Instant parsed(String stamp, boolean daysEnd) {
        if (pattern.isPresent() && !ISO.matcher(stamp).matches()) {
            return local(dateOrTime(stamp, pattern.get()), daysEnd);
        }
        String iso = SHORT_OFFSET.matcher(stamp).replaceFirst("$1:$2").replace(' ', 'T');
        if (WITH_OFFSET.matcher(iso).matches()) {
            OffsetDateTime time = OffsetDateTime.parse(iso);
            return (daysEnd ? time.plusDays(1) : time).toInstant();
        }
        return local(dateOrTime(iso, iso.contains("T") ? ISO_LOCAL_DATE_TIME : ISO_LOCAL_DATE), daysEnd);
    }

    /** A day without a time of day is its midnight. */
    private static LocalDateTime dateOrTime(String stamp, DateTimeFormatter pattern) {
        TemporalAccessor read = pattern.parseBest(stamp, LocalDateTime::from, LocalDate::from);
        return read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
    }

    private Instant local(LocalDateTime time, boolean daysEnd) {
        boolean next = daysEnd || midnightSameDay && time.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDateTime meant = next ? time.plusDays(1) : time;
        if (zone.getRules().getValidOffsets(meant).isEmpty()) {
            throw new DateTimeException(meant + " does not exist in " + zone + " (clocks go forward)");
        }
        return meant.atZone(zone).toInstant();
    }
}

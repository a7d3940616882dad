package io.kilowatch.simulators.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How a feed tells the time.
 *
 * @param column its header
 * @param pattern of a local time; without one, ISO 8601, with an offset or local
 * @param zone of local times
 * @param end whether a stamp is the end of its interval; else it is the start
 * @param midnightSameDay whether 00:00 is the end of the day it is stamped with, where 24:00 is meant
 */
record TimeColumn(
        String column, Optional<DateTimeFormatter> pattern, ZoneId zone, boolean end, boolean midnightSameDay) {

    /** The instant that a stamp means; {@link DateTimeException} says why it means none. */
    Instant instant(String text) {
        String stamp = text.strip();
        if (pattern.isPresent()) {
            return local(LocalDateTime.parse(stamp, pattern.get()));
        }
        String iso = stamp.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2").replace(' ', 'T');
        return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(iso).toInstant()
                : local(LocalDateTime.parse(iso));
    }

    private Instant local(LocalDateTime time) {
        LocalDateTime meant =
                midnightSameDay && time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.plusDays(1) : time;
        if (zone.getRules().getValidOffsets(meant).isEmpty()) {
            throw new DateTimeException(meant + " does not exist in " + zone + " (clocks go forward)");
        }
        return meant.atZone(zone).toInstant();
    }
}

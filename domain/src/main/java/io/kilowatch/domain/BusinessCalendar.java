package io.kilowatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The calendar that days, months and years are counted in.
 *
 * @param zone Asia/Shanghai unless configured otherwise
 */
public record BusinessCalendar(ZoneId zone) {
    /** The calendar of the People's Republic of China. */
    public static final BusinessCalendar CHINA = new BusinessCalendar(ZoneId.of("Asia/Shanghai"));

    /** The day that holds an instant in milliseconds. */
    public LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    /** The first millisecond of a day. */
    public long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The instant of a moment of the calendar, in milliseconds. */
    public long instant(LocalDateTime moment) {
        return moment.atZone(zone).toInstant().toEpochMilli();
    }
}

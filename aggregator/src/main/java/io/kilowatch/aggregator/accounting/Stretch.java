package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * A run of whole days.
 *
 * @param from its first day
 * @param until the first day after it
 */
public record Stretch(LocalDate from, LocalDate until) {
    /** The days of a period up to an instant; the day in which it lies counts whole, and none of them is the whole period. */
    public static Stretch of(Period period, long until, BusinessCalendar calendar) {
        boolean inside = until > calendar.start(period.start()) && until < calendar.start(period.end());
        return new Stretch(period.start(), inside ? calendar.day(until - 1).plusDays(1) : period.end());
    }

    /** Its parts between some days, oldest first: in each of them, what changes on those days stays the same. */
    public List<Stretch> cutAt(SortedSet<LocalDate> days) {
        List<Stretch> parts = new ArrayList<>();
        LocalDate begin = from;
        for (LocalDate day : days) {
            if (day.isAfter(begin) && day.isBefore(until)) {
                parts.add(new Stretch(begin, day));
                begin = day;
            }
        }
        parts.add(new Stretch(begin, until));
        return parts;
    }

    /** The months and single days that it is made of. */
    public List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        LocalDate day = from;
        while (day.isBefore(until)) {
            Period month = PeriodKind.MONTH.containing(day);
            boolean whole = month.start().equals(day) && !month.end().isAfter(until);
            Period next = whole ? month : PeriodKind.DAY.containing(day);
            periods.add(next);
            day = next.end();
        }
        return periods;
    }
}

package io.kilowatch.aggregator.stream;

import io.kilowatch.domain.BusinessCalendar;
import java.time.LocalDate;

/** The day of one instant after another, asking the calendar only when the day changes. */
final class Days {
    private final BusinessCalendar calendar;
    private LocalDate day = LocalDate.MIN;
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    Days(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** Goes to the day of an instant; true if it is another than before. */
    boolean enter(long instant) {
        if (instant >= start && instant < end) {
            return false;
        }
        day = calendar.day(instant);
        start = calendar.start(day);
        end = calendar.start(day.plusDays(1));
        return true;
    }

    LocalDate day() {
        return day;
    }
}

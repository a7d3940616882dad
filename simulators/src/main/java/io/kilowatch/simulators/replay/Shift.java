package io.kilowatch.simulators.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far the times of a feed are moved. */
public sealed interface Shift {
    /** The times as they are. */
    Shift NONE = new By(Duration.ZERO);

    /** By a fixed time, later or earlier. */
    record By(Duration time) implements Shift {}

    /** By whole days, so that the first reading falls on a day. */
    record ToDay(LocalDate day) implements Shift {}

    /** The shift that a text asks for: a duration such as {@code P364D} or {@code -P7D}, or the first reading's day. */
    static Shift parse(String text) {
        try {
            return text.contains("P") ? new By(Duration.parse(text)) : new ToDay(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a duration such as P364D or -P7D, or a day such as 2026-11-01", e);
        }
    }

    /** The time by which a feed is moved. */
    default Duration of(Survey survey) {
        if (this instanceof ToDay to) {
            return survey.firstDay()
                    .map(first -> Duration.ofDays(ChronoUnit.DAYS.between(first, to.day())))
                    .orElse(Duration.ZERO);
        }
        return ((By) this).time();
    }
}

package io.kilowatch.simulators.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Some days in a row, the last one being the day before {@code until}. */
record Stretch(LocalDate from, LocalDate until) {

    /** Its parts between some days. */
    List<Stretch> cut(SortedSet<LocalDate> days) {
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
}

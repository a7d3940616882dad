package io.kilowatch.simulators.truth;

import java.time.LocalDate;

/**
 * A period that figures are of.
 *
 * @param kind {@code day}, {@code month} or {@code year}
 * @param start its first day
 * @param end the first day after it
 */
public record TruthPeriod(String kind, LocalDate start, LocalDate end) {

    /** A day. */
    static TruthPeriod day(LocalDate day) {
        return new TruthPeriod("day", day, day.plusDays(1));
    }

    /** The month of a day. */
    static TruthPeriod month(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return new TruthPeriod("month", first, first.plusMonths(1));
    }

    /** The year of a day. */
    static TruthPeriod year(LocalDate day) {
        LocalDate first = day.withDayOfYear(1);
        return new TruthPeriod("year", first, first.plusYears(1));
    }

    boolean isDay() {
        return kind.equals("day");
    }

    boolean isYear() {
        return kind.equals("year");
    }
}

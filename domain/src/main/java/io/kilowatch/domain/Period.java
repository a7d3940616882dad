package io.kilowatch.domain;

import java.time.LocalDate;

/**
 * A statistical period; its label is its start.
 *
 * @param kind day, month or year
 * @param start the first day
 */
public record Period(PeriodKind kind, LocalDate start) {
    /** Refuses a start that is not one of the kind. */
    public Period {
        boolean aligned = switch (kind) {
            case DAY -> true;
            case MONTH -> start.getDayOfMonth() == 1;
            case YEAR -> start.getDayOfYear() == 1;
        };
        if (!aligned) {
            throw new IllegalArgumentException("no " + kind.word() + " starts on " + start);
        }
    }

    /** The first day after it. */
    public LocalDate end() {
        return switch (kind) {
            case DAY -> start.plusDays(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end());
    }

    /** A short form such as {@code month:2026-08-01}. */
    @Override
    public String toString() {
        return kind.word() + ':' + start;
    }

    /** Reads {@link #toString()}; throws {@link RuntimeException} for another text. */
    public static Period parse(String text) {
        int colon = text.indexOf(':');
        return new Period(PeriodKind.parse(text.substring(0, colon)), LocalDate.parse(text.substring(colon + 1)));
    }
}

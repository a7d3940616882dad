package io.kilowatch.domain;

import java.time.LocalDate;
import java.util.Locale;

/** How long a statistical period (统计期) is. */
public enum PeriodKind {
    /** A calendar day. */
    DAY,
    /** A calendar month. */
    MONTH,
    /** A calendar year, the period that quotas are judged by in law. */
    YEAR;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in payloads. */
    public String word() {
        return word;
    }

    /** The one of a word; throws {@link IllegalArgumentException} for another. */
    public static PeriodKind parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The period of this length that holds a day. */
    public Period containing(LocalDate day) {
        return switch (this) {
            case DAY -> new Period(this, day);
            case MONTH -> new Period(this, day.withDayOfMonth(1));
            case YEAR -> new Period(this, day.withDayOfYear(1));
        };
    }
}

package io.kilowatch.domain;

import java.util.Arrays;
import java.util.Optional;

/** How often the national system collects a figure (采集频率). */
public enum StatType {
    /** 实时, every quarter of an hour, or up to an hour. */
    REAL_TIME,
    /** 日. */
    DAY,
    /** 月. */
    MONTH,
    /** 年. */
    YEAR;

    /** Its number in the upload record. */
    public int number() {
        return ordinal();
    }

    /** The one of a number as text; empty if there is none. */
    public static Optional<StatType> parse(String number) {
        return Arrays.stream(values())
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst();
    }

    /** That of a meter's interval. */
    public static StatType of(ReportingInterval interval) {
        return switch (interval) {
            case P1D -> DAY;
            case P1M -> MONTH;
            default -> REAL_TIME;
        };
    }
}

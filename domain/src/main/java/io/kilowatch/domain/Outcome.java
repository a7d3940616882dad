package io.kilowatch.domain;

import java.util.Locale;

/** What a verdict says. */
public enum Outcome {
    /** The value is at or below its limit. */
    WITHIN,
    /** The value is above its limit. */
    EXCEEDS,
    /** There is not enough to judge by; the reasons say what is missing. */
    CANNOT_BE_JUDGED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in payloads. */
    public String word() {
        return word;
    }

    /** The one of a word; throws {@link IllegalArgumentException} for another. */
    public static Outcome parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

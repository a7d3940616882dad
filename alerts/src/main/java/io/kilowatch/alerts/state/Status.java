package io.kilowatch.alerts.state;

import java.util.Locale;

/** Where an alert stands. */
public enum Status {
    /** The limit is exceeded and nobody has taken note. */
    OPEN,
    /** The limit is exceeded and an inspector has taken note. */
    ACKNOWLEDGED,
    /** The last judgement found the value within its limit. */
    CLEARED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in payloads. */
    public String word() {
        return word;
    }

    /** The one of a word; throws {@link IllegalArgumentException} for another. */
    public static Status parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package io.kilowatch.alerts.state;

import java.util.Locale;

/** What an entry of an alert's history says. */
public enum TransitionKind {
    /** The limit was exceeded for the first time. */
    OPENED,
    /** The figures moved by {@link StateTable#STEP_PERCENT} of the limit or more, or the limit itself changed. */
    UPDATED,
    /** The value can no longer be judged; the alert stands with reservation. */
    QUALIFIED,
    /** The value can be judged again and still exceeds its limit. */
    CONFIRMED,
    /** An inspector took note. */
    ACKNOWLEDGED,
    /** The value came back within its limit. */
    CLEARED,
    /** The limit was exceeded again after the alert was cleared. */
    REOPENED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in payloads. */
    public String word() {
        return word;
    }

    /** The one of a word; throws {@link IllegalArgumentException} for another. */
    public static TransitionKind parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

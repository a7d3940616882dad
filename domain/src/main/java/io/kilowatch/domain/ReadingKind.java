package io.kilowatch.domain;

import java.util.Locale;
import java.util.Optional;

/** What a reading's number is. The order is stored, so new ones go last. */
public enum ReadingKind {
    /** A cumulative counter at an instant. */
    REGISTER,
    /** What flowed in the meter's interval that starts at the instant. */
    AMOUNT,
    /** An instantaneous rate per hour, integrated over time. */
    POWER;

    private static final ReadingKind[] ALL = values();

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in payloads and documents. */
    public String word() {
        return word;
    }

    /** The one of a word. */
    public static Optional<ReadingKind> parse(String word) {
        for (ReadingKind candidate : ALL) {
            if (candidate.word.equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The one of a stored number. */
    public static ReadingKind of(int ordinal) {
        return ALL[ordinal];
    }
}

package io.kilowatch.domain;

import java.util.Locale;
import java.util.Optional;

/** Where a reading's number comes from. The order is stored, so new ones go last. */
public enum ReadingSource {
    /** Read from the meter. */
    MEASURED,
    /** Calculated by the enterprise. */
    ESTIMATED,
    /** Typed by a person. */
    MANUAL,
    /** Told by the energy supplier. */
    SUPPLIER;

    private static final ReadingSource[] ALL = values();

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in payloads and documents. */
    public String word() {
        return word;
    }

    /** The one of a word. */
    public static Optional<ReadingSource> parse(String word) {
        for (ReadingSource candidate : ALL) {
            if (candidate.word.equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The one of a stored number. */
    public static ReadingSource of(int ordinal) {
        return ALL[ordinal];
    }
}

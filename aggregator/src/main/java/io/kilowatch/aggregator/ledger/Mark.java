package io.kilowatch.aggregator.ledger;

import java.util.Locale;

/** What the ledger thinks of a reading. The order is stored, so new ones go last. */
public enum Mark {
    /** Counts; it went on from the readings before it. */
    GOOD(true),
    /** Counts; it was doubted until later readings went on from it. */
    CONFIRMED(true),
    /** Counts and begins a new count: later readings went on from it, and it does not go on from those before it. */
    RESET(true),
    /** Suspect: below the register before it. */
    STEP_BACK(false),
    /** Suspect: the register fell to nothing. */
    ZERO(false),
    /** Suspect: more than can have flowed. */
    JUMP(false),
    /** Suspect: an amount of an interval that another amount has already told. */
    OVERLAP(false),
    /** Not of the kind that the meter is registered with; kept, and no part of any figure. */
    OTHER_KIND(false),
    /** Of a meter that is not registered; kept, and no part of any figure. */
    UNREGISTERED(false);

    private static final Mark[] ALL = values();

    private final boolean counts;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Mark(boolean counts) {
        this.counts = counts;
    }

    /** Whether the reading is part of figures. */
    public boolean counts() {
        return counts;
    }

    /** The word in evidence and API messages. */
    public String word() {
        return word;
    }

    /** The one of a stored number. */
    public static Mark of(int ordinal) {
        return ALL[ordinal];
    }
}

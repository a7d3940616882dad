package io.kilowatch.aggregator.evidence;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How many of the readings that a meter's sums came of are still stored. */
public enum Kept {
    /** All that the period's sums depend on. */
    ALL,
    /** Some; the daily sums stand in for the others. */
    PARTLY,
    /** None; the daily sums stand in for them. */
    NONE;

    /** The word in evidence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a word; throws {@link IllegalArgumentException} for another. */
    public static Kept parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * That of a meter.
     *
     * @param selection the readings that are stored
     * @param firstStored the day of the first of them
     * @param firstSum the first day that ever had a sum
     */
    public static Kept of(Selection selection, Optional<LocalDate> firstStored, Optional<LocalDate> firstSum) {
        if (selection.beyondDoubt() || firstSum.isEmpty()) {
            return ALL;
        }
        if (firstStored.isEmpty()) {
            return NONE;
        }
        return firstSum.get().isBefore(firstStored.get()) ? PARTLY : ALL;
    }
}

package io.kilowatch.ingest.reading;

import io.kilowatch.domain.ReadingKind;
import org.jspecify.annotations.Nullable;

/**
 * A reading as a device wrote it, nothing checked; null where the device gave nothing, or no text or number.
 *
 * @param meter the meter's id
 * @param at its time
 * @param kind which of register, amount and power was given
 * @param several whether more than one of them was given
 * @param value its decimal
 * @param source the word of its source; null for the default
 */
public record Draft(
        @Nullable String meter,
        @Nullable String at,
        @Nullable ReadingKind kind,
        boolean several,
        @Nullable String value,
        @Nullable String source) {
    /** A reading that says nothing. */
    public static final Draft EMPTY = new Draft(null, null, null, false, null, null);
}

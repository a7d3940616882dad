package io.kilowatch.simulators.device;

import java.util.Locale;

/** Where a reading's number comes from. */
public enum ReadingSource {
    /** Read from the meter; the default, left out of messages. */
    MEASURED,
    /** Filled in by a computation. */
    ESTIMATED,
    /** Typed in. */
    MANUAL,
    /** Taken from the supplier's bill. */
    SUPPLIER;

    /** The word used in messages and mappings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

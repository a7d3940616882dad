package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;

/**
 * A reading of one meter with what decides between two of the same instant.
 *
 * @param at the device's time, milliseconds since 1970 UTC
 * @param value in millionths of the meter's unit
 * @param kind what the number is
 * @param source where it comes from
 * @param receivedAt when the gateway had it, milliseconds since 1970 UTC
 * @param position its place in the enterprise's partition: the record's offset and the place within the record
 */
public record Point(long at, long value, ReadingKind kind, ReadingSource source, long receivedAt, long position) {
    private static final int BITS_WITHIN_RECORD = 12;

    /** The most readings that one record may hold. */
    public static final int MOST_PER_RECORD = 1 << BITS_WITHIN_RECORD;

    /** The position of a reading in its partition. */
    public static long position(long offset, int index) {
        return offset << BITS_WITHIN_RECORD | index;
    }

    /** Whether it replaces another of the same instant: received later, or at the same time but further on. */
    public boolean supersedes(Point other) {
        return receivedAt != other.receivedAt ? receivedAt > other.receivedAt : position > other.position;
    }

    /** Whether it says the same as another of the same instant. */
    public boolean agreesWith(Point other) {
        return value == other.value && kind == other.kind && source == other.source;
    }
}

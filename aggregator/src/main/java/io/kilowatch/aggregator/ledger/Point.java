package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import org.jspecify.annotations.Nullable;

/**
 * A reading of one meter: one claim of what it showed at an instant.
 *
 * @param at the device's time, milliseconds since 1970 UTC
 * @param value in millionths of the meter's unit
 * @param kind what the number is
 * @param source where it comes from
 * @param receivedAt when the gateway had it, milliseconds since 1970 UTC
 * @param position its place in the enterprise's partition: the record's offset and the place within the record
 * @param sender the number of the device that sent it
 * @param mark what the ledger thinks of it; {@link Mark#GOOD} before it is entered
 */
public record Point(
        long at,
        long value,
        ReadingKind kind,
        ReadingSource source,
        long receivedAt,
        long position,
        int sender,
        Mark mark) {
    private static final int BITS_WITHIN_RECORD = 12;

    /** The most readings that one record may hold. */
    public static final int MOST_PER_RECORD = 1 << BITS_WITHIN_RECORD;

    /** The position of a reading in its partition. */
    public static long position(long offset, int index) {
        return offset << BITS_WITHIN_RECORD | index;
    }

    /** The offset of the record that it came in. */
    public long offset() {
        return position >> BITS_WITHIN_RECORD;
    }

    /** Whether it was claimed after another: received later, or at the same time but further on. */
    public boolean isAfter(Point other) {
        return receivedAt != other.receivedAt ? receivedAt > other.receivedAt : position > other.position;
    }

    /** Whether it says the same as another of the same instant. */
    public boolean agreesWith(Point other) {
        return value == other.value && kind == other.kind && source == other.source;
    }

    /** Whether two are the same claim. */
    public boolean is(Point other) {
        return position == other.position;
    }

    /** Whether both are absent, or tell the same number of the same instant. */
    static boolean tellTheSame(@Nullable Point a, @Nullable Point b) {
        return a == null ? b == null : b != null && a.at == b.at && a.value == b.value;
    }

    /** Whether it says again what another, claimed before it, says. */
    public boolean repeats(Point other) {
        return agreesWith(other) && isAfter(other);
    }

    /** The same with another mark. */
    public Point marked(Mark other) {
        return mark == other ? this : new Point(at, value, kind, source, receivedAt, position, sender, other);
    }
}

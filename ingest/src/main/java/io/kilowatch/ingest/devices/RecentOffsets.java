package io.kilowatch.ingest.devices;

import java.util.Arrays;
import java.util.OptionalLong;

/** The last clock offsets of a device. */
final class RecentOffsets {
    private static final int MOST = 15;

    private final long[] offsets = new long[MOST];
    private long count;

    void add(long offset) {
        offsets[(int) (count++ % MOST)] = offset;
    }

    /** The last one; empty if there is none. */
    OptionalLong last() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(offsets[(int) ((count - 1) % MOST)]);
    }

    /** Their median, the lower of the two in the middle; empty if there is none. */
    OptionalLong median() {
        if (count == 0) {
            return OptionalLong.empty();
        }
        long[] sorted = Arrays.copyOf(offsets, (int) Math.min(count, MOST));
        Arrays.sort(sorted);
        return OptionalLong.of(sorted[(sorted.length - 1) / 2]);
    }
}

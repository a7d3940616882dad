package io.kilowatch.registry.topics;

/**
 * The id of a rejected batch: its place in {@code energy.rejected}.
 *
 * @param partition the partition
 * @param offset the offset in it
 */
public record RejectedId(int partition, long offset) {
    /** Checks that it can be a place. */
    public RejectedId {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException(partition + "-" + offset + " is no place in a topic");
        }
    }

    /** Reads {@link #toString()}; throws {@link IllegalArgumentException} for another text. */
    public static RejectedId parse(String text) {
        if (!text.matches("\\d{1,6}-\\d{1,18}")) {
            throw new IllegalArgumentException("a rejected batch is named as 3-1204, partition and offset");
        }
        int dash = text.indexOf('-');
        return new RejectedId(Integer.parseInt(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    /** As in {@code 3-1204}. */
    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}

package io.kilowatch.aggregator.evidence;

/**
 * The readings that a period's sums are computed from again.
 *
 * @param first the first one's instant, in milliseconds since 1970 UTC; after {@code last} where there is none
 * @param last the last one's instant
 * @param beyondDoubt whether they begin with one before the period that nothing earlier can change; otherwise they begin
 *     with the first that is stored
 */
public record Selection(long first, long last, boolean beyondDoubt) {
    /** No readings. */
    public static final Selection NONE = new Selection(Long.MAX_VALUE, Long.MIN_VALUE, false);

    /** Whether it holds none. */
    public boolean isEmpty() {
        return first > last;
    }
}

package io.kilowatch.registry.topics;

import java.util.BitSet;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * A request to take refused readings in again: a record of {@code energy.redrive}.
 *
 * @param id its id
 * @param rejected the id of the batch
 * @param batch the batch as it was rejected
 * @param by who wants it
 * @param at when, in milliseconds since 1970 UTC
 */
public record RedriveRequest(UUID id, RejectedId rejected, RejectedBatch batch, String by, long at) {
    /** Whether the reading of an index is to be taken in: those that were refused are, the others were accepted then. */
    public IntPredicate wanted() {
        BitSet places = new BitSet();
        int from = Integer.MAX_VALUE;
        for (RejectedBatch.Refused one : batch.refused()) {
            if (one.index() == RejectedBatch.WHOLE) {
                from = 0;
            } else if (one.code().equals(RejectedBatch.TOO_MANY)) {
                from = Math.min(from, one.index());
            } else {
                places.set(one.index());
            }
        }
        int rest = from;
        return index -> index >= rest || places.get(index);
    }
}

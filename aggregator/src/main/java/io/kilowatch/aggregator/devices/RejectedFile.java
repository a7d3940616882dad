package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.RejectedBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is known of a rejected batch.
 *
 * @param row in short
 * @param batch as it was rejected, with its payload
 * @param redrives the requests to take it in again, oldest first
 */
public record RejectedFile(RejectedRow row, RejectedBatch batch, List<Try> redrives) {
    /** Copies its list. */
    public RejectedFile {
        redrives = List.copyOf(redrives);
    }

    /**
     * A request and what came of it.
     *
     * @param request its id
     * @param by who wanted it
     * @param requestedAt when
     * @param doneAt when a gateway had done it; absent until then
     * @param accepted how many readings were accepted
     * @param refused what was refused again
     */
    public record Try(
            UUID request,
            String by,
            Optional<Instant> requestedAt,
            Optional<Instant> doneAt,
            int accepted,
            List<RejectedBatch.Refused> refused) {
        /** Copies its list. */
        public Try {
            refused = List.copyOf(refused);
        }
    }
}

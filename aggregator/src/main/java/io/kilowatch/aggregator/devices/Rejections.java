package io.kilowatch.aggregator.devices;

import io.kilowatch.registry.topics.RejectedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rejected batches, to be read and redriven. */
public interface Rejections {
    /**
     * Where a page of the list ends.
     *
     * @param receivedAt when its last batch was received
     * @param id that batch
     */
    record Place(Instant receivedAt, RejectedId id) {}

    /** The next ones, newest first; absent {@code after} for the first. */
    List<RejectedRow> page(RejectedFilter filter, Optional<Place> after, int limit) throws Exception;

    /** One of them. */
    Optional<RejectedFile> find(RejectedId id) throws Exception;

    /**
     * Asks the gateways to take the refused readings of batches in again; returns when the requests are stored.
     *
     * @param by who wants it
     * @return those that there are and were asked for
     */
    List<RejectedId> redrive(List<RejectedId> ids, String by) throws Exception;
}

package io.kilowatch.aggregator.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rejected batches are meant.
 *
 * @param enterprises those of these; absent for all
 * @param device those of this device
 * @param code those with a refusal of this code
 * @param from received from then on
 * @param until received before then
 * @param open true: something is refused still; false: nothing is any more; absent: both
 */
public record RejectedFilter(
        Optional<List<String>> enterprises,
        Optional<String> device,
        Optional<String> code,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Boolean> open) {
    /** All of them. */
    public static final RejectedFilter ALL = new RejectedFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies its list. */
    public RejectedFilter {
        enterprises = enterprises.map(List::copyOf);
    }
}

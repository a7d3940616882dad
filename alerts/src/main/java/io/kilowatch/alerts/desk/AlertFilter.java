package io.kilowatch.alerts.desk;

import io.kilowatch.alerts.state.Status;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts are asked for.
 *
 * @param statuses where they stand; empty for any
 * @param enterprises whose; absent for anybody's
 * @param after only those that come after this place
 * @param limit at most so many
 */
public record AlertFilter(
        Set<Status> statuses, Optional<Collection<String>> enterprises, Optional<Cursor> after, int limit) {
    /** Copies its collections. */
    public AlertFilter {
        statuses = Set.copyOf(statuses);
        enterprises = enterprises.map(List::copyOf);
    }
}

package io.kilowatch.alerts.state;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import java.time.Instant;
import java.util.List;

/**
 * One entry of an alert's history; never changed once written.
 *
 * @param key what the alert is about
 * @param name the indicator's names
 * @param unit the value's unit
 * @param seq its number within the alert, from 1
 * @param at when it was written
 * @param kind what it says
 * @param status where the alert stood after it
 * @param figures the figures then
 * @param reasons why the value could not be judged then; empty if it could
 * @param actor who acted; empty for the service itself
 * @param note what they said; may be empty
 */
public record Transition(
        AlertKey key,
        Name name,
        String unit,
        int seq,
        Instant at,
        TransitionKind kind,
        Status status,
        Figures figures,
        List<Reason> reasons,
        String actor,
        String note) {
    /** Copies its reasons. */
    public Transition {
        reasons = List.copyOf(reasons);
    }

    /** The entry that an alert's newest change is. */
    static Transition of(Alert alert, TransitionKind kind, String actor, String note) {
        return new Transition(
                alert.key(),
                alert.name(),
                alert.unit(),
                alert.seq(),
                alert.changedAt(),
                kind,
                alert.status(),
                alert.figures(),
                alert.reservations(),
                actor,
                note);
    }
}

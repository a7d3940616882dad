package io.kilowatch.alerts.state;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alert as it stands.
 *
 * @param key what it is about
 * @param name the indicator's names
 * @param unit the value's unit
 * @param status where it stands
 * @param reservations why its value cannot be judged now; empty unless it is qualified
 * @param figures the newest figures
 * @param noted the figures of the newest history entry that has any
 * @param peak the highest value that exceeded the limit
 * @param openedAt when it was first opened
 * @param since when it was last opened or reopened
 * @param changedAt when its newest history entry was written
 * @param seq the number of that entry, from 1
 * @param acknowledgement the newest one since it was last opened
 */
public record Alert(
        AlertKey key,
        Name name,
        String unit,
        Status status,
        List<Reason> reservations,
        Figures figures,
        Figures noted,
        Optional<BigDecimal> peak,
        Instant openedAt,
        Instant since,
        Instant changedAt,
        int seq,
        Optional<Acknowledgement> acknowledgement) {
    /**
     * That an inspector has taken note.
     *
     * @param by who
     * @param note what they said; may be empty
     * @param at when
     */
    public record Acknowledgement(String by, String note, Instant at) {}

    /** Copies its reservations. */
    public Alert {
        reservations = List.copyOf(reservations);
    }

    /** Whether it stands with reservation because its value cannot be judged now. */
    public boolean isQualified() {
        return !reservations.isEmpty();
    }

    /** The same alert with newer figures and reservations; a value that {@code exceeds} may be a new peak. */
    Alert seen(Figures newest, List<Reason> doubts, boolean exceeds) {
        Optional<BigDecimal> highest = exceeds ? max(peak, newest.value()) : peak;
        return new Alert(
                key,
                name,
                unit,
                status,
                doubts,
                newest,
                noted,
                highest,
                openedAt,
                since,
                changedAt,
                seq,
                acknowledgement);
    }

    /** The same alert with one more history entry, written of the figures it has now. */
    Alert moved(TransitionKind kind, Status to, Instant at) {
        boolean anew = kind == TransitionKind.REOPENED;
        return new Alert(
                key,
                name,
                unit,
                to,
                reservations,
                figures,
                kind == TransitionKind.ACKNOWLEDGED ? noted : figures,
                peak,
                openedAt,
                anew ? at : since,
                at,
                seq + 1,
                anew ? Optional.empty() : acknowledgement);
    }

    /** The same alert with an acknowledgement. */
    Alert acknowledged(Acknowledgement by) {
        return new Alert(
                key,
                name,
                unit,
                status,
                reservations,
                figures,
                noted,
                peak,
                openedAt,
                since,
                changedAt,
                seq,
                Optional.of(by));
    }

    private static Optional<BigDecimal> max(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(a.get().max(b.get())) : a.or(() -> b);
    }
}

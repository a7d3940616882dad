package io.kilowatch.alerts.state;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * What can happen to an alert.
 *
 * @param signal which of them
 * @param figures those of the verdict; absent for an acknowledgement
 * @param reasons why the value cannot be judged; empty unless that is the signal
 * @param by who acknowledges; else empty
 * @param note what they say; may be empty
 */
public record Event(Signal signal, Optional<Figures> figures, List<Reason> reasons, String by, String note) {
    /** The reservation made when a verdict comes without any judgement, because the indicator has lost its quota. */
    public static final Reason NOT_JUDGED =
            new Reason("not-judged", new Name("该指标已不再按限额判定", "the indicator is no longer judged by a quota"));

    /** The kinds of event. */
    public enum Signal {
        /** The value is above its limit. */
        EXCEEDS,
        /** The value is at or below its limit. */
        WITHIN,
        /** The value cannot be judged. */
        CANNOT_BE_JUDGED,
        /** An inspector takes note. */
        ACKNOWLEDGE
    }

    /** Copies its reasons. */
    public Event {
        reasons = List.copyOf(reasons);
    }

    /** The event that a verdict is. */
    public static Event of(Verdict verdict) {
        Outcome outcome = verdict.judgement().map(Judgement::outcome).orElse(Outcome.CANNOT_BE_JUDGED);
        return switch (outcome) {
            case EXCEEDS -> judged(Signal.EXCEEDS, verdict, List.of());
            case WITHIN -> judged(Signal.WITHIN, verdict, List.of());
            case CANNOT_BE_JUDGED -> judged(Signal.CANNOT_BE_JUDGED, verdict, reasons(verdict));
        };
    }

    private static List<Reason> reasons(Verdict verdict) {
        List<Reason> given = verdict.judgement().map(Judgement::reasons).orElse(List.of());
        return given.isEmpty() ? List.of(NOT_JUDGED) : given;
    }

    private static Event judged(Signal signal, Verdict verdict, List<Reason> reasons) {
        return new Event(signal, Optional.of(Figures.of(verdict)), reasons, "", "");
    }

    /** An inspector takes note. */
    public static Event acknowledge(String by, String note) {
        return new Event(Signal.ACKNOWLEDGE, Optional.empty(), List.of(), by, note);
    }
}

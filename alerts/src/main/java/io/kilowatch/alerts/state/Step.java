package io.kilowatch.alerts.state;

/** What an event did to an alert. */
public sealed interface Step {
    /** Nothing. */
    record Unchanged() implements Step {}

    /** It has newer figures, not worth a history entry. */
    record Refreshed(Alert alert) implements Step {}

    /** It moved, and its history has one more entry. */
    record Moved(Alert alert, Transition transition) implements Step {}

    /** The event does not fit where the alert stands. */
    record Refused(Status status) implements Step {}
}

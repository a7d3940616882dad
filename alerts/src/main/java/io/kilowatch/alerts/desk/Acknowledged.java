package io.kilowatch.alerts.desk;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.Status;

/** What came of an acknowledgement. */
public sealed interface Acknowledged {
    /** It is noted; the same one sent twice is noted once. */
    record Done(Alert alert) implements Acknowledged {}

    /** There is no such alert. */
    record Unknown() implements Acknowledged {}

    /** The alert stands where there is nothing to acknowledge. */
    record Refused(Status status) implements Acknowledged {}
}

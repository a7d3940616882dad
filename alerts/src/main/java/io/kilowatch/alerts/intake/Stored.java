package io.kilowatch.alerts.intake;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.store.VerdictRecord;
import java.util.Collection;
import java.util.List;

/**
 * What a committed transaction has changed.
 *
 * @param verdicts at most one for each key
 * @param alerts those that are not as they were
 */
public record Stored(List<VerdictRecord> verdicts, Collection<Alert> alerts) {}

package io.kilowatch.alerts.desk;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.alerts.state.Transition;
import java.util.List;
import java.util.Optional;

/**
 * One alert with all that is known of it.
 *
 * @param alert as it stands
 * @param history every entry, oldest first
 * @param verdict the JSON of the newest verdict of its key
 */
public record AlertFile(Alert alert, List<Transition> history, Optional<String> verdict) {
    /** Copies its history. */
    public AlertFile {
        history = List.copyOf(history);
    }
}

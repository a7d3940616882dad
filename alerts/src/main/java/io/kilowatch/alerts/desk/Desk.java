package io.kilowatch.alerts.desk;

import io.kilowatch.alerts.state.Alert;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that the inspector's API reads and does. Every method may block.
 *
 * <p>Verdicts are given as the JSON that they came as.
 */
public interface Desk {
    /** What there is, in a few numbers. */
    Overview overview() throws Exception;

    /** The worst outcome of each enterprise that has one in a period: exceeds, cannot be judged, within. */
    Map<String, Outcome> outcomes(Period period) throws Exception;

    /** The judged verdicts and comprehensive energy of enterprises in a period. */
    List<String> headlines(Collection<String> enterprises, Period period) throws Exception;

    /** Every verdict of an enterprise in the periods of one kind that start in a closed range, oldest first. */
    List<String> verdicts(String enterprise, PeriodKind kind, LocalDate from, LocalDate to) throws Exception;

    /** How many alerts of each enterprise stand; an enterprise without any is absent. */
    Map<String, Integer> standing(Collection<String> enterprises) throws Exception;

    /** Alerts, newest first. */
    List<Alert> alerts(AlertFilter filter) throws Exception;

    /** One alert with its history. */
    Optional<AlertFile> alert(UUID id) throws Exception;

    /** Notes that an inspector has seen an alert. */
    Acknowledged acknowledge(UUID id, String by, String note) throws Exception;
}

package io.kilowatch.alerts.state;

import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The alerts that a run of verdicts is about, and what the run does to them, verdict after verdict. */
public final class Docket {
    private final Map<UUID, Alert> alerts;
    private final Set<PeriodKind> periods;
    private final Instant now;
    private final Map<UUID, Alert> changed = new LinkedHashMap<>();
    private final List<Transition> transitions = new ArrayList<>();

    /**
     * A docket with the alerts as they stand.
     *
     * @param alerts those that already exist, by id
     * @param periods the kinds of period that are alerted
     * @param now the time of every history entry of this run
     */
    public Docket(Map<UUID, Alert> alerts, Set<PeriodKind> periods, Instant now) {
        this.alerts = new HashMap<>(alerts);
        this.periods = Set.copyOf(periods);
        this.now = now;
    }

    /** Runs one verdict through the table. */
    public void take(Verdict verdict) {
        if (!periods.contains(verdict.period().kind())) {
            return;
        }
        UUID id = AlertKey.of(verdict).id();
        Alert known = alerts.get(id);
        Step step = known == null ? StateTable.first(verdict, now) : StateTable.next(known, Event.of(verdict), now);
        if (step instanceof Step.Refreshed refreshed) {
            put(id, refreshed.alert());
        } else if (step instanceof Step.Moved moved) {
            put(id, moved.alert());
            transitions.add(moved.transition());
        }
    }

    private void put(UUID id, Alert alert) {
        alerts.put(id, alert);
        changed.put(id, alert);
    }

    /** Every alert that is not as it was, once. */
    public Collection<Alert> changed() {
        return List.copyOf(changed.values());
    }

    /** Every history entry, in order. */
    public List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    /** How many history entries there are of each kind. */
    public Map<TransitionKind, Integer> counts() {
        Map<TransitionKind, Integer> counts = new EnumMap<>(TransitionKind.class);
        transitions.forEach(transition -> counts.merge(transition.kind(), 1, Integer::sum));
        return counts;
    }
}

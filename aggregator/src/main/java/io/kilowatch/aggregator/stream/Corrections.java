package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.store.RestatementStore.Cause;
import io.kilowatch.aggregator.store.RestatementStore.Restated;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What in one poll corrects figures of the past: a new document, other reference data, readings replaced. */
final class Corrections {
    private final Map<String, Cause> documents = new HashMap<>();
    private final Map<String, Set<Period>> readings = new HashMap<>();

    /** All figures of an enterprise may change. */
    void add(String enterprise, Cause cause) {
        documents.put(enterprise, cause);
    }

    /** Readings were replaced that figures of these periods were computed from, by enterprise. */
    void add(Map<String, Set<Period>> restated) {
        readings.putAll(restated);
    }

    /** Those of the verdicts that a correction may have changed. */
    List<Restated> among(List<Verdict> verdicts, RegistrySnapshot registry) {
        List<Restated> restated = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String enterprise = verdict.enterprise().text();
            cause(enterprise, verdict.period()).ifPresent(cause -> {
                long offset = registry.find(enterprise)
                        .map(RegistrySnapshot.Entry::offset)
                        .orElse(-1L);
                restated.add(new Restated(verdict, cause, offset));
            });
        }
        return restated;
    }

    private Optional<Cause> cause(String enterprise, Period period) {
        boolean replaced = readings.getOrDefault(enterprise, Set.of()).contains(period);
        Optional<Cause> document = Optional.ofNullable(documents.get(enterprise));
        return document.isPresent() ? document : replaced ? Optional.of(Cause.READING) : Optional.empty();
    }
}

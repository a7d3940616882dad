package io.kilowatch.registry.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows by their id, each in force from its own day until that of the next one of the same id. */
final class Editions<T> {
    private final Function<T, LocalDate> effectiveFrom;
    private final Map<String, List<T>> byId;

    Editions(Collection<T> rows, Function<T, String> id, Function<T, LocalDate> effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
        this.byId = new TreeMap<>(rows.stream()
                .sorted(Comparator.comparing(effectiveFrom))
                .collect(Collectors.groupingBy(id, Collectors.toUnmodifiableList())));
    }

    /** All of an id, oldest first. */
    List<T> of(String id) {
        return byId.getOrDefault(id, List.of());
    }

    Optional<T> inForce(String id, LocalDate day) {
        return of(id).stream()
                .filter(row -> !effectiveFrom.apply(row).isAfter(day))
                .reduce((older, newer) -> newer);
    }

    Set<String> ids() {
        return byId.keySet();
    }
}

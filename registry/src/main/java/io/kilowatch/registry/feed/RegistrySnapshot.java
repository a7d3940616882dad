package io.kilowatch.registry.feed;

import io.kilowatch.domain.Enterprise;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registry at one moment; it never changes.
 *
 * @param entries every enterprise by its credit code
 */
public record RegistrySnapshot(Map<String, Entry> entries) {
    /** No enterprise. */
    public static final RegistrySnapshot EMPTY = new RegistrySnapshot(Map.of());

    /**
     * One enterprise with the place its document has in the topic.
     *
     * @param enterprise what the document says
     * @param offset the document's offset in its partition of {@code energy.registry}
     */
    public record Entry(Enterprise enterprise, long offset) {}

    /** Copies its map. */
    public RegistrySnapshot {
        entries = Map.copyOf(entries);
    }

    /** The enterprise of a credit code. */
    public Optional<Entry> find(String enterprise) {
        return Optional.ofNullable(entries.get(enterprise));
    }

    /** The enterprises that a filter lets pass, by credit code. */
    public List<Enterprise> matching(EnterpriseFilter filter) {
        return entries.values().stream()
                .map(Entry::enterprise)
                .filter(filter::holds)
                .sorted(Comparator.comparing(Enterprise::code))
                .toList();
    }
}

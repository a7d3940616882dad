package io.kilowatch.ingest.access;

import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest catalogue of each enterprise, made when first asked for and again when its document changes. */
public final class Catalogues {
    private final Registry registry;
    private final Map<String, Catalogue> made = new ConcurrentHashMap<>();
    private volatile Subjects subjects = new Subjects(RegistrySnapshot.EMPTY);

    /** Catalogues of a registry. */
    public Catalogues(Registry registry) {
        this.registry = registry;
    }

    /** Whether the registry has been read. */
    public boolean isRead() {
        return !registry.snapshot().entries().isEmpty();
    }

    /** The newest catalogue of an enterprise; empty if there is no such enterprise. */
    public Optional<Catalogue> find(String enterprise) {
        RegistrySnapshot.Entry entry = registry.snapshot().entries().get(enterprise);
        if (entry == null) {
            return Optional.empty();
        }
        Catalogue catalogue = made.get(enterprise);
        if (catalogue == null || catalogue.offset() != entry.offset()) {
            catalogue = new Catalogue(entry.enterprise(), entry.offset());
            made.put(enterprise, catalogue);
        }
        return Optional.of(catalogue);
    }

    /** The device that certificates of a subject are registered for. */
    public Optional<Identity> bySubject(String subject) {
        RegistrySnapshot snapshot = registry.snapshot();
        Subjects known = subjects;
        if (!known.isOf(snapshot)) {
            known = new Subjects(snapshot);
            subjects = known;
        }
        return known.find(subject);
    }
}

package io.kilowatch.ingest.access;

import io.kilowatch.registry.feed.RegistrySnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of one state of the registry by the subjects of their certificates. A subject that two devices claim is
 * nobody's.
 */
final class Subjects {
    private static final Logger log = LoggerFactory.getLogger(Subjects.class);

    private final RegistrySnapshot snapshot;
    private final Map<String, Identity> devices = new HashMap<>();

    Subjects(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
        Set<String> disputed = new HashSet<>();
        snapshot.entries()
                .forEach((code, entry) -> entry.enterprise()
                        .devices()
                        .forEach((id, device) -> device.certificate()
                                .filter(subject -> devices.put(subject, new Identity(code, id)) != null)
                                .ifPresent(disputed::add)));
        disputed.forEach(subject -> {
            devices.remove(subject);
            log.warn("two devices have the same certificate, so neither may use it [subject: {}]", subject);
        });
    }

    /** Whether it is of this very state; comparing what is in them would cost too much. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(RegistrySnapshot other) {
        return snapshot == other;
    }

    Optional<Identity> find(String subject) {
        return Optional.ofNullable(devices.get(subject));
    }
}

package io.kilowatch.registry.feed;

import java.time.Duration;
import java.util.Map;

/** What a service needs of the registry: the newest snapshot, at the cost of a field read. */
@FunctionalInterface
public interface Registry {
    /** The newest snapshot; empty until the topic has been read once. */
    RegistrySnapshot snapshot();

    /**
     * Waits until the record at each partition's offset has been read; false if that takes longer. A registry that comes from
     * no topic has read everything.
     *
     * @param offsets the newest offset wanted of each partition
     */
    default boolean awaitRead(Map<Integer, Long> offsets, Duration longest) throws InterruptedException {
        return true;
    }
}

package io.kilowatch.registry.feed;

/** What a service needs of the registry: the newest snapshot, at the cost of a field read. */
@FunctionalInterface
public interface Registry {
    /** The newest snapshot; empty until the topic has been read once. */
    RegistrySnapshot snapshot();
}

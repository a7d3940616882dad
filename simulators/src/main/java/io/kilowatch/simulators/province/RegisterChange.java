package io.kilowatch.simulators.province;

/** Something that happens to a meter's register at the start of a slot. */
public sealed interface RegisterChange {
    /** The slot, in quarter hours since 1970-01-01T00:00Z. */
    long slot();

    /**
     * Another meter in its place.
     *
     * @param initial what that one shows first, in whole units
     * @param registered whether the registry document says so; else nobody is told
     */
    record Replaced(long slot, long initial, boolean registered) implements RegisterChange {}

    /**
     * Other current transformers, which the registry document tells with their day.
     *
     * @param multiplier primary over secondary value from then on
     */
    record Transformed(long slot, long multiplier) implements RegisterChange {}

    /**
     * The register set back by hand, which nobody is told.
     *
     * @param units by how many whole units
     */
    record SetBack(long slot, long units) implements RegisterChange {}
}

package io.kilowatch.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a document takes off the energy consumption that dual control (能耗双控) counts.
 *
 * @param id its word, such as {@code 2022-803}
 * @param name its names
 * @param document the document's number
 * @param feedstock whether energy used as raw material is taken off
 * @param renewables how much of the non-fossil electricity is taken off
 * @param kinds which kinds of it
 * @param baseYear the year that an increment is counted from
 * @param effectiveFrom the first day it is in force
 * @param until the first day it is no longer
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record DualControlRule(
        String id,
        Name name,
        String document,
        boolean feedstock,
        Share renewables,
        Set<Declared.Renewable.Kind> kinds,
        Optional<Integer> baseYear,
        LocalDate effectiveFrom,
        Optional<LocalDate> until,
        boolean verified,
        String source) {
    /** Copies its kinds. */
    public DualControlRule {
        kinds = Set.copyOf(kinds);
    }

    /** How much of the non-fossil electricity is taken off. */
    public enum Share {
        /** Nothing. */
        NONE,
        /** What there is more of than in the base year. */
        INCREMENT,
        /** All of it. */
        ALL
    }
}

package io.kilowatch.simulators.province;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is summed for an indicator.
 *
 * @param indicator {@code comprehensive-energy}, {@code unit-product} or {@code pue}
 * @param quota what it is judged by
 * @param sums part, such as {@code energy} or {@code output}, to meter ids; a leading minus subtracts
 */
public record Account(
        String id, String indicator, Optional<Name> name, Optional<String> quota, Map<String, List<String>> sums) {

    /** Copies the sums. */
    public Account {
        sums = Map.copyOf(sums);
    }

    static Account wholePlant(String... meters) {
        return new Account(
                "whole-plant",
                "comprehensive-energy",
                Optional.empty(),
                Optional.empty(),
                Map.of("energy", List.of(meters)));
    }

    static Account unitProduct(String id, String zh, String en, String quota, List<String> energy, String output) {
        return new Account(
                id,
                "unit-product",
                Optional.of(new Name(zh, en)),
                Optional.of(quota),
                Map.of("energy", energy, "output", List.of(output)));
    }

    static Account pue(String quota, List<String> facility, List<String> it) {
        return new Account("pue", "pue", Optional.empty(), Optional.of(quota), Map.of("facility", facility, "it", it));
    }
}

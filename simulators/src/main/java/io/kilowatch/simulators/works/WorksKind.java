package io.kilowatch.simulators.works;

import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.Profile;
import io.kilowatch.simulators.province.SimulatedEnterprise;

/**
 * A kind of works.
 *
 * @param word what a scenario calls it
 * @param industry GB/T 4754
 * @param model its parameters as they are unless a scenario says otherwise
 * @param builder builds one
 */
public record WorksKind(String word, String industry, Model model, Builder builder) {

    /** Builds a works. */
    @FunctionalInterface
    public interface Builder {
        /** A works with its meters, accounts and declarations. */
        SimulatedEnterprise build(Profile profile, Noise noise, Model model);
    }
}

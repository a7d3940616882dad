package io.kilowatch.simulators.province;

import java.util.Optional;

/**
 * One meter of a sum.
 *
 * @param meter its id
 * @param deducted whether it is taken off
 * @param feedstock whether its energy is used as raw material
 * @param conversion of output to the standard's own tonne
 */
public record Term(String meter, boolean deducted, boolean feedstock, Optional<String> conversion) {

    /** A meter whose energy or output is added as it is. */
    public static Term of(String meter) {
        return new Term(meter, false, false, Optional.empty());
    }

    /** The same, taken off. */
    public Term less() {
        return new Term(meter, true, feedstock, conversion);
    }

    /** The same, used as raw material. */
    public Term asFeedstock() {
        return new Term(meter, deducted, true, conversion);
    }

    /** The same output, converted. */
    public Term converted(String id) {
        return new Term(meter, deducted, feedstock, Optional.of(id));
    }
}

package io.kilowatch.domain;

import java.util.Set;

/**
 * How a limit is corrected, or when it does not apply, by an expression with named inputs.
 *
 * @param quota the quota's id
 * @param standard the edition it belongs to
 * @param kind what the expression gives
 * @param levels the levels that it corrects; 1 to 3
 * @param expression of {@code limit}, the figure so far, and inputs: the corrected limit, or for an exemption true or false
 * @param text what it says, in both languages
 * @param clause where in the standard
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record QuotaRule(
        String quota,
        String standard,
        Kind kind,
        Set<Integer> levels,
        String expression,
        Name text,
        String clause,
        boolean verified,
        String source) {
    /** Copies its levels. */
    public QuotaRule {
        levels = Set.copyOf(levels);
    }

    /** What a rule's expression gives. */
    public enum Kind {
        /** The corrected limit. */
        CORRECTION,
        /** Whether the quota does not judge this plant. */
        EXEMPTION
    }
}

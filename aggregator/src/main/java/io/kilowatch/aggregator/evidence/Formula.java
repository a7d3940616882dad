package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.CoalFactor;
import io.kilowatch.aggregator.accounting.FacilityEnergy;
import io.kilowatch.aggregator.accounting.OutputFactor;
import io.kilowatch.aggregator.accounting.Stretch;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a figure follows from its account's sums, with the numbers.
 *
 * @param parts the stretches of the period that are summed, oldest first; none for a figure that is declared only
 * @param declaration what besides the meters it follows from
 * @param text the whole of it in one line
 */
public record Formula(List<Part> parts, Optional<Declaration> declaration, String text) {
    /** Copies its parts. */
    public Formula {
        parts = List.copyOf(parts);
    }

    /**
     * A stretch of days with its sums.
     *
     * @param days which
     * @param above one item for each term above the line and each stretch in which its factor stays the same
     * @param below the same below the line; empty for a sum
     * @param numerator the sum above the line; absent where a factor is not known
     * @param denominator the sum below the line
     * @param facility how the energy of a data centre came to kWh
     */
    public record Part(
            Stretch days,
            List<Item> above,
            List<Item> below,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<FacilityEnergy> facility) {
        /** Copies its items. */
        public Part {
            above = List.copyOf(above);
            below = List.copyOf(below);
        }
    }

    /**
     * One term over days in which what it is multiplied with stays the same.
     *
     * @param part the term
     * @param days which
     * @param amount what flowed up to where the verdict reaches, in base units
     * @param unit the base unit
     * @param factor what it is multiplied with
     */
    public record Item(IndicatorAccount.Part part, Stretch days, BigDecimal amount, String unit, Factor factor) {
        /** The amount times its factor, without the term's sign; absent where the factor is not known. */
        public Optional<BigDecimal> product() {
            if (factor instanceof Factor.Coal coal) {
                return coal.factor() instanceof CoalFactor.Known known
                        ? Optional.of(amount.multiply(known.kgce()))
                        : Optional.empty();
            }
            if (factor instanceof Factor.Output output) {
                return output.factor() instanceof OutputFactor.Known known
                        ? Optional.of(amount.multiply(known.figure()))
                        : Optional.empty();
            }
            return Optional.of(amount);
        }

        /** The same with the term's sign. */
        Optional<BigDecimal> signed() {
            return product().map(one -> part.term().deducted() ? one.negate() : one);
        }
    }

    /** What an amount is multiplied with. */
    public sealed interface Factor {
        /** Nothing. */
        record None() implements Factor {}

        /** What turns it into coal equivalent. */
        record Coal(CoalFactor factor) implements Factor {}

        /** What turns output into the tonne of the standard. */
        record Output(OutputFactor factor) implements Factor {}
    }

    /** The formula of a verdict. */
    public static Formula of(Verdict verdict, Subject subject, ReferenceData reference) {
        Working working = new Working(verdict, subject, reference);
        List<Part> parts = working.parts();
        Optional<Declaration> declaration = Declaration.of(verdict, subject, reference, parts);
        return new Formula(parts, declaration, FormulaText.of(verdict, parts, declaration));
    }
}

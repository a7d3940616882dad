package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.NonFossil;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.WarningGrade;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a figure follows from besides its meters. */
public sealed interface Declaration {
    /** The carrier whose factor non-fossil electricity is taken off by. */
    String ELECTRICITY = "electricity";

    /**
     * What a rule of dual control takes off.
     *
     * @param rule the rule, with its document
     * @param basis on which basis all of it is counted
     * @param total the comprehensive energy consumption, in tce
     * @param feedstock what is taken off as feedstock, in tce
     * @param nonFossil the electricity that is taken off
     * @param factor what turns that into coal equivalent; absent where none is taken off
     * @param nonFossilTce the same in tce
     */
    record TakenOff(
            DualControlRule rule,
            Basis basis,
            BigDecimal total,
            BigDecimal feedstock,
            NonFossil nonFossil,
            Optional<CarrierFactor> factor,
            BigDecimal nonFossilTce)
            implements Declaration {}

    /**
     * The value that energy is divided by.
     *
     * @param months the months counted
     * @param outputValue whether it is output value; value added otherwise
     */
    record Value(List<Economics> months, boolean outputValue) implements Declaration {
        /** Copies its months. */
        public Value {
            months = List.copyOf(months);
        }

        /** A month's figure, in 10,000 yuan. */
        public BigDecimal of(Economics month) {
            return (outputValue ? month.outputValue() : month.valueAdded()).orElseThrow();
        }
    }

    /**
     * A budget and how far it is used.
     *
     * @param budget the budget
     * @param reached the first day that is not counted
     * @param schedule what is planned until then, in tce
     * @param completion what is planned over what is used
     * @param grade the grade of early warning that this gives
     */
    record Plan(
            Budget budget, LocalDate reached, BigDecimal schedule, BigDecimal completion, Optional<WarningGrade> grade)
            implements Declaration {}

    /**
     * Electricity that is declared as renewable.
     *
     * @param kinds how much of each kind
     */
    record Electricity(List<Renewable> kinds) implements Declaration {
        /** Copies its list. */
        public Electricity {
            kinds = List.copyOf(kinds);
        }
    }

    /** What a figure follows from besides the parts of its meters; empty for most. */
    static Optional<Declaration> of(
            Verdict verdict, Subject subject, ReferenceData reference, List<Formula.Part> parts) {
        return new Declarations(verdict, subject, reference, parts).declaration();
    }
}

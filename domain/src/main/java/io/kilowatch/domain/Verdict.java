package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An indicator of an enterprise in a period, judged by its quota where it has one.
 *
 * @param enterprise whose
 * @param indicator its id, such as {@code pue} or {@code unit-product:clinker}
 * @param name its names
 * @param unit the value's unit
 * @param period the period
 * @param value rounded half even to six places; absent where it cannot be computed
 * @param numerator the exact sum above the line, in the unit's numerator
 * @param denominator the exact sum below the line, for ratios
 * @param completeness time covered by measurement over time due, 0 to 1, rounded down to four places
 * @param asOf how far into the period the value reaches
 * @param judgement the verdict proper, absent for an indicator without quota
 * @param computedAt when
 */
public record Verdict(
        EnterpriseCode enterprise,
        String indicator,
        Name name,
        String unit,
        Period period,
        Optional<BigDecimal> value,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        BigDecimal completeness,
        Instant asOf,
        Optional<Judgement> judgement,
        Instant computedAt) {

    /**
     * The outcome against a quota.
     *
     * @param outcome within, exceeds or cannot be judged
     * @param reasons why it cannot be judged; empty otherwise
     * @param quota the edition judged by; absent if none was in force
     * @param judgedLevel the level that applies: 3 for existing plants, 2 for new ones
     * @param limit that level's figure
     * @param levelReached the best level whose figure the value meets; absent if none
     * @param limits the three levels after correction; over several parts, weighted by what is below the line
     * @param parts the stretches of the period in which all rules stayed the same, oldest first
     * @param comparisons other figures of the same indicator that it is compared with, such as the NDRC's benchmark
     * @param grade the grade of an early warning
     */
    public record Judgement(
            Outcome outcome,
            List<Reason> reasons,
            Optional<Quota> quota,
            int judgedLevel,
            Optional<BigDecimal> limit,
            Optional<Integer> levelReached,
            Limits limits,
            List<Part> parts,
            List<Comparison> comparisons,
            Optional<Grade> grade) {
        /** Copies its lists. */
        public Judgement {
            reasons = List.copyOf(reasons);
            parts = List.copyOf(parts);
            comparisons = List.copyOf(comparisons);
        }

        /** One by limits as published, without parts. */
        public Judgement(
                Outcome outcome,
                List<Reason> reasons,
                Optional<Quota> quota,
                int judgedLevel,
                Optional<BigDecimal> limit,
                Optional<Integer> levelReached) {
            this(
                    outcome,
                    reasons,
                    quota,
                    judgedLevel,
                    limit,
                    levelReached,
                    quota.map(edition -> new Limits(edition.level1(), edition.level2(), edition.level3()))
                            .orElse(Limits.NONE),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
    }

    /**
     * A stretch of a period in which every rule stayed the same: edition, factors, inputs.
     *
     * @param from its first day
     * @param until the first day after it
     * @param numerator its sum above the line
     * @param denominator its sum below the line
     * @param quota the edition in force in it
     * @param limits that edition's levels after correction
     * @param inputs what they were corrected by
     */
    public record Part(
            LocalDate from,
            LocalDate until,
            Optional<BigDecimal> numerator,
            BigDecimal denominator,
            Optional<Quota> quota,
            Limits limits,
            List<Input> inputs) {
        /** Copies its inputs. */
        public Part {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A figure that a value is compared with besides its limit.
     *
     * @param id a stable word: {@code benchmark}, {@code baseline}, {@code schedule}
     * @param name its names
     * @param document the document that gives it
     * @param figure in the indicator's unit
     * @param met whether the value is at most that
     */
    public record Comparison(String id, Name name, String document, BigDecimal figure, boolean met) {}

    /**
     * A grade of early warning.
     *
     * @param id a stable word such as {@code yellow}
     * @param name its names
     * @param document the document that defines it
     */
    public record Grade(String id, Name name, String document) {}

    /** How far the value lies below its limit; negative when above. */
    public Optional<BigDecimal> margin() {
        return judgement.flatMap(Judgement::limit).flatMap(limit -> value.map(limit::subtract));
    }

    /** What identifies it among all verdicts: enterprise, indicator and period. */
    public String key() {
        return enterprise + "|" + indicator + '|' + period;
    }

    /** Whether it says the same as another, apart from when it was computed. */
    public boolean saysTheSameAs(Verdict other) {
        return equals(new Verdict(
                other.enterprise,
                other.indicator,
                other.name,
                other.unit,
                other.period,
                other.value,
                other.numerator,
                other.denominator,
                other.completeness,
                other.asOf,
                other.judgement,
                computedAt));
    }
}

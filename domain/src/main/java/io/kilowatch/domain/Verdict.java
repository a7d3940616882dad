package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.Instant;
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
     */
    public record Judgement(
            Outcome outcome,
            List<Reason> reasons,
            Optional<Quota> quota,
            int judgedLevel,
            Optional<BigDecimal> limit,
            Optional<Integer> levelReached) {
        /** Copies its reasons. */
        public Judgement {
            reasons = List.copyOf(reasons);
        }
    }

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

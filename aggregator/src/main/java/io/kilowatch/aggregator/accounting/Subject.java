package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One enterprise in one period, on its way to verdicts.
 *
 * @param dueUntil readings up to here should have come, in milliseconds since 1970 UTC
 */
record Subject(Enterprise enterprise, Period period, Span span, long dueUntil, Instant computedAt) {
    List<Meter> meters(Stream<Term> terms) {
        return terms.map(term -> enterprise.meter(term.meter())).toList();
    }

    /** What flowed through a term's meter in a part of the days up to an instant, in base units, whatever its sign. */
    BigDecimal amount(Term term, Stretch part, long until) {
        return Micros.toDecimal(span.amount(enterprise.meter(term.meter()), part, until));
    }

    /** Why meters that must reach equally far do not yet; empty once they do. */
    List<Reason> awaiting(List<Meter> meters, long until) {
        List<Reason> reasons = new ArrayList<>();
        if (until <= span.start()) {
            reasons.add(Reasons.awaitingReadings(span.behind(meters)));
        }
        return reasons;
    }

    /** The completeness of the least complete of some meters. */
    BigDecimal completeness(List<Meter> meters) {
        return span.completeness(meters, dueUntil);
    }

    /** A verdict on a sum. */
    Verdict sum(
            String indicator,
            Name name,
            String unit,
            BigDecimal sum,
            List<Meter> meters,
            long until,
            Optional<Verdict.Judgement> judgement) {
        Ratio ratio = new Ratio(Optional.of(sum), BigDecimal.ONE, until, completeness(meters), List.of());
        return verdict(indicator, name, unit, ratio, true, judgement);
    }

    /** A verdict on a sum over a sum. */
    Verdict quotient(String indicator, Name name, String unit, Ratio ratio, Optional<Verdict.Judgement> judgement) {
        return verdict(indicator, name, unit, ratio, false, judgement);
    }

    private Verdict verdict(
            String indicator,
            Name name,
            String unit,
            Ratio ratio,
            boolean isSum,
            Optional<Verdict.Judgement> judgement) {
        return new Verdict(
                enterprise.code(),
                indicator,
                name,
                unit,
                period,
                ratio.value(),
                ratio.numerator(),
                isSum ? Optional.empty() : Optional.of(ratio.denominator()),
                ratio.completeness(),
                Instant.ofEpochMilli(ratio.until()),
                judgement,
                computedAt);
    }
}

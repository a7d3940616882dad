package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
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

    /** What flowed through a term's meter up to an instant, in base units, whatever its sign. */
    BigDecimal amount(Term term, long until) {
        return Micros.toDecimal(span.amount(enterprise.meter(term.meter()), until));
    }

    /** The signed sum of terms up to an instant, in base units. */
    BigDecimal sum(List<Term> terms, long until) {
        BigDecimal sum = BigDecimal.ZERO.setScale(Micros.SCALE);
        for (Term term : terms) {
            BigDecimal amount = amount(term, until);
            sum = term.deducted() ? sum.subtract(amount) : sum.add(amount);
        }
        return sum;
    }

    Verdict verdict(
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

package io.kilowatch.aggregator.accounting;

import io.kilowatch.aggregator.accounting.WholeLimit.OfPart;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.domain.Verdict.Part;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a value by a quota, part by part of its period.
 *
 * <p>Each part is judged by the edition in force in it, corrected by the inputs of its days; the whole by what the parts
 * allow together. Existing plants are judged by level 3, new and rebuilt ones by level 2. A value that is no good, such as
 * a PUE below 1, reaches no level, nor does one that an edition does not apply to. Values and limits are compared exactly,
 * as fractions, never after rounding.
 */
final class Judge {
    private static final Name BENCHMARK = new Name("标杆水平", "benchmark level");
    private static final Name BASELINE = new Name("基准水平", "baseline level");

    private final ReferenceData reference;
    private final BigDecimal threshold;

    /** A judge who needs so much completeness, 0 to 1. */
    Judge(ReferenceData reference, BigDecimal threshold) {
        this.reference = reference;
        this.threshold = threshold;
    }

    private record Corrected(PartSum sum, Optional<Correction> correction) {
        Limits limits() {
            return correction.map(Correction::limits).orElse(Limits.NONE);
        }

        boolean isExempt() {
            return correction.filter(Correction::isExempt).isPresent();
        }

        Optional<Quota> quota() {
            return sum.entry().map(QuotaEntry::quota);
        }

        OfPart weight() {
            return new OfPart(limits(), sum.denominator());
        }

        Part part() {
            return new Part(
                    sum.stretch().from(),
                    sum.stretch().until(),
                    sum.numerator(),
                    sum.denominator(),
                    quota(),
                    limits(),
                    correction.map(Correction::used).orElse(List.of()));
        }
    }

    /** Judges the whole of some parts, at least one, oldest first. */
    Judgement judge(String quotaId, boolean newPlant, Ratio whole, List<PartSum> sums, Inputs inputs) {
        List<Corrected> parts = sums.stream()
                .map(sum -> new Corrected(
                        sum,
                        sum.entry()
                                .map(entry -> new Correction(
                                        reference, entry, inputs, sum.stretch().from()))))
                .toList();
        int level = newPlant ? 2 : 3;
        List<Reason> reasons = reasons(quotaId, whole, parts, level);
        List<OfPart> weights = parts.stream().map(Corrected::weight).toList();
        Optional<WholeLimit> limit = WholeLimit.of(weights, level);
        Outcome outcome = Outcome.CANNOT_BE_JUDGED;
        if (reasons.isEmpty() && limit.isPresent() && whole.numerator().isPresent()) {
            outcome = limit.get().allows(whole.numerator().get()) ? Outcome.WITHIN : Outcome.EXCEEDS;
        }
        Corrected last = parts.get(parts.size() - 1);
        return new Judgement(
                outcome,
                reasons,
                last.quota(),
                level,
                limit.map(WholeLimit::figure),
                parts.stream().anyMatch(Corrected::isExempt) ? Optional.empty() : levelReached(whole, weights),
                new Limits(figure(weights, 1), figure(weights, 2), figure(weights, 3)),
                parts.stream().map(Corrected::part).toList(),
                comparisons(quotaId, whole, last),
                Optional.empty());
    }

    private List<Reason> reasons(String quotaId, Ratio whole, List<Corrected> parts, int level) {
        List<Reason> reasons = new ArrayList<>(whole.reasons());
        if (whole.completeness().compareTo(threshold) < 0) {
            reasons.add(Reasons.incomplete(whole.completeness(), threshold));
        }
        for (Corrected part : parts) {
            reasons.addAll(part.correction()
                    .map(correction -> correction.reasons(level))
                    .orElseGet(() -> List.of(
                            Reasons.noQuota(quotaId, part.sum().stretch().from()))));
        }
        return reasons.stream().distinct().toList();
    }

    private static Optional<BigDecimal> figure(List<OfPart> weights, int level) {
        return WholeLimit.of(weights, level).map(WholeLimit::figure);
    }

    private static Optional<Integer> levelReached(Ratio whole, List<OfPart> weights) {
        if (whole.value().isEmpty() || !whole.reasons().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal numerator = whole.numerator().orElseThrow();
        for (int level = 1; level <= 3; level++) {
            if (WholeLimit.of(weights, level)
                    .filter(limit -> limit.allows(numerator))
                    .isPresent()) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    private List<Comparison> comparisons(String quotaId, Ratio whole, Corrected last) {
        Optional<QuotaEntry> ndrc =
                reference.benchmark(quotaId, last.sum().stretch().until().minusDays(1));
        if (ndrc.isEmpty() || whole.value().isEmpty() || !whole.reasons().isEmpty()) {
            return List.of();
        }
        List<Comparison> comparisons = new ArrayList<>();
        String document = ndrc.get().quota().standard();
        ndrc.get()
                .benchmark()
                .ifPresent(figure -> comparisons.add(
                        new Comparison("benchmark", BENCHMARK, document, figure, whole.isAtMost(figure))));
        ndrc.get()
                .baseline()
                .ifPresent(figure -> comparisons.add(
                        new Comparison("baseline", BASELINE, document, figure, whole.isAtMost(figure))));
        return comparisons;
    }
}

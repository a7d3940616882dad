package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a value by a quota.
 *
 * <p>The edition is the one in force on the period's first day. Existing plants are judged by level 3, new and rebuilt
 * ones by level 2. A value that is no good, such as a PUE below 1, reaches no level. Values and limits are compared exactly, as fractions, never after rounding.
 */
final class Judge {
    private final ReferenceData reference;
    private final BigDecimal threshold;

    /** A judge who needs so much completeness, 0 to 1. */
    Judge(ReferenceData reference, BigDecimal threshold) {
        this.reference = reference;
        this.threshold = threshold;
    }

    Judgement judge(String quotaId, Period period, boolean newPlant, Ratio ratio) {
        List<Reason> reasons = new ArrayList<>(ratio.reasons());
        if (ratio.completeness().compareTo(threshold) < 0) {
            reasons.add(Reasons.incomplete(ratio.completeness(), threshold));
        }
        int level = newPlant ? 2 : 3;
        Optional<Quota> quota = reference.quota(quotaId, period.start());
        if (quota.isEmpty()) {
            reasons.add(Reasons.noQuota(quotaId, period.start()));
        }
        Optional<BigDecimal> limit = quota.flatMap(edition -> edition.level(level));
        if (quota.isPresent() && limit.isEmpty()) {
            reasons.add(Reasons.noLevel(quota.get().standard(), level));
        }
        Outcome outcome = Outcome.CANNOT_BE_JUDGED;
        if (reasons.isEmpty() && limit.isPresent()) {
            outcome = ratio.isAtMost(limit.get()) ? Outcome.WITHIN : Outcome.EXCEEDS;
        }
        return new Judgement(
                outcome, reasons, quota, level, limit, quota.flatMap(edition -> levelReached(edition, ratio)));
    }

    private static Optional<Integer> levelReached(Quota quota, Ratio ratio) {
        if (ratio.value().isEmpty() || !ratio.reasons().isEmpty()) {
            return Optional.empty();
        }
        for (int level = 1; level <= 3; level++) {
            if (quota.level(level).filter(ratio::isAtMost).isPresent()) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}

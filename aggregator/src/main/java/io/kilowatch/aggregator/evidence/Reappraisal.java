package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.Appraiser;
import io.kilowatch.aggregator.accounting.Figures;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A figure computed again from the sums of its account's meters. */
public final class Reappraisal {
    private static final Name NO_NAME = new Name("", "");

    private final Enterprise enterprise;
    private final Account account;
    private final Figure figure;
    private final Figures sums;
    private final Rules rules;
    private final Appraiser appraiser;

    /** One that is ready to compute. */
    public Reappraisal(
            Enterprise enterprise, Account account, Figure figure, Figures sums, ReferenceData reference, Rules rules) {
        this.enterprise = enterprise;
        this.account = account;
        this.figure = figure;
        this.sums = sums;
        this.rules = rules;
        this.appraiser = new Appraiser(reference, rules.calendar(), rules.threshold());
    }

    /**
     * The figure; absent if the account has no such indicator.
     *
     * @param dueUntil readings up to here should have come, in milliseconds since 1970 UTC
     */
    public Optional<Verdict> verdict(long dueUntil, Instant computedAt) {
        return appraiser.appraise(with(account), figure.period(), sums, dueUntil, computedAt).stream()
                .filter(verdict -> verdict.indicator().equals(figure.indicator()))
                .findFirst();
    }

    /** The completeness of one meter: that of a figure which no other meter is part of. */
    public BigDecimal completeness(String meter, long dueUntil) {
        Account alone =
                new Account.UnitProduct("alone", NO_NAME, Optional.empty(), List.of(), List.of(new Term(meter, false)));
        return appraiser
                .appraise(with(alone), figure.period(), sums, dueUntil, Instant.EPOCH)
                .get(0)
                .completeness();
    }

    private Enterprise with(Account only) {
        return enterprise.withAccounts(List.of(only));
    }

    /**
     * Up to when readings were due when a verdict was last found to be true.
     *
     * <p>A verdict is stored when it says something new; found true again later, it keeps its time of computation, while
     * more has become due. Completeness falls as more becomes due, so that the first instant at which it is that of the
     * verdict can be looked for; mostly it is the time of computation less the grace.
     */
    public long dueUntil(Verdict stored) {
        long least = stored.computedAt().minus(rules.grace()).toEpochMilli();
        long most = Math.max(least, rules.calendar().start(figure.period().end()));
        if (compared(least, stored) <= 0 || compared(most, stored) > 0) {
            return least;
        }
        long above = least;
        long below = most;
        while (below - above > 1) {
            long middle = above + (below - above) / 2;
            if (compared(middle, stored) > 0) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return compared(below, stored) == 0 ? below : least;
    }

    private int compared(long dueUntil, Verdict stored) {
        return verdict(dueUntil, stored.computedAt())
                .map(Verdict::completeness)
                .map(completeness -> completeness.compareTo(stored.completeness()))
                .orElse(0);
    }
}

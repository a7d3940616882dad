package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Signed sums of an account's terms over parts of a period, in base units or in coal equivalent. */
final class EnergySum {
    private final Subject subject;
    private final long until;

    /** Sums up to an instant that the subject's span gave. */
    EnergySum(Subject subject, long until) {
        this.subject = subject;
        this.until = until;
    }

    /** The sum over a part, in base units. */
    BigDecimal plain(List<Term> terms, Stretch part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigDecimal amount = subject.amount(term, part, until);
            sum = term.deducted() ? sum.subtract(amount) : sum.add(amount);
        }
        return sum;
    }

    /** The sum over a part in kilograms of coal equivalent; absent, with reasons, where a factor is not known. */
    Optional<BigDecimal> coal(List<Term> terms, Stretch part, CoalFactors factors, List<Reason> reasons) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean whole = true;
        for (Term term : terms) {
            Meter meter = subject.enterprise().meter(term.meter());
            for (Stretch constant : cut(meter, part, factors)) {
                CoalFactor factor = factors.of(meter, constant.from());
                if (factor instanceof CoalFactor.Known known) {
                    BigDecimal kilograms = subject.amount(term, constant, until).multiply(known.kgce());
                    sum = term.deducted() ? sum.subtract(kilograms) : sum.add(kilograms);
                } else if (factor instanceof CoalFactor.Missing missing) {
                    whole = false;
                    if (!reasons.contains(missing.reason())) {
                        reasons.add(missing.reason());
                    }
                }
            }
        }
        return whole ? Optional.of(sum) : Optional.empty();
    }

    private List<Stretch> cut(Meter meter, Stretch part, CoalFactors factors) {
        SortedSet<java.time.LocalDate> days = new TreeSet<>(factors.changes(meter));
        List<Stretch> constant = part.cutAt(days);
        subject.span().prepare(List.of(meter), constant);
        return constant;
    }
}

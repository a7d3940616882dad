package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Signed sums of an account's terms over parts of a period, in base units or in coal equivalent. */
final class EnergySum {
    private final Subject subject;
    private final long until;
    private final Map<Asked, Kilograms> computed = new HashMap<>();

    private record Asked(String meter, Stretch part, CoalFactors.Kind factors) {}

    /**
     * A meter's coal equivalent.
     *
     * @param sum in kilograms, of the days whose factor is known
     * @param missing why some days' factor is not; empty if all are
     */
    private record Kilograms(BigDecimal sum, List<Reason> missing) {}

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
            Kilograms kilograms = kilograms(term, part, factors);
            sum = term.deducted() ? sum.subtract(kilograms.sum()) : sum.add(kilograms.sum());
            whole &= kilograms.missing().isEmpty();
            kilograms.missing().stream()
                    .filter(reason -> !reasons.contains(reason))
                    .forEach(reasons::add);
        }
        return whole ? Optional.of(sum) : Optional.empty();
    }

    /** Each meter's coal equivalent is computed once, however many indicators ask for it. */
    private Kilograms kilograms(Term term, Stretch part, CoalFactors factors) {
        return computed.computeIfAbsent(
                new Asked(term.meter(), part, factors.kind()), asked -> compute(term, part, factors));
    }

    private Kilograms compute(Term term, Stretch part, CoalFactors factors) {
        Meter meter = subject.enterprise().meter(term.meter());
        BigDecimal sum = BigDecimal.ZERO;
        List<Reason> missing = new ArrayList<>();
        for (Stretch constant : cut(meter, part, factors)) {
            CoalFactor factor = factors.of(meter, constant.from());
            if (factor instanceof CoalFactor.Known known) {
                sum = sum.add(subject.amount(term, constant, until).multiply(known.kgce()));
            } else if (factor instanceof CoalFactor.Missing unknown) {
                missing.add(unknown.reason());
            }
        }
        return new Kilograms(sum, missing.stream().distinct().toList());
    }

    private List<Stretch> cut(Meter meter, Stretch part, CoalFactors factors) {
        SortedSet<java.time.LocalDate> days = new TreeSet<>(factors.changes(meter));
        List<Stretch> constant = part.cutAt(days);
        subject.span().prepare(List.of(meter), constant);
        return constant;
    }
}

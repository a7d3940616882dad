package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An enterprise's energy consumption in a period: by carrier, in all on both bases (综合能耗, GB/T 2589), and what of it is
 * feedstock (原料用能).
 */
final class Consumption {
    private static final Name TOTAL = new Name("综合能耗", "Comprehensive energy consumption");
    private static final Name TOTAL_PRIMARY =
            new Name("综合能耗（等价值）", "Comprehensive energy consumption (primary-energy equivalent)");
    private static final Name FEEDSTOCK = new Name("原料用能", "Energy used as feedstock");

    private final Subject subject;
    private final ReferenceData reference;
    private final List<Term> terms;
    private final List<Meter> meters;
    private final long until;
    private final EnergySum sums;

    Consumption(Subject subject, ReferenceData reference, Account.Comprehensive account) {
        this.subject = subject;
        this.reference = reference;
        this.terms = account.energy();
        this.meters = subject.meters(account.terms());
        this.until = subject.span().furthest(meters);
        this.sums = new EnergySum(subject, until);
    }

    List<Meter> meters() {
        return meters;
    }

    long until() {
        return until;
    }

    /** The days that it is of. */
    Stretch days() {
        return subject.span().days(until);
    }

    /** The total over some of the days in tce; absent, with reasons, where a factor is not known. */
    Optional<BigDecimal> total(Basis basis, Stretch part, List<Reason> reasons) {
        return tce(terms, basis, part, reasons);
    }

    /** What of it is feedstock, in tce. */
    Optional<BigDecimal> feedstock(Basis basis) {
        return tce(feedstockTerms(), basis, days(), new ArrayList<>());
    }

    private Optional<BigDecimal> tce(List<Term> some, Basis basis, Stretch part, List<Reason> reasons) {
        CoalFactors factors = new CoalFactors(subject.enterprise(), reference, basis, Optional.empty());
        return sums.coal(some, part, factors, reasons).map(kilograms -> kilograms.movePointLeft(3));
    }

    private List<Term> feedstockTerms() {
        return terms.stream().filter(Term::feedstock).toList();
    }

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>(byCarrier());
        List<Reason> reasons = new ArrayList<>();
        Optional<BigDecimal> calorific = total(Basis.CALORIFIC, days(), reasons);
        verdicts.add(calorific.isPresent() ? tce("comprehensive-energy", TOTAL, calorific.get()) : unknown(reasons));
        total(Basis.PRIMARY, days(), new ArrayList<>())
                .ifPresent(sum -> verdicts.add(tce("comprehensive-energy:primary", TOTAL_PRIMARY, sum)));
        if (!feedstockTerms().isEmpty()) {
            feedstock(Basis.CALORIFIC).ifPresent(sum -> verdicts.add(tce("feedstock-energy", FEEDSTOCK, sum)));
        }
        return verdicts;
    }

    private List<Verdict> byCarrier() {
        Map<String, List<Term>> byCarrier = new TreeMap<>();
        terms.forEach(term -> byCarrier
                .computeIfAbsent(carrier(term), id -> new ArrayList<>())
                .add(term));
        List<Verdict> verdicts = new ArrayList<>();
        byCarrier.forEach((id, some) -> {
            Carrier carrier = reference.carrier(id).orElseThrow();
            verdicts.add(subject.sum(
                    "energy." + id,
                    carrier.name(),
                    carrier.dimension().baseUnit(),
                    sums.plain(some, days()),
                    subject.meters(some.stream()),
                    until,
                    Optional.empty()));
        });
        return verdicts;
    }

    private String carrier(Term term) {
        return subject.enterprise().meter(term.meter()).measures().id();
    }

    /** A verdict on a sum in tce that reaches as far as this consumption. */
    Verdict tce(String indicator, Name name, BigDecimal sum) {
        return subject.sum(indicator, name, "tce", sum, meters, until, Optional.empty());
    }

    private Verdict unknown(List<Reason> reasons) {
        Ratio nothing = new Ratio(Optional.empty(), BigDecimal.ONE, until, subject.completeness(meters), reasons);
        return subject.quotient(
                "comprehensive-energy",
                TOTAL,
                "tce",
                nothing,
                Optional.of(new Judgement(
                        Outcome.CANNOT_BE_JUDGED,
                        reasons,
                        Optional.empty(),
                        3,
                        Optional.empty(),
                        Optional.empty(),
                        Limits.NONE,
                        List.of(),
                        List.of(),
                        Optional.empty())));
    }
}

package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes every indicator of an enterprise in a period and judges those that have a quota.
 *
 * <p>Energy per carrier and comprehensive energy consumption (GB/T 2589) are sums; unit-product energy and PUE
 * (ISO/IEC 30134-2) are a sum over a sum, never a mean of ratios.
 */
public final class Appraiser {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final Name COMPREHENSIVE = new Name("综合能耗", "Comprehensive energy consumption");
    private static final Name POWER_USAGE = new Name("电能利用效率（PUE）", "Power usage effectiveness (PUE)");

    private final ReferenceData reference;
    private final BusinessCalendar calendar;
    private final Judge judge;

    /**
     * An appraiser.
     *
     * @param threshold the completeness, 0 to 1, below which nothing is judged
     */
    public Appraiser(ReferenceData reference, BusinessCalendar calendar, BigDecimal threshold) {
        this.reference = reference;
        this.calendar = calendar;
        this.judge = new Judge(reference, threshold);
    }

    /**
     * Every indicator of an enterprise in a period.
     *
     * @param dueUntil readings up to here should have come, in milliseconds since 1970 UTC
     */
    public List<Verdict> appraise(
            Enterprise enterprise, Period period, Figures figures, long dueUntil, Instant computedAt) {
        Subject subject = new Subject(enterprise, period, new Span(period, figures, calendar), dueUntil, computedAt);
        List<Verdict> verdicts = new ArrayList<>();
        for (Account account : enterprise.accounts()) {
            if (account instanceof Account.Comprehensive comprehensive) {
                verdicts.addAll(comprehensive(subject, comprehensive));
            } else if (account instanceof Account.UnitProduct unitProduct) {
                verdicts.add(unitProduct(subject, unitProduct));
            } else if (account instanceof Account.PowerUsage powerUsage) {
                verdicts.add(powerUsage(subject, powerUsage));
            }
        }
        return verdicts;
    }

    private List<Verdict> comprehensive(Subject subject, Account.Comprehensive account) {
        List<Meter> all = subject.meters(account.terms());
        long until = subject.span().furthest(all);
        Map<String, List<Term>> byCarrier = new TreeMap<>();
        account.energy()
                .forEach(term -> byCarrier
                        .computeIfAbsent(
                                subject.enterprise()
                                        .meter(term.meter())
                                        .measures()
                                        .id(),
                                id -> new ArrayList<>())
                        .add(term));
        List<Verdict> verdicts = new ArrayList<>();
        byCarrier.forEach((id, terms) -> {
            Carrier carrier = reference.carrier(id).orElseThrow();
            BigDecimal sum = subject.sum(terms, until);
            Ratio ratio = sumRatio(subject, subject.meters(terms.stream()), sum, until);
            verdicts.add(subject.verdict(
                    "energy." + id, carrier.name(), carrier.dimension().baseUnit(), ratio, true, Optional.empty()));
        });
        coalEquivalent(subject, account.energy(), until, new ArrayList<>()).ifPresent(kilograms -> {
            Ratio total = sumRatio(subject, all, kilograms.movePointLeft(3), until);
            verdicts.add(subject.verdict("comprehensive-energy", COMPREHENSIVE, "tce", total, true, Optional.empty()));
        });
        return verdicts;
    }

    private Ratio sumRatio(Subject subject, List<Meter> meters, BigDecimal sum, long until) {
        return new Ratio(
                Optional.of(sum),
                BigDecimal.ONE,
                until,
                subject.span().completeness(meters, subject.dueUntil()),
                List.of());
    }

    private Verdict unitProduct(Subject subject, Account.UnitProduct account) {
        List<Meter> meters = subject.meters(account.terms());
        long until = subject.span().until(meters);
        List<Reason> reasons = awaiting(subject, meters, until);
        String unit = account.quota()
                .flatMap(quota -> reference.quotas(quota).stream().findFirst())
                .map(io.kilowatch.domain.Quota::unit)
                .orElse("kgce/t");
        Optional<BigDecimal> energy = unit.equals("kWh/t")
                ? Optional.of(subject.sum(account.energy(), until))
                : coalEquivalent(subject, account.energy(), until, reasons);
        BigDecimal tonnes = subject.sum(account.output(), until).divide(THOUSAND);
        if (reasons.isEmpty() && tonnes.signum() <= 0) {
            reasons.add(Reasons.noOutput());
        }
        Ratio ratio =
                new Ratio(energy, tonnes, until, subject.span().completeness(meters, subject.dueUntil()), reasons);
        return subject.verdict(
                "unit-product:" + account.id(),
                account.name(),
                unit,
                ratio,
                false,
                judged(subject, account.quota(), ratio));
    }

    private Verdict powerUsage(Subject subject, Account.PowerUsage account) {
        List<Meter> meters = subject.meters(account.terms());
        long until = subject.span().until(meters);
        List<Reason> reasons = awaiting(subject, meters, until);
        BigDecimal facility = subject.sum(account.facility(), until);
        BigDecimal it = subject.sum(account.it(), until);
        if (reasons.isEmpty() && it.signum() <= 0) {
            reasons.add(Reasons.noItEnergy());
        } else if (reasons.isEmpty() && facility.compareTo(it) < 0) {
            reasons.add(Reasons.belowOne());
        }
        Ratio ratio = new Ratio(
                Optional.of(facility), it, until, subject.span().completeness(meters, subject.dueUntil()), reasons);
        return subject.verdict(
                "pue:" + account.id(), POWER_USAGE, "1", ratio, false, judged(subject, account.quota(), ratio));
    }

    private Optional<Verdict.Judgement> judged(Subject subject, Optional<String> quota, Ratio ratio) {
        return quota.map(
                id -> judge.judge(id, subject.period(), subject.enterprise().newPlant(), ratio));
    }

    private static List<Reason> awaiting(Subject subject, List<Meter> meters, long until) {
        List<Reason> reasons = new ArrayList<>();
        if (until <= subject.span().start()) {
            reasons.add(Reasons.awaitingReadings(subject.span().behind(meters)));
        }
        return reasons;
    }

    /** The signed sum in kilograms; absent, with reasons, where a carrier has no factor. */
    private Optional<BigDecimal> coalEquivalent(Subject subject, List<Term> terms, long until, List<Reason> reasons) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean whole = true;
        for (Term term : terms) {
            Measured measured = subject.enterprise().meter(term.meter()).measures();
            var factor = reference.factor(measured.id(), subject.period().start());
            if (factor.isEmpty()) {
                Reason reason = Reasons.noFactor(measured.id(), subject.period().start());
                if (!reasons.contains(reason)) {
                    reasons.add(reason);
                }
                whole = false;
                continue;
            }
            BigDecimal kilograms = subject.amount(term, until)
                    .multiply(factor.get().kgcePerUnit().orElseThrow());
            sum = term.deducted() ? sum.subtract(kilograms) : sum.add(kilograms);
        }
        return whole ? Optional.of(sum) : Optional.empty();
    }
}

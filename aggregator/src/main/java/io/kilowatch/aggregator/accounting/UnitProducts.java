package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Energy per unit of product (单位产品能耗): a sum over a sum, in the quota's own unit. */
final class UnitProducts {
    private static final String PLAIN_UNIT = "kgce/t";

    private final ReferenceData reference;
    private final Judge judge;

    UnitProducts(ReferenceData reference, Judge judge) {
        this.reference = reference;
        this.judge = judge;
    }

    Verdict verdict(Subject subject, Account.UnitProduct account) {
        List<Meter> meters = subject.meters(account.terms());
        long until = subject.span().until(meters);
        Working working = new Working(subject, account, until);
        List<Reason> reasons = subject.awaiting(meters, until);
        List<PartSum> parts = working.parts(reasons);
        BigDecimal below = working.outputIsKnown
                ? parts.stream().map(PartSum::denominator).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
        if (reasons.isEmpty() && below.signum() <= 0) {
            reasons.add(Reasons.noOutput());
        }
        Ratio whole = new Ratio(numerator(parts), below, until, subject.completeness(meters), reasons);
        return subject.quotient(
                "unit-product:" + account.id(),
                account.name(),
                working.unit.symbol(),
                whole,
                account.quota()
                        .map(quota ->
                                judge.judge(quota, subject.enterprise().newPlant(), whole, parts, working.inputs)));
    }

    private static Optional<BigDecimal> numerator(List<PartSum> parts) {
        return parts.stream()
                .map(PartSum::numerator)
                .reduce(Optional.of(BigDecimal.ZERO), (sum, next) -> sum.flatMap(one -> next.map(one::add)));
    }

    /** One account in one period. */
    private final class Working {
        private final Subject subject;
        private final Account.UnitProduct account;
        private final long until;
        private final IndicatorUnit unit;
        private final Inputs inputs;
        private final EnergySum sums;
        /** False once an output could not be converted: a value over the rest of it would be too high. */
        private boolean outputIsKnown = true;

        Working(Subject subject, Account.UnitProduct account, long until) {
            this.subject = subject;
            this.account = account;
            this.until = until;
            this.unit = account.quota()
                    .flatMap(quota -> reference.quotas(quota).stream().findFirst())
                    .map(Quota::unit)
                    .flatMap(IndicatorUnit::parse)
                    .orElseGet(() -> IndicatorUnit.parse(PLAIN_UNIT).orElseThrow());
            this.inputs = new Inputs(subject.enterprise(), reference, account.inputs(), account.site());
            this.sums = new EnergySum(subject, until);
        }

        List<PartSum> parts(List<Reason> reasons) {
            SortedSet<LocalDate> days = new TreeSet<>(inputs.changes());
            days.addAll(reference.changes(Set.of(), account.quota()));
            List<Stretch> stretches = subject.span().days(until).cutAt(days);
            subject.span().prepare(subject.meters(account.terms()), stretches);
            List<PartSum> parts = new ArrayList<>();
            for (Stretch stretch : stretches) {
                Optional<QuotaEntry> entry = account.quota().flatMap(quota -> reference.entry(quota, stretch.from()));
                parts.add(new PartSum(stretch, entry, above(stretch, entry, reasons), below(stretch, reasons)));
            }
            return parts;
        }

        private Optional<BigDecimal> above(Stretch stretch, Optional<QuotaEntry> entry, List<Reason> reasons) {
            return switch (unit.above()) {
                case ELECTRICITY, MASS -> Optional.of(sums.plain(account.energy(), stretch));
                case COAL_EQUIVALENT ->
                    sums.coal(
                            account.energy(),
                            stretch,
                            new CoalFactors(
                                    subject.enterprise(),
                                    reference,
                                    entry.map(QuotaEntry::basis).orElse(Basis.CALORIFIC),
                                    entry.flatMap(QuotaEntry::factorScope)),
                            reasons);
            };
        }

        private BigDecimal below(Stretch stretch, List<Reason> reasons) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Term term : account.output()) {
                BigDecimal amount = subject.amount(term, stretch, until);
                BigDecimal converted = term.conversion()
                        .map(id -> amount.multiply(conversion(id, stretch.from(), reasons)))
                        .orElse(amount);
                sum = term.deducted() ? sum.subtract(converted) : sum.add(converted);
            }
            return sum.divide(unit.baseUnits()).multiply(unit.scale());
        }

        /** What a unit of output is multiplied with; 0, with a reason, if unknown. */
        private BigDecimal conversion(String id, LocalDate day, List<Reason> reasons) {
            OutputFactor factor = OutputFactor.of(id, day, reference, inputs);
            if (factor instanceof OutputFactor.Known known) {
                return known.figure();
            }
            if (factor instanceof OutputFactor.Unknown unknown) {
                unknown.reasons().forEach(reason -> note(reasons, reason));
            }
            outputIsKnown = false;
            return BigDecimal.ZERO;
        }

        private void note(List<Reason> reasons, Reason reason) {
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
    }
}

package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.DataCentre.Commitment;
import io.kilowatch.domain.Dimension;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.PeriodKind;
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

/**
 * Power usage effectiveness (PUE, ISO/IEC 30134-2): the energy of a facility, of every carrier, over that of its IT
 * equipment, both in kWh over the same time.
 *
 * <p>The figure of a whole calendar year is PUE with its category, that of a shorter time an interim one (iPUE), that of
 * a part of the centre a partial one (pPUE).
 */
final class PowerUsages {
    /** The threshold that a data centre's own energy review set. */
    static final String COMMITMENT = "commitment";

    private static final Name COMMITTED = new Name("节能审查意见承诺值", "commitment of the energy review");

    private final ReferenceData reference;
    private final Judge judge;

    PowerUsages(ReferenceData reference, Judge judge) {
        this.reference = reference;
        this.judge = judge;
    }

    List<Verdict> verdicts(Subject subject, Account.PowerUsage account) {
        List<Meter> meters = subject.meters(account.terms());
        long until = subject.span().until(meters);
        Name name = name(subject, account, until);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(verdict(subject, account, account.quota(), "pue:" + account.id(), name, until));
        for (String threshold : account.thresholds()) {
            String indicator = "pue:" + account.id() + ':' + threshold;
            verdicts.add(verdict(subject, account, Optional.of(threshold), indicator, name, until));
        }
        return verdicts;
    }

    private static Name name(Subject subject, Account.PowerUsage account, long until) {
        if (account.partial()) {
            String zh = account.name().map(Name::zh).map(part -> "：" + part).orElse("");
            String en = account.name().map(Name::en).map(part -> ": " + part).orElse("");
            return new Name("局部电能利用效率（pPUE）" + zh, "Partial power usage effectiveness (pPUE)" + en);
        }
        String category = subject.enterprise()
                .dataCentre()
                .map(DataCentre::category)
                .map(String::valueOf)
                .orElse("");
        boolean annual = subject.period().kind() == PeriodKind.YEAR
                && subject.span().days(until).until().equals(subject.period().end());
        return annual
                ? new Name("电能利用效率（PUE" + category + "）", "Power usage effectiveness (PUE" + category + ")")
                : new Name(
                        "电能利用效率期间值（iPUE" + category + "）", "Interim power usage effectiveness (iPUE" + category + ")");
    }

    private Verdict verdict(
            Subject subject,
            Account.PowerUsage account,
            Optional<String> threshold,
            String indicator,
            Name name,
            long until) {
        List<Meter> meters = subject.meters(account.terms());
        List<Reason> reasons = subject.awaiting(meters, until);
        Optional<Commitment> commitment = subject.enterprise()
                .dataCentre()
                .flatMap(DataCentre::commitment)
                .filter(one -> threshold.filter(COMMITMENT::equals).isPresent());
        SortedSet<LocalDate> days = new TreeSet<>(reference.changes(Set.of(), threshold));
        commitment.ifPresent(one -> days.add(one.from()));
        List<Stretch> stretches = subject.span().days(until).cutAt(days);
        subject.span().prepare(meters, stretches);
        List<PartSum> parts = new ArrayList<>();
        for (Stretch stretch : stretches) {
            parts.add(new PartSum(
                    stretch,
                    commitment.isPresent()
                            ? entry(commitment.get(), stretch.from())
                            : threshold.flatMap(id -> reference.entry(id, stretch.from())),
                    kilowattHours(subject, account.facility(), stretch, until, reasons),
                    new EnergySum(subject, until).plain(account.it(), stretch)));
        }
        Ratio whole = ratio(subject, meters, parts, until, reasons);
        Inputs inputs = new Inputs(subject.enterprise(), reference, List.of(), Optional.empty());
        return subject.quotient(
                indicator,
                name,
                "1",
                whole,
                threshold.map(id -> judge.judge(id, subject.enterprise().newPlant(), whole, parts, inputs)));
    }

    private static Ratio ratio(
            Subject subject, List<Meter> meters, List<PartSum> parts, long until, List<Reason> reasons) {
        Optional<BigDecimal> facility = parts.stream()
                .map(PartSum::numerator)
                .reduce(Optional.of(BigDecimal.ZERO), (sum, next) -> sum.flatMap(one -> next.map(one::add)));
        BigDecimal it = parts.stream().map(PartSum::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (reasons.isEmpty() && it.signum() <= 0) {
            reasons.add(Reasons.noItEnergy());
        } else if (reasons.isEmpty()
                && facility.filter(sum -> sum.compareTo(it) < 0).isPresent()) {
            reasons.add(Reasons.belowOne());
        }
        return new Ratio(facility, it, until, subject.completeness(meters), reasons);
    }

    /** A commitment as an edition of a quota of its own. */
    private static Optional<QuotaEntry> entry(Commitment commitment, LocalDate day) {
        if (commitment.from().isAfter(day)) {
            return Optional.empty();
        }
        Quota quota = new Quota(
                COMMITMENT,
                commitment.document(),
                COMMITTED,
                COMMITTED,
                "1",
                Optional.empty(),
                Optional.of(commitment.pue()),
                Optional.of(commitment.pue()),
                commitment.from(),
                false,
                commitment.document());
        return Optional.of(new QuotaEntry(
                quota,
                QuotaEntry.Kind.LIMIT,
                "data centre",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Basis.CALORIFIC,
                Optional.empty(),
                "",
                List.of()));
    }

    /** Energy of any carrier in kWh: electricity and heat as such, fuels by the energy that they hold. */
    private Optional<BigDecimal> kilowattHours(
            Subject subject, List<Term> terms, Stretch stretch, long until, List<Reason> reasons) {
        EnergySum sums = new EnergySum(subject, until);
        CoalFactors factors = new CoalFactors(subject.enterprise(), reference, Basis.CALORIFIC, Optional.empty());
        BigDecimal electricity = sums.plain(of(subject, terms, Dimension.ELECTRICITY), stretch);
        BigDecimal heat = sums.plain(of(subject, terms, Dimension.HEAT), stretch);
        List<Term> fuels = terms.stream()
                .filter(term -> !dimension(subject, term).equals(Optional.of(Dimension.ELECTRICITY))
                        && !dimension(subject, term).equals(Optional.of(Dimension.HEAT)))
                .toList();
        return sums.coal(fuels, stretch, factors, reasons)
                .map(coal -> new FacilityEnergy(
                                electricity,
                                heat,
                                coal,
                                coal.signum() == 0
                                        ? BigDecimal.ZERO
                                        : reference.constant(FacilityEnergy.KILOJOULES, stretch.from()))
                        .kilowattHours());
    }

    private List<Term> of(Subject subject, List<Term> terms, Dimension dimension) {
        return terms.stream()
                .filter(term -> dimension(subject, term).equals(Optional.of(dimension)))
                .toList();
    }

    private Optional<Dimension> dimension(Subject subject, Term term) {
        return reference
                .carrier(subject.enterprise().meter(term.meter()).measures().id())
                .map(Carrier::dimension);
    }
}

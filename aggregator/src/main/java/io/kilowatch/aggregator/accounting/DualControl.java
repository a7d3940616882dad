package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A year's consumption as each rule of dual control (能耗双控) counts it: with feedstock, with renewable electricity taken
 * off or not, on both bases, each figure with its document.
 */
final class DualControl {
    private static final String ELECTRICITY = "electricity";
    private static final Name RENEWABLE =
            new Name("可再生能源电力（绿证及自发自用）", "Renewable electricity by certificates and own generation");

    private final ReferenceData reference;
    private final Subject subject;
    private final Consumption consumption;

    DualControl(ReferenceData reference, Subject subject, Consumption consumption) {
        this.reference = reference;
        this.subject = subject;
        this.consumption = consumption;
    }

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        Period year = subject.period();
        Enterprise enterprise = subject.enterprise();
        if (!enterprise.declared().renewables().isEmpty()) {
            verdicts.add(subject.sum(
                    "renewable-electricity",
                    RENEWABLE,
                    "kWh",
                    NonFossil.kilowattHours(
                            enterprise.declared(),
                            NonFossil.RENEWABLE,
                            year.start().getYear()),
                    List.of(),
                    consumption.until(),
                    Optional.empty()));
        }
        LocalDate last = consumption.days().until().minusDays(1);
        for (DualControlRule rule : reference.dualControlRules()) {
            boolean inForce = !rule.effectiveFrom().isAfter(last)
                    && rule.until().filter(end -> !end.isAfter(last)).isEmpty();
            if (inForce) {
                for (Basis basis : Basis.values()) {
                    counted(rule, basis, last).ifPresent(tce -> verdicts.add(verdict(rule, basis, tce)));
                }
            }
        }
        return verdicts;
    }

    private Verdict verdict(DualControlRule rule, Basis basis, BigDecimal tce) {
        String suffix = basis == Basis.CALORIFIC ? "" : ":" + basis.word();
        Name name = new Name(
                rule.name().zh() + "（" + basis.label().zh() + "，" + rule.document() + "）",
                rule.name().en() + " (" + basis.label().en() + ", " + rule.document() + ")");
        return consumption.tce("dual-control:" + rule.id() + suffix, name, tce);
    }

    private Optional<BigDecimal> counted(DualControlRule rule, Basis basis, LocalDate day) {
        Optional<BigDecimal> total = consumption.total(basis, consumption.days(), new ArrayList<>());
        Optional<BigDecimal> feedstock = rule.feedstock() ? consumption.feedstock(basis) : Optional.of(BigDecimal.ZERO);
        Optional<BigDecimal> renewable = renewable(rule, basis, day);
        return total.flatMap(all -> feedstock.flatMap(
                taken -> renewable.map(green -> all.subtract(taken).subtract(green))));
    }

    /** The non-fossil electricity that a rule takes off, in tce; an increment that is negative takes nothing off. */
    private Optional<BigDecimal> renewable(DualControlRule rule, Basis basis, LocalDate day) {
        BigDecimal deducted = NonFossil.of(
                        rule,
                        subject.enterprise().declared(),
                        subject.period().start().getYear())
                .deducted();
        if (deducted.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return reference
                .factor(ELECTRICITY, basis, Optional.empty(), day)
                .flatMap(factor -> factor.kgcePerUnit())
                .map(factor -> deducted.multiply(factor).movePointLeft(3));
    }
}

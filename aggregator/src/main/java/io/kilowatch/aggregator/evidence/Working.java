package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.CoalFactor;
import io.kilowatch.aggregator.accounting.CoalFactors;
import io.kilowatch.aggregator.accounting.Inputs;
import io.kilowatch.aggregator.accounting.OutputFactor;
import io.kilowatch.aggregator.accounting.Stretch;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Dimension;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a figure apart: stretches, terms, what each is multiplied with. */
final class Working {
    private final Verdict verdict;
    private final Subject subject;
    private final ReferenceData reference;
    private final boolean nothing;

    Working(Verdict verdict, Subject subject, ReferenceData reference) {
        this.verdict = verdict;
        this.subject = subject;
        this.reference = reference;
        this.nothing = verdict.asOf().toEpochMilli()
                <= subject.rules().calendar().start(verdict.period().start());
    }

    /** The days that a verdict is of. */
    static Stretch days(Verdict verdict, Subject subject) {
        return Stretch.of(
                verdict.period(), verdict.asOf().toEpochMilli(), subject.rules().calendar());
    }

    /** The basis of a figure of the whole enterprise. */
    static Basis basis(Verdict verdict, Subject subject) {
        if (verdict.indicator().equals("energy-budget")) {
            return subject.enterprise().declared().budgets().stream()
                    .filter(budget -> budget.year() == verdict.period().start().getYear())
                    .findFirst()
                    .map(Budget::basis)
                    .orElse(Basis.CALORIFIC);
        }
        return verdict.indicator().endsWith(':' + Basis.PRIMARY.word()) ? Basis.PRIMARY : Basis.CALORIFIC;
    }

    List<Formula.Part> parts() {
        Account account = subject.account().account();
        if (account instanceof Account.UnitProduct product) {
            Inputs inputs = inputs(subject, reference);
            return stretches(inputs).stream()
                    .map(days -> unitProduct(product, days, inputs))
                    .toList();
        }
        if (account instanceof Account.PowerUsage) {
            return stretches(inputs(subject, reference)).stream()
                    .map(this::powerUsage)
                    .toList();
        }
        return verdict.indicator().equals("renewable-electricity") ? List.of() : List.of(whole(days(verdict, subject)));
    }

    /** The inputs of an account's corrections. */
    static Inputs inputs(Subject subject, ReferenceData reference) {
        return subject.account().account() instanceof Account.UnitProduct product
                ? new Inputs(subject.enterprise(), reference, product.inputs(), product.site())
                : new Inputs(subject.enterprise(), reference, List.of(), Optional.empty());
    }

    /** Those that it was judged in, or else those in which its inputs stay the same. */
    private List<Stretch> stretches(Inputs inputs) {
        List<Stretch> judged = verdict.judgement()
                .map(judgement -> judgement.parts().stream()
                        .map(part -> new Stretch(part.from(), part.until()))
                        .toList())
                .orElse(List.of());
        return judged.isEmpty() ? days(verdict, subject).cutAt(inputs.changes()) : judged;
    }

    private Formula.Part whole(Stretch days) {
        boolean inCoal = !verdict.indicator().startsWith("energy.");
        CoalFactors factors =
                new CoalFactors(subject.enterprise(), reference, basis(verdict, subject), Optional.empty());
        List<Formula.Item> items = new ArrayList<>();
        for (IndicatorAccount.Part part : counted(true)) {
            items.addAll(inCoal ? coal(part, days, factors) : List.of(plain(part, days)));
        }
        Optional<BigDecimal> sum = FacilityItems.sum(items);
        return new Formula.Part(
                days,
                items,
                List.of(),
                inCoal ? sum.map(kilograms -> kilograms.movePointLeft(3)) : sum,
                Optional.empty(),
                Optional.empty());
    }

    private Formula.Part unitProduct(Account.UnitProduct product, Stretch days, Inputs inputs) {
        IndicatorUnit unit = IndicatorUnit.parse(verdict.unit()).orElseThrow();
        Optional<QuotaEntry> entry = product.quota().flatMap(quota -> reference.entry(quota, days.from()));
        CoalFactors factors = new CoalFactors(
                subject.enterprise(),
                reference,
                entry.map(QuotaEntry::basis).orElse(Basis.CALORIFIC),
                entry.flatMap(QuotaEntry::factorScope));
        List<Formula.Item> above = new ArrayList<>();
        for (IndicatorAccount.Part part : counted(true)) {
            above.addAll(
                    unit.above() == IndicatorUnit.Above.COAL_EQUIVALENT
                            ? coal(part, days, factors)
                            : List.of(plain(part, days)));
        }
        List<Formula.Item> below =
                counted(false).stream().map(part -> output(part, days, inputs)).toList();
        BigDecimal made = below.stream()
                .map(item -> item.signed().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Formula.Part(
                days,
                above,
                below,
                FacilityItems.sum(above),
                Optional.of(made.divide(unit.baseUnits()).multiply(unit.scale())),
                Optional.empty());
    }

    private Formula.Part powerUsage(Stretch days) {
        CoalFactors factors = new CoalFactors(subject.enterprise(), reference, Basis.CALORIFIC, Optional.empty());
        FacilityItems facility = new FacilityItems(reference, days.from());
        for (IndicatorAccount.Part part : counted(true)) {
            Optional<Dimension> dimension =
                    reference.carrier(meter(part).measures().id()).map(Carrier::dimension);
            if (dimension.equals(Optional.of(Dimension.ELECTRICITY))) {
                facility.addElectricity(plain(part, days));
            } else if (dimension.equals(Optional.of(Dimension.HEAT))) {
                facility.addHeat(plain(part, days));
            } else {
                facility.addFuel(coal(part, days, factors));
            }
        }
        List<Formula.Item> it =
                counted(false).stream().map(part -> plain(part, days)).toList();
        return new Formula.Part(
                days,
                facility.all(),
                it,
                facility.energy().map(energy -> energy.kilowattHours()),
                FacilityItems.sum(it),
                facility.energy());
    }

    private List<IndicatorAccount.Part> counted(boolean above) {
        return subject.account().parts().stream()
                .filter(part -> part.above() == above && part.counted())
                .toList();
    }

    private Formula.Item plain(IndicatorAccount.Part part, Stretch days) {
        return item(part, days, new Formula.Factor.None());
    }

    /** One item for each run of days with the same factor. */
    private List<Formula.Item> coal(IndicatorAccount.Part part, Stretch days, CoalFactors factors) {
        Meter meter = meter(part);
        List<Formula.Item> items = new ArrayList<>();
        @Nullable Run run = null;
        for (Stretch next : days.cutAt(factors.changes(meter))) {
            CoalFactor factor = factors.of(meter, next.from());
            if (run != null && run.factor.equals(factor)) {
                run = new Run(new Stretch(run.days.from(), next.until()), factor);
                continue;
            }
            if (run != null) {
                items.add(item(part, run.days, new Formula.Factor.Coal(run.factor)));
            }
            run = new Run(next, factor);
        }
        if (run != null) {
            items.add(item(part, run.days, new Formula.Factor.Coal(run.factor)));
        }
        return items;
    }

    private record Run(Stretch days, CoalFactor factor) {}

    private Formula.Item output(IndicatorAccount.Part part, Stretch days, Inputs inputs) {
        return item(
                part,
                days,
                part.term()
                        .conversion()
                        .<Formula.Factor>map(
                                id -> new Formula.Factor.Output(OutputFactor.of(id, days.from(), reference, inputs)))
                        .orElseGet(Formula.Factor.None::new));
    }

    private Formula.Item item(IndicatorAccount.Part part, Stretch days, Formula.Factor factor) {
        Meter meter = meter(part);
        long amount = nothing ? 0 : subject.sums().amount(meter.id(), days);
        return new Formula.Item(
                part, days, Micros.toDecimal(amount), meter.unit().dimension().baseUnit(), factor);
    }

    private Meter meter(IndicatorAccount.Part part) {
        return subject.enterprise().meter(part.term().meter());
    }
}

package io.kilowatch.aggregator.evidence;

import io.kilowatch.aggregator.accounting.BudgetSchedule;
import io.kilowatch.aggregator.accounting.NonFossil;
import io.kilowatch.aggregator.accounting.Stretch;
import io.kilowatch.aggregator.evidence.Declaration.Electricity;
import io.kilowatch.aggregator.evidence.Declaration.Plan;
import io.kilowatch.aggregator.evidence.Declaration.TakenOff;
import io.kilowatch.aggregator.evidence.Declaration.Value;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One reading of what an enterprise declares, for one figure. */
final class Declarations {
    private final Verdict verdict;
    private final Subject subject;
    private final ReferenceData reference;
    private final List<Formula.Part> parts;

    Declarations(Verdict verdict, Subject subject, ReferenceData reference, List<Formula.Part> parts) {
        this.verdict = verdict;
        this.subject = subject;
        this.reference = reference;
        this.parts = parts;
    }

    Optional<Declaration> declaration() {
        String indicator = verdict.indicator();
        if (indicator.startsWith("dual-control:")) {
            return takenOff().map(one -> one);
        }
        if (indicator.startsWith("intensity:")) {
            return Optional.of(value());
        }
        if (indicator.equals("energy-budget")) {
            return plan().map(one -> one);
        }
        return indicator.equals("renewable-electricity") ? Optional.of(electricity()) : Optional.empty();
    }

    private Optional<TakenOff> takenOff() {
        String[] words = verdict.indicator().split(":", -1);
        return reference.dualControlRules().stream()
                .filter(rule -> rule.id().equals(words[1]))
                .findFirst()
                .map(rule -> takenOff(rule, Working.basis(verdict, subject)));
    }

    private TakenOff takenOff(DualControlRule rule, Basis basis) {
        List<Formula.Item> items =
                parts.stream().flatMap(part -> part.above().stream()).toList();
        NonFossil nonFossil = NonFossil.of(rule, subject.enterprise().declared(), year());
        Optional<CarrierFactor> factor = nonFossil.deducted().signum() == 0
                ? Optional.empty()
                : reference.factor(
                        Declaration.ELECTRICITY,
                        basis,
                        Optional.empty(),
                        days().until().minusDays(1));
        return new TakenOff(
                rule,
                basis,
                tce(items),
                rule.feedstock()
                        ? tce(items.stream()
                                .filter(item -> item.part().term().feedstock())
                                .toList())
                        : BigDecimal.ZERO,
                nonFossil,
                factor,
                factor.flatMap(CarrierFactor::kgcePerUnit)
                        .map(one -> nonFossil.deducted().multiply(one).movePointLeft(3))
                        .orElse(BigDecimal.ZERO));
    }

    private static BigDecimal tce(List<Formula.Item> items) {
        return items.stream()
                .flatMap(item -> item.signed().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(3);
    }

    private Value value() {
        Stretch days = days();
        return new Value(
                subject.enterprise().declared().economics().stream()
                        .filter(one -> !one.month().isBefore(YearMonth.from(days.from()))
                                && one.month().isBefore(YearMonth.from(days.until())))
                        .sorted(Comparator.comparing(Economics::month))
                        .toList(),
                verdict.indicator().endsWith("output-value"));
    }

    private Optional<Plan> plan() {
        return subject.enterprise().declared().budgets().stream()
                .filter(budget -> budget.year() == year())
                .findFirst()
                .map(this::plan);
    }

    private Plan plan(Budget budget) {
        LocalDate reached = days().until();
        BigDecimal schedule = BudgetSchedule.before(reached, budget);
        BigDecimal completion =
                BudgetSchedule.completion(schedule, verdict.numerator().orElse(BigDecimal.ZERO));
        return new Plan(
                budget,
                reached,
                schedule,
                completion,
                reference.grades("budget").stream()
                        .filter(grade -> grade.holds(completion))
                        .findFirst());
    }

    private Electricity electricity() {
        return new Electricity(subject.enterprise().declared().renewables().stream()
                .filter(one -> one.year() == year() && NonFossil.RENEWABLE.contains(one.kind()))
                .toList());
    }

    private int year() {
        return verdict.period().start().getYear();
    }

    private Stretch days() {
        return Working.days(verdict, subject);
    }
}

package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Grade;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A year's consumption against the enterprise's energy budget (用能预算), with the grade of early warning. */
final class EnergyBudget {
    private static final Name NAME = new Name("用能预算执行", "Use of the energy budget");
    private static final Name SCHEDULE = new Name("预算进度", "budget to date");
    private static final String SCHEME = "budget";
    private static final int LEVEL = 3;
    private static final int PLACES = 6;

    private final ReferenceData reference;
    private final Subject subject;
    private final Consumption consumption;
    private final BigDecimal threshold;

    /** One that needs so much completeness, 0 to 1. */
    EnergyBudget(ReferenceData reference, Subject subject, Consumption consumption, BigDecimal threshold) {
        this.reference = reference;
        this.subject = subject;
        this.consumption = consumption;
        this.threshold = threshold;
    }

    Optional<Verdict> verdict() {
        int year = subject.period().start().getYear();
        return subject.enterprise().declared().budgets().stream()
                .filter(budget -> budget.year() == year)
                .findFirst()
                .flatMap(this::verdict);
    }

    private Optional<Verdict> verdict(Budget budget) {
        return consumption
                .total(budget.basis(), consumption.days(), new ArrayList<>())
                .map(used -> {
                    BigDecimal completeness = subject.completeness(consumption.meters());
                    List<Reason> reasons = completeness.compareTo(threshold) < 0
                            ? List.of(Reasons.incomplete(completeness, threshold))
                            : List.of();
                    return subject.sum(
                            "energy-budget",
                            NAME,
                            "tce",
                            used,
                            consumption.meters(),
                            consumption.until(),
                            Optional.of(judgement(budget, used, reasons)));
                });
    }

    private Judgement judgement(Budget budget, BigDecimal used, List<Reason> reasons) {
        boolean within = used.compareTo(budget.tce()) <= 0;
        BigDecimal due = BudgetSchedule.before(consumption.days().until(), budget);
        Optional<BigDecimal> limit = Optional.of(budget.tce());
        Quota quota = new Quota(
                "energy-budget",
                budget.document(),
                NAME,
                NAME,
                "tce",
                Optional.empty(),
                Optional.empty(),
                limit,
                subject.period().start(),
                false,
                budget.document());
        return new Judgement(
                reasons.isEmpty() ? within ? Outcome.WITHIN : Outcome.EXCEEDS : Outcome.CANNOT_BE_JUDGED,
                reasons,
                Optional.of(quota),
                LEVEL,
                limit,
                within ? Optional.of(LEVEL) : Optional.empty(),
                new Limits(Optional.empty(), Optional.empty(), limit),
                List.of(),
                List.of(new Comparison(
                        "schedule",
                        SCHEDULE,
                        budget.document(),
                        due.setScale(PLACES, RoundingMode.HALF_EVEN),
                        used.compareTo(due) <= 0)),
                grade(BudgetSchedule.completion(due, used)));
    }

    private Optional<Grade> grade(BigDecimal completion) {
        return reference.grades(SCHEME).stream()
                .filter(grade -> grade.holds(completion))
                .findFirst()
                .map(grade -> new Grade(grade.id(), grade.name(), grade.document()));
    }
}

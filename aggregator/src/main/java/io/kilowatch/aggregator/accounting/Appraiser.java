package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes every indicator of an enterprise in a period and judges those that have a quota.
 *
 * <p>A period is taken apart where a rule changes: an edition, a factor, a measured quality, an input. The whole is the sum
 * of its parts; unit-product energy and PUE are a sum over a sum, never a mean of ratios.
 */
public final class Appraiser {
    private final ReferenceData reference;
    private final BusinessCalendar calendar;
    private final BigDecimal threshold;
    private final UnitProducts unitProducts;
    private final PowerUsages powerUsages;

    /**
     * An appraiser.
     *
     * @param threshold the completeness, 0 to 1, below which nothing is judged
     */
    public Appraiser(ReferenceData reference, BusinessCalendar calendar, BigDecimal threshold) {
        this.reference = reference;
        this.calendar = calendar;
        this.threshold = threshold;
        Judge judge = new Judge(reference, threshold);
        this.unitProducts = new UnitProducts(reference, judge);
        this.powerUsages = new PowerUsages(reference, judge);
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
                verdicts.add(unitProducts.verdict(subject, unitProduct));
            } else if (account instanceof Account.PowerUsage powerUsage) {
                verdicts.addAll(powerUsages.verdicts(subject, powerUsage));
            }
        }
        return verdicts;
    }

    private List<Verdict> comprehensive(Subject subject, Account.Comprehensive account) {
        Consumption consumption = new Consumption(subject, reference, account);
        List<Verdict> verdicts = new ArrayList<>(consumption.verdicts());
        if (subject.period().kind() != PeriodKind.DAY) {
            verdicts.addAll(new Intensity(subject, consumption).verdicts());
        }
        if (subject.period().kind() == PeriodKind.YEAR) {
            verdicts.addAll(new DualControl(reference, subject, consumption).verdicts());
            new EnergyBudget(reference, subject, consumption, threshold)
                    .verdict()
                    .ifPresent(verdicts::add);
        }
        return verdicts;
    }
}

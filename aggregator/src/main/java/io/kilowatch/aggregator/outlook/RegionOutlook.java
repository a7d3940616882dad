package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.WarningGrade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The budgets of a region on one basis: those of its enterprises together, and its own against all that its enterprises
 * use.
 *
 * @param region the region
 * @param basis calorific or primary equivalent
 * @param enterprises how many enterprises are counted
 * @param budgeted how many of them have a budget of this year and basis
 * @param withoutForecast those that count with what is measured only, which makes forecasts too low by what they go on using
 * @param together the sum of the enterprises' budgets against what those enterprises use; absent where none has one
 * @param own the region's own budget against what all its enterprises here use; absent where it has none
 */
public record RegionOutlook(
        String region,
        Basis basis,
        int enterprises,
        int budgeted,
        List<EnterpriseCode> withoutForecast,
        Optional<BudgetOutlook> together,
        Optional<BudgetOutlook> own) {
    /** Copies its list. */
    public RegionOutlook {
        withoutForecast = List.copyOf(withoutForecast);
    }

    /**
     * An enterprise of the region.
     *
     * @param enterprise which
     * @param budgets its budgets, of which those of the year and basis count
     * @param use what it uses, on the basis
     */
    public record Member(EnterpriseCode enterprise, List<Declared.Budget> budgets, Use use) {
        /** Copies its budgets. */
        public Member {
            budgets = List.copyOf(budgets);
        }
    }

    /**
     * That of a year up to a day.
     *
     * @param region the region
     * @param basis on which the members' uses are
     * @param year the year
     * @param until the first day that is not past, the same for all members
     * @param members its enterprises
     * @param own its own budget
     * @param grades all grades of early warning
     */
    public static RegionOutlook of(
            String region,
            Basis basis,
            int year,
            LocalDate until,
            List<Member> members,
            Optional<RegionBudget> own,
            List<WarningGrade> grades) {
        List<Declared.Budget> budgets = new ArrayList<>();
        List<Use> budgeted = new ArrayList<>();
        List<EnterpriseCode> silent = new ArrayList<>();
        for (Member member : members) {
            List<Declared.Budget> fitting = member.budgets().stream()
                    .filter(budget -> budget.year() == year && budget.basis() == basis)
                    .toList();
            budgets.addAll(fitting);
            if (!fitting.isEmpty()) {
                budgeted.add(member.use());
            }
            if (member.use().width().isEmpty()) {
                silent.add(member.enterprise());
            }
        }
        Use all = Use.sum(year, until, members.stream().map(Member::use).toList());
        return new RegionOutlook(
                region,
                basis,
                members.size(),
                budgeted.size(),
                silent,
                budgets.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BudgetOutlook.sum(budgets, Use.sum(year, until, budgeted), grades)),
                own.map(budget -> BudgetOutlook.of(budget.plan(), all, grades)));
    }

    /** What it covers, in a sentence. */
    public Name text() {
        return new Name(
                "仅含在线监测的 " + enterprises + " 家重点用能单位，其中有预算的 " + budgeted + " 家；无法预测的 " + withoutForecast.size()
                        + " 家只计已测用量，预测因此偏低",
                "of the " + enterprises + " key energy users monitored here only, " + budgeted
                        + " of them with a budget; " + withoutForecast.size()
                        + " without forecast count with what is measured, so the forecast is too low by theirs");
    }
}

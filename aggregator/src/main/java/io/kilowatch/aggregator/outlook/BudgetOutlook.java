package io.kilowatch.aggregator.outlook;

import io.kilowatch.aggregator.accounting.BudgetSchedule;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An annual energy budget against the use to date, and what the year will end at if it goes on so; all in tonnes of coal
 * equivalent on one basis.
 *
 * @param year the year
 * @param until the first day that is not past
 * @param basis calorific or primary equivalent
 * @param documents what set the budget, or the budgets that are summed
 * @param budget for the whole year
 * @param schedule the part of it due before that day
 * @param used used before that day, days filled in included
 * @param completion schedule over use; 1 where nothing is used
 * @param grade the grade of scheme {@code budget} at that completion
 * @param forecast use in the whole year
 * @param exhausted the first day whose use the budget no longer covers; absent where it lasts
 * @param filled how many days, of all enterprises, are filled in
 * @param reasons why there is no forecast, or none of some
 */
public record BudgetOutlook(
        int year,
        LocalDate until,
        Basis basis,
        List<String> documents,
        BigDecimal budget,
        BigDecimal schedule,
        BigDecimal used,
        BigDecimal completion,
        Optional<Verdict.Grade> grade,
        Optional<Range> forecast,
        Optional<LocalDate> exhausted,
        int filled,
        List<Reason> reasons) {
    private static final String SCHEME = "budget";

    /** Copies its lists. */
    public BudgetOutlook {
        documents = List.copyOf(documents);
        reasons = List.copyOf(reasons);
    }

    /** That of one budget and a use on its basis. */
    public static BudgetOutlook of(Declared.Budget budget, Use use, List<WarningGrade> grades) {
        return sum(List.of(budget), use, grades);
    }

    /** That of several budgets of one year and basis, and of what is used of all of them. */
    static BudgetOutlook sum(List<Declared.Budget> budgets, Use use, List<WarningGrade> grades) {
        Basis basis = budgets.get(0).basis();
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal due = BigDecimal.ZERO;
        for (Declared.Budget budget : budgets) {
            if (budget.year() != use.year() || budget.basis() != basis) {
                throw new IllegalArgumentException("a budget of another year or basis: " + budget);
            }
            all = all.add(budget.tce());
            due = due.add(BudgetSchedule.before(use.until(), budget));
        }
        BigDecimal used = use.toDate();
        BigDecimal completion = BudgetSchedule.completion(due, used);
        return new BudgetOutlook(
                use.year(),
                use.until(),
                basis,
                budgets.stream().map(Declared.Budget::document).distinct().toList(),
                all,
                Decimals.published(due, RoundingMode.HALF_EVEN),
                Decimals.published(used, RoundingMode.HALF_EVEN),
                completion,
                Grades.of(grades, SCHEME, completion),
                use.forecast(),
                use.exhausts(all),
                use.filled(),
                use.reasons());
    }

    /** How much of the budget will be left at the year's end if it goes on so; negative when it does not last. */
    public Optional<BigDecimal> left() {
        return forecast.map(range -> budget.subtract(range.value()));
    }

    /** All that in a sentence. */
    public Name text() {
        String share = Decimals.percent(completion);
        String due = Decimals.text(schedule);
        String sum = Decimals.text(used);
        return new Name(
                "截至 " + until + "（不含）计划 " + due + " tce，实际 " + sum + " tce（"
                        + basis.label().zh() + "），完成度 " + share
                        + forecast.map(BudgetOutlook::forecastZh).orElse("")
                        + exhausted.map(day -> "；预算自 " + day + " 起不足").orElse(""),
                "before " + until + " " + due + " tce were due and " + sum + " tce used ("
                        + basis.label().en() + "), completion " + share
                        + forecast.map(BudgetOutlook::forecastEn).orElse("")
                        + exhausted
                                .map(day -> "; the budget does not cover " + day + " and after")
                                .orElse(""));
    }

    private static String forecastZh(Range range) {
        return "；照此全年 " + Decimals.text(range.value()) + " tce（" + Decimals.text(range.low()) + "—"
                + Decimals.text(range.high()) + "）";
    }

    private static String forecastEn(Range range) {
        return "; going on so, the year ends at " + Decimals.text(range.value()) + " tce (" + Decimals.text(range.low())
                + " to " + Decimals.text(range.high()) + ")";
    }
}

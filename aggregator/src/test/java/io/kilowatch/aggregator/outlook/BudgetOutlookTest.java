package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.aSeries;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets of 365 tce, one a day, against uses of so many kgce a day. */
class BudgetOutlookTest {
    private static final Budget EVEN = budget("365", "notice 7");

    @Test
    void aUseAboveTheScheduleEndsTheBudgetEarly() {
        BudgetOutlook outlook = BudgetOutlook.of(EVEN, use("1250", "2026-04-01"), WarningGrades.BUDGET);

        assertThat(outlook.year()).isEqualTo(2026);
        assertThat(outlook.until()).isEqualTo("2026-04-01");
        assertThat(outlook.basis()).isEqualTo(Basis.CALORIFIC);
        assertThat(outlook.documents()).containsExactly("notice 7");
        assertThat(outlook.budget()).isEqualByComparingTo("365");
        assertThat(outlook.schedule()).isEqualTo(decimal("90.000000"));
        assertThat(outlook.used()).isEqualTo(decimal("112.500000"));
        assertThat(outlook.completion()).isEqualByComparingTo("0.8");
        assertThat(outlook.grade().map(Verdict.Grade::id)).contains("orange");
        assertThat(outlook.forecast().map(Range::value)).contains(decimal("456.250000"));
        // 292 days of 1.25 are the budget exactly; 19 October is the 292nd, the day after is not covered.
        assertThat(outlook.exhausted()).contains(day("2026-10-20"));
        assertThat(outlook.left()).contains(decimal("-91.250000"));
        assertThat(outlook.filled()).isZero();
        assertThat(outlook.reasons()).isEmpty();
    }

    @Test
    void aUseOfExactlyTheBudgetLasts() {
        BudgetOutlook outlook = BudgetOutlook.of(EVEN, use("1000", "2026-04-01"), WarningGrades.BUDGET);

        assertThat(outlook.completion()).isEqualByComparingTo("1");
        assertThat(outlook.grade().map(Verdict.Grade::id)).contains("green");
        assertThat(outlook.exhausted()).isEmpty();
        assertThat(outlook.left()).contains(decimal("0.000000"));
    }

    @ParameterizedTest
    @CsvSource({"1000, green", "1000.001, yellow", "1111.111, yellow", "1111.112, orange", "2000, orange", "2000.1, red"
    })
    void theGradeFollowsTheCompletionToItsBorders(String each, String grade) {
        BudgetOutlook outlook = BudgetOutlook.of(EVEN, use(each, "2026-04-01"), WarningGrades.BUDGET);

        assertThat(outlook.grade().map(Verdict.Grade::id)).contains(grade);
    }

    @Test
    void nothingUsedIsComplete() {
        assertThat(BudgetOutlook.of(EVEN, use("0", "2026-04-01"), WarningGrades.BUDGET)
                        .completion())
                .isEqualByComparingTo("1");
        assertThat(BudgetOutlook.of(EVEN, use("-5", "2026-04-01"), WarningGrades.BUDGET)
                        .completion())
                .isEqualByComparingTo("1");
    }

    @Test
    void monthsMayHaveSharesOfTheirOwn() {
        List<BigDecimal> months = Stream.of(
                        "0.2", "0.28", "0.02", "0.05", "0.05", "0.05", "0.05", "0.05", "0.05", "0.05", "0.05", "0.1")
                .map(BigDecimal::new)
                .toList();
        Budget budget = new Budget(2026, decimal("1000"), Basis.CALORIFIC, "notice", months);

        BudgetOutlook outlook = BudgetOutlook.of(budget, use("9000", "2026-02-08"), WarningGrades.BUDGET);

        // 200 for January and 7 of the 28 days of February; 38 days of 9 used.
        assertThat(outlook.schedule()).isEqualByComparingTo("270");
        assertThat(outlook.completion()).isEqualByComparingTo("0.7894736842105263157894736842105263");
    }

    @Test
    void withoutForecastWhatIsMeasuredStillCounts() {
        Series series = aSeries().days("2025-12-31", "2026-01-06", "1000").sum();
        Use use = Use.of(series, Forecast.of(series, 2026, day("2026-01-05")));

        BudgetOutlook outlook = BudgetOutlook.of(EVEN, use, WarningGrades.BUDGET);

        assertThat(outlook.used()).isEqualByComparingTo("4");
        assertThat(outlook.forecast()).isEmpty();
        assertThat(outlook.left()).isEmpty();
        assertThat(outlook.exhausted()).isEmpty();
        assertThat(outlook.reasons()).extracting(Reason::code).containsExactly("too-few-days");
        assertThat(outlook.text().zh()).isEqualTo("截至 2026-01-05（不含）计划 4 tce，实际 4 tce（当量值），完成度 100 %");
    }

    @Test
    void daysFilledInCountAsUsedAndAreSaid() {
        Series series = aSeries().days("2026-01-01", "2026-01-29", "1000").sum();
        Use use = Use.of(series, Forecast.of(series, 2026, day("2026-02-01")));

        BudgetOutlook outlook = BudgetOutlook.of(EVEN, use, WarningGrades.BUDGET);

        assertThat(outlook.used()).isEqualByComparingTo("31");
        assertThat(outlook.filled()).isEqualTo(3);
    }

    @Test
    void saysAllThatInASentence() {
        BudgetOutlook outlook = BudgetOutlook.of(EVEN, use("1250", "2026-04-01"), WarningGrades.BUDGET);

        assertThat(outlook.text().zh())
                .isEqualTo("截至 2026-04-01（不含）计划 90 tce，实际 112.5 tce（当量值），完成度 80 %；照此全年 456.25 tce（456.25—456.25）"
                        + "；预算自 2026-10-20 起不足");
        assertThat(outlook.text().en())
                .isEqualTo(
                        "before 2026-04-01 90 tce were due and 112.5 tce used (calorific equivalent), completion 80 %; "
                                + "going on so, the year ends at 456.25 tce (456.25 to 456.25); the budget does not cover "
                                + "2026-10-20 and after");
    }

    @Test
    void aRegionHasTheSumOfItsEnterprisesAndABudgetOfItsOwn() {
        RegionOutlook outlook = RegionOutlook.of(
                "640000",
                Basis.CALORIFIC,
                2026,
                day("2026-04-01"),
                List.of(
                        member("0", List.of(budget("365", "a"), otherBasis(), otherYear()), use("1250", "2026-04-01")),
                        member("1", List.of(budget("730", "b")), use("1750", "2026-04-01")),
                        member("2", List.of(), use("500", "2026-04-01"))),
                Optional.of(new RegionBudget("640000", 2026, decimal("3650"), Basis.CALORIFIC, "plan")),
                WarningGrades.BUDGET);

        assertThat(outlook.enterprises()).isEqualTo(3);
        assertThat(outlook.budgeted()).isEqualTo(2);
        assertThat(outlook.withoutForecast()).isEmpty();
        assertThat(outlook.together()).hasValueSatisfying(together -> {
            assertThat(together.documents()).containsExactly("a", "b");
            assertThat(together.budget()).isEqualByComparingTo("1095");
            assertThat(together.schedule()).isEqualByComparingTo("270");
            assertThat(together.used()).isEqualByComparingTo("270");
            assertThat(together.completion()).isEqualByComparingTo("1");
            assertThat(together.forecast().map(Range::value)).contains(decimal("1095.000000"));
        });
        assertThat(outlook.own()).hasValueSatisfying(own -> {
            assertThat(own.documents()).containsExactly("plan");
            assertThat(own.schedule()).isEqualByComparingTo("900");
            assertThat(own.used()).isEqualByComparingTo("315");
            assertThat(own.forecast().map(Range::value)).contains(decimal("1277.500000"));
        });
    }

    @Test
    void aRegionNamesWhoHasNoForecast() {
        Series few = aSeries().days("2026-03-20", "2026-04-01", "1000").sum();
        RegionOutlook.Member silent =
                member("1", List.of(budget("365", "b")), Use.of(few, Forecast.of(few, 2026, day("2026-04-01"))));

        RegionOutlook outlook =
                region(List.of(member("0", List.of(budget("365", "a")), use("1000", "2026-04-01")), silent));

        assertThat(outlook.withoutForecast()).containsExactly(silent.enterprise());
        assertThat(outlook.own()).isEmpty();
        assertThat(outlook.together()).hasValueSatisfying(together -> {
            assertThat(together.documents()).containsExactly("a", "b");
            assertThat(together.used()).isEqualByComparingTo("102");
            assertThat(together.forecast().map(Range::value)).contains(decimal("377.000000"));
            assertThat(together.reasons()).hasSize(1);
        });
        assertThat(outlook.text().zh()).isEqualTo("仅含在线监测的 2 家重点用能单位，其中有预算的 2 家；无法预测的 1 家只计已测用量，预测因此偏低");
        assertThat(outlook.text().en())
                .isEqualTo("of the 2 key energy users monitored here only, 2 of them with a budget; 1 without forecast "
                        + "count with what is measured, so the forecast is too low by theirs");
    }

    @Test
    void aRegionWithoutBudgetsOrForecastsHasNone() {
        Series few = aSeries().days("2026-03-20", "2026-04-01", "1000").sum();
        Use silent = Use.of(few, Forecast.of(few, 2026, day("2026-04-01")));

        assertThat(region(List.of(member("0", List.of(), use("1", "2026-04-01"))))
                        .together())
                .isEmpty();
        assertThat(region(List.of(member("0", List.of(EVEN), silent)))
                        .together()
                        .orElseThrow()
                        .forecast())
                .isEmpty();
    }

    @Test
    void rangesAndFilledDaysOfARegionAddUp() {
        Series gap = aSeries()
                .days("2026-01-01", "2026-03-01", "10000")
                .days("2026-03-01", "2026-04-01", "20000")
                .without("2026-01-10", "2026-01-12")
                .sum();
        Use use = Use.of(gap, Forecast.of(gap, 2026, day("2026-04-01")));

        BudgetOutlook two = region(List.of(member("0", List.of(EVEN), use), member("1", List.of(EVEN), use)))
                .together()
                .orElseThrow();

        Range one = use.forecast().orElseThrow();
        Range both = two.forecast().orElseThrow();
        Offset<BigDecimal> rounding = Offset.offset(decimal("0.00001"));
        assertThat(one.high().subtract(one.low())).isCloseTo(decimal("11000"), rounding);
        assertThat(both.high().subtract(both.low())).isCloseTo(decimal("22000"), rounding);
        assertThat(two.filled()).isEqualTo(4);
        assertThat(two.documents()).containsExactly("notice 7");
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        Use use = use("1000", "2026-04-01");

        assertThatThrownBy(() -> BudgetOutlook.of(otherYear(), use, WarningGrades.BUDGET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BudgetOutlook.sum(List.of(EVEN, otherBasis()), use, WarningGrades.BUDGET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Use.sum(2026, day("2026-04-02"), List.of(use)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Use.sum(2025, day("2026-04-01"), List.of(use)))
                .isInstanceOf(IllegalArgumentException.class);
        Series ratio = aSeries().days("2026-01-01", "2026-04-01", "12", "10").ratio();
        assertThatThrownBy(() -> Use.of(ratio, Forecast.of(ratio, 2026, day("2026-04-01"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("use is a sum");
    }

    private static RegionOutlook region(List<RegionOutlook.Member> members) {
        return RegionOutlook.of(
                "640100", Basis.CALORIFIC, 2026, day("2026-04-01"), members, Optional.empty(), WarningGrades.BUDGET);
    }

    private static RegionOutlook.Member member(String digit, List<Budget> budgets, Use use) {
        String first17 = "91640100MA000000" + digit;
        return new RegionOutlook.Member(
                new EnterpriseCode(first17 + EnterpriseCode.checkCharacter(first17)), budgets, use);
    }

    private static Use use(String kilogramsADay, String until) {
        Series series = aSeries().days("2026-01-01", until, kilogramsADay).sum();
        return Use.of(series, Forecast.of(series, 2026, day(until)));
    }

    private static Budget budget(String tce, String document) {
        return new Budget(2026, decimal(tce), Basis.CALORIFIC, document, List.of());
    }

    private static Budget otherBasis() {
        return new Budget(2026, decimal("999"), Basis.PRIMARY, "c", List.of());
    }

    private static Budget otherYear() {
        return new Budget(2025, decimal("999"), Basis.CALORIFIC, "d", List.of());
    }
}

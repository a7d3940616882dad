package io.kilowatch.aggregator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared.Budget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BudgetScheduleTest {
    private static final Budget EVEN = new Budget(2026, new BigDecimal("36500"), Basis.CALORIFIC, "文", List.of());
    private static final Budget BY_MONTH = new Budget(
            2026,
            new BigDecimal("1000"),
            Basis.CALORIFIC,
            "文",
            Stream.of("0.2", "0.1", "0.05", "0.05", "0.05", "0.05", "0.05", "0.05", "0.1", "0.1", "0.1", "0.1")
                    .map(BigDecimal::new)
                    .toList());

    @Test
    void anEvenBudgetGrowsByTheSameEveryDay() {
        assertThat(BudgetSchedule.before(LocalDate.of(2026, 1, 2), EVEN)).isEqualByComparingTo("100");
        assertThat(BudgetSchedule.before(LocalDate.of(2026, 2, 1), EVEN)).isEqualByComparingTo("3100");
        assertThat(BudgetSchedule.before(LocalDate.of(2027, 1, 1), EVEN)).isEqualByComparingTo("36500");
    }

    @Test
    void beforeAndAfterItsYearItIsNothingAndAll() {
        assertThat(BudgetSchedule.before(LocalDate.of(2025, 6, 1), EVEN)).isEqualByComparingTo("0");
        assertThat(BudgetSchedule.before(LocalDate.of(2028, 6, 1), EVEN)).isEqualByComparingTo("36500");
    }

    @Test
    void sharesOfMonthsAreSpreadEvenlyWithinEachMonth() {
        assertThat(BudgetSchedule.before(LocalDate.of(2026, 1, 1), BY_MONTH)).isEqualByComparingTo("0");
        assertThat(BudgetSchedule.before(LocalDate.of(2026, 2, 1), BY_MONTH)).isEqualByComparingTo("200");
        assertThat(BudgetSchedule.before(LocalDate.of(2026, 2, 15), BY_MONTH)).isEqualByComparingTo("250");
        assertThat(BudgetSchedule.before(LocalDate.of(2026, 3, 1), BY_MONTH)).isEqualByComparingTo("300");
        assertThat(BudgetSchedule.before(LocalDate.of(2027, 1, 1), BY_MONTH)).isEqualByComparingTo("1000");
    }

    @Test
    void completionIsThePlanOverTheUse() {
        assertThat(BudgetSchedule.completion(new BigDecimal("90"), new BigDecimal("100")))
                .isEqualByComparingTo("0.9");
        assertThat(BudgetSchedule.completion(new BigDecimal("90"), BigDecimal.ZERO))
                .isEqualByComparingTo("1");
        assertThat(BudgetSchedule.completion(new BigDecimal("2"), new BigDecimal("3")))
                .isEqualByComparingTo("0.6666666666666666666666666666666666");
    }
}

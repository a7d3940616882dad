package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Declared.Budget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How much of an annual budget is planned up to a day: evenly by days, or by the months' shares and evenly within them. */
public final class BudgetSchedule {
    private static final int PLACES = 6;

    private BudgetSchedule() {}

    /** The tce planned from the first of January until a day that does not belong to it, to six places. */
    public static BigDecimal until(Budget budget, LocalDate day) {
        LocalDate start = LocalDate.of(budget.year(), 1, 1);
        LocalDate end = start.plusYears(1);
        LocalDate clipped = day.isBefore(start) ? start : day.isAfter(end) ? end : day;
        if (budget.months().isEmpty()) {
            return share(budget.tce(), start, clipped, end);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = 1; month <= budget.months().size(); month++) {
            LocalDate first = YearMonth.of(budget.year(), month).atDay(1);
            LocalDate next = first.plusMonths(1);
            if (clipped.isAfter(first)) {
                LocalDate reached = clipped.isBefore(next) ? clipped : next;
                sum = sum.add(share(budget.tce().multiply(budget.months().get(month - 1)), first, reached, next));
            }
        }
        return sum;
    }

    private static BigDecimal share(BigDecimal tce, LocalDate from, LocalDate reached, LocalDate until) {
        return tce.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, reached)))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, until)), PLACES, RoundingMode.HALF_EVEN);
    }

    /** How far the target is completed: what is planned over what is used, a share to six places; 1 where nothing is used. */
    public static BigDecimal completion(BigDecimal schedule, BigDecimal used) {
        return used.signum() <= 0 ? BigDecimal.ONE : schedule.divide(used, PLACES, RoundingMode.HALF_EVEN);
    }
}

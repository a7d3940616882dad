package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Declared.Budget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;

/** The part of a year's budget that is due before a day: by even days, or by the months' shares, each of even days. */
public final class BudgetSchedule {
    /** A completion that is held against a grade's border must not reach it by rounding. */
    private static final MathContext DOWNWARDS =
            new MathContext(MathContext.DECIMAL128.getPrecision(), RoundingMode.DOWN);

    private BudgetSchedule() {}

    /** The tce due before a day, to 34 digits; all of the budget after its year, nothing before. */
    public static BigDecimal before(LocalDate day, Budget budget) {
        if (day.getYear() != budget.year()) {
            return day.getYear() > budget.year() ? budget.tce() : BigDecimal.ZERO;
        }
        if (budget.months().isEmpty()) {
            return part(
                    budget.tce(), day.getDayOfYear() - 1, Year.of(day.getYear()).length());
        }
        int month = day.getMonthValue() - 1;
        BigDecimal past = budget.months().subList(0, month).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal running = part(budget.months().get(month), day.getDayOfMonth() - 1, day.lengthOfMonth());
        return budget.tce().multiply(past.add(running));
    }

    private static BigDecimal part(BigDecimal whole, int days, int length) {
        return whole.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(length), MathContext.DECIMAL128);
    }

    /** How far the target is completed: what was due over what is used, a share; 1 where nothing is used. */
    public static BigDecimal completion(BigDecimal due, BigDecimal used) {
        return used.signum() > 0 ? due.divide(used, DOWNWARDS) : BigDecimal.ONE;
    }
}

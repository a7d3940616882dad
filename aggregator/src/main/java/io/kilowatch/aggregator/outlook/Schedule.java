package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Declared;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;

/** The part of a year's budget that is due before a day: by even days, or by the months' shares, each of even days. */
final class Schedule {
    private Schedule() {}

    /** That of a budget, in its unit; all of it after its year and nothing before. */
    static BigDecimal before(LocalDate day, Declared.Budget budget) {
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
        return whole.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(length), Decimals.DIGITS);
    }
}

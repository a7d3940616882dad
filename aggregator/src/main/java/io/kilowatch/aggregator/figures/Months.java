package io.kilowatch.aggregator.figures;

import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Twelve months that end with a month: the sum above the line over the sum below it, never a mean of monthly ratios.
 *
 * @param month the last of the twelve
 * @param months how many of the twelve have a figure; one without output counts, for its energy does
 * @param value absent where one of the twelve has none
 * @param numerator the sum above the line
 * @param denominator the sum below the line; absent for sums
 * @param completeness the mean of the months' completeness, each weighted by its days; a month without a figure has none
 */
public record Months(
        YearMonth month,
        int months,
        Optional<BigDecimal> value,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        BigDecimal completeness) {
    /** How many months there are to be. */
    public static final int ALL = 12;

    private static final int PLACES = 6;
    private static final int SHARE_PLACES = 4;

    /** Those that end with each month from one to another, out of verdicts of months of one indicator. */
    public static List<Months> ending(YearMonth from, YearMonth to, List<Verdict> verdicts) {
        Map<YearMonth, Verdict> byMonth = new TreeMap<>();
        verdicts.forEach(verdict -> byMonth.put(YearMonth.from(verdict.period().start()), verdict));
        List<Months> all = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            all.add(ending(month, byMonth));
        }
        return List.copyOf(all);
    }

    private static Months ending(YearMonth last, Map<YearMonth, Verdict> byMonth) {
        List<Verdict> found = new ArrayList<>();
        BigDecimal covered = BigDecimal.ZERO;
        for (YearMonth month = last.minusMonths(ALL - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            Verdict verdict = byMonth.get(month);
            if (verdict != null && verdict.numerator().or(verdict::value).isPresent()) {
                found.add(verdict);
                covered = covered.add(verdict.completeness().multiply(BigDecimal.valueOf(month.lengthOfMonth())));
            }
        }
        LocalDate end = last.plusMonths(1).atDay(1);
        long days = end.toEpochDay() - end.minusYears(1).toEpochDay();
        BigDecimal completeness = covered.divide(BigDecimal.valueOf(days), SHARE_PLACES, RoundingMode.DOWN);
        Optional<BigDecimal> numerator = Optional.of(sum(found, true));
        boolean ratio = !found.isEmpty()
                && found.stream().allMatch(one -> one.denominator().isPresent());
        Optional<BigDecimal> denominator = ratio ? Optional.of(sum(found, false)) : Optional.empty();
        Optional<BigDecimal> value =
                found.size() < ALL ? Optional.empty() : value(found.get(0).unit(), numerator.get(), denominator);
        return new Months(last, found.size(), value, numerator, denominator, completeness);
    }

    private static BigDecimal sum(List<Verdict> verdicts, boolean above) {
        return verdicts.stream()
                .map(one -> above ? one.numerator().or(one::value) : one.denominator())
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> value(String unit, BigDecimal above, Optional<BigDecimal> below) {
        if (below.isEmpty()) {
            return Optional.of(above.setScale(PLACES, RoundingMode.HALF_EVEN));
        }
        BigDecimal scale = IndicatorUnit.parse(unit).map(IndicatorUnit::scale).orElse(BigDecimal.ONE);
        return below.filter(sum -> sum.signum() > 0)
                .map(sum -> above.divide(sum.multiply(scale), PLACES, RoundingMode.HALF_EVEN));
    }
}

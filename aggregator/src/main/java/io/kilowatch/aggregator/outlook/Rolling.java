package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An indicator over the twelve months that end with one: sums over sums, never a mean of ratios. It informs; the law judges
 * the calendar year.
 *
 * @param last the last month
 * @param sums what the known months sum
 * @param value for ratios the quotient, for sums the sum; absent where nothing is known
 * @param completeness the months' completeness weighted by their days, a missing month as 0; rounded down to four places
 * @param missing the months that are not known, oldest first
 */
public record Rolling(
        YearMonth last, Sums sums, Optional<BigDecimal> value, BigDecimal completeness, List<YearMonth> missing) {
    private static final int MONTHS = 12;
    private static final int COMPLETENESS_PLACES = 4;

    /** Copies its list. */
    public Rolling {
        missing = List.copyOf(missing);
    }

    /** That of one indicator from its monthly verdicts; verdicts of other periods do not count. */
    public static Rolling of(YearMonth last, Collection<Verdict> verdicts) {
        Map<YearMonth, Verdict> known = new HashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.period().kind() == PeriodKind.MONTH
                        && verdict.numerator().isPresent())
                .forEach(verdict -> known.put(YearMonth.from(verdict.period().start()), verdict));
        Sums sums = Sums.NONE;
        boolean ratio = false;
        BigDecimal covered = BigDecimal.ZERO;
        long days = 0;
        List<YearMonth> missing = new ArrayList<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            BigDecimal length = BigDecimal.valueOf(month.lengthOfMonth());
            days += month.lengthOfMonth();
            Optional<Verdict> verdict = Optional.ofNullable(known.get(month));
            if (verdict.isEmpty()) {
                missing.add(month);
                continue;
            }
            Verdict found = verdict.get();
            ratio |= found.denominator().isPresent();
            sums = sums.plus(new Sums(
                    found.numerator().orElseThrow(), found.denominator().orElse(length)));
            covered = covered.add(found.completeness().multiply(length));
        }
        Optional<BigDecimal> value = missing.size() == MONTHS
                ? Optional.empty()
                : ratio ? sums.quotient() : Optional.of(Decimals.published(sums.numerator(), RoundingMode.HALF_EVEN));
        BigDecimal completeness = covered.divide(BigDecimal.valueOf(days), COMPLETENESS_PLACES, RoundingMode.DOWN);
        return new Rolling(last, sums, value, completeness, missing);
    }

    /** What it covers, in a sentence. */
    public Name text() {
        return new Name(
                "滚动 12 个月（" + last.minusMonths(MONTHS - 1L) + " 至 " + last + "），缺 " + missing.size() + " 个月，完整率 "
                        + Decimals.percent(completeness) + "；仅供参考，限额按自然年判定",
                "rolling 12 months from " + last.minusMonths(MONTHS - 1L) + " to " + last + ", " + missing.size()
                        + " of them missing, completeness " + Decimals.percent(completeness)
                        + "; for information, quotas are judged by the calendar year");
    }
}

package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.figures.Amount;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.aggregator.outlook.Series;
import io.kilowatch.aggregator.outlook.Sums;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known day by day, for outlooks: only days that are complete enough, for the sum of a patchy day is too low.
 *
 * @param verdicts where figures come from
 * @param threshold the completeness that a day needs
 */
record Days(Verdicts verdicts, BigDecimal threshold) {
    private static final int YEARS_BEFORE = 2;

    /** The first day that is not past: the one asked for, or the newest that anybody has a figure of. */
    LocalDate today(Query query) throws Exception {
        LocalDate newest = verdicts.newest(PeriodKind.DAY).orElse(LocalDate.EPOCH);
        return query.date("at").orElse(newest);
    }

    /** The indicator of all energy on a basis. */
    static String energy(Basis basis) {
        return basis == Basis.CALORIFIC ? "comprehensive-energy" : "comprehensive-energy:primary";
    }

    private static Wanted before(Wanted wanted, int year, LocalDate today) {
        return wanted.during(PeriodKind.DAY, LocalDate.of(year - YEARS_BEFORE, 1, 1), today.minusDays(1));
    }

    /** One indicator of an enterprise. */
    Series of(String enterprise, String indicator, int year, LocalDate today) throws Exception {
        List<Verdict> days = verdicts.all(before(Wanted.of(enterprise).indicator(indicator), year, today));
        Map<LocalDate, Sums> ratios = new HashMap<>();
        Map<LocalDate, BigDecimal> sums = new HashMap<>();
        for (Verdict day : days) {
            if (day.numerator().isEmpty() || day.completeness().compareTo(threshold) < 0) {
                continue;
            }
            BigDecimal above = day.numerator().get();
            day.denominator()
                    .ifPresentOrElse(
                            below -> ratios.put(day.period().start(), new Sums(above, below)),
                            () -> sums.put(day.period().start(), above));
        }
        return ratios.isEmpty() ? Series.ofSums(sums) : Series.ofRatios(ratios);
    }

    /** All energy of each enterprise on a basis, in kgce. */
    Map<String, Series> energy(Set<String> enterprises, Basis basis, int year, LocalDate today) throws Exception {
        Wanted all = new Wanted(
                java.util.Optional.of(enterprises),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.of(energy(basis)),
                java.util.Optional.empty());
        Map<String, Map<LocalDate, BigDecimal>> days = new HashMap<>();
        for (Amount amount : verdicts.amounts(before(all, year, today))) {
            if (amount.completeness().compareTo(threshold) >= 0) {
                days.computeIfAbsent(amount.enterprise(), code -> new HashMap<>())
                        .put(amount.start(), amount.value().movePointRight(3));
            }
        }
        Map<String, Series> series = new HashMap<>();
        enterprises.forEach(code -> series.put(code, Series.ofSums(days.getOrDefault(code, Map.of()))));
        return series;
    }
}

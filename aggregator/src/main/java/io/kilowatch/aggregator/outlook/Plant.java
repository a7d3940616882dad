package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A plant's capacity to make a product, and how its year stands to the NDRC's benchmark and baseline (标杆、基准水平).
 *
 * @param enterprise whose
 * @param region six digits, GB/T 2260
 * @param industry the industry that it is counted in
 * @param quota the quota whose indicator is compared
 * @param unit the unit of its capacity
 * @param capacity what it can make in a year; absent where it is not registered
 * @param standing how its year stands
 */
public record Plant(
        EnterpriseCode enterprise,
        String region,
        String industry,
        String quota,
        String unit,
        Optional<BigDecimal> capacity,
        Standing standing) {
    /** How a year stands to benchmark and baseline. */
    public enum Standing {
        /** At the benchmark or better. */
        BENCHMARK,
        /** Between the two. */
        BETWEEN,
        /** Worse than the baseline. */
        BELOW_BASELINE,
        /** There is no figure, or none that is complete enough, or no benchmark of its day. */
        UNJUDGED
    }

    /**
     * How a year's verdict stands to the benchmark of its day.
     *
     * @param verdict the indicator's verdict of the year
     * @param benchmark the row with the benchmark and baseline in force in it
     * @param completeness the completeness below which nothing is judged
     */
    public static Standing standing(
            Optional<Verdict> verdict, Optional<QuotaEntry> benchmark, BigDecimal completeness) {
        Optional<BigDecimal> value = verdict.filter(year -> year.completeness().compareTo(completeness) >= 0)
                .flatMap(Verdict::value);
        Optional<BigDecimal> best = benchmark.flatMap(QuotaEntry::benchmark);
        if (value.isEmpty() || best.isEmpty()) {
            return Standing.UNJUDGED;
        }
        BigDecimal figure = value.get();
        if (figure.compareTo(best.get()) <= 0) {
            return Standing.BENCHMARK;
        }
        boolean worse = benchmark
                .flatMap(QuotaEntry::baseline)
                .filter(base -> figure.compareTo(base) > 0)
                .isPresent();
        return worse ? Standing.BELOW_BASELINE : Standing.BETWEEN;
    }
}

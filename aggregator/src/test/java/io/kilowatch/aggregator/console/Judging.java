package io.kilowatch.aggregator.console;

import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.domain.Verdict.Part;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges by the reference data, in stretches of one edition; corrections are given, not computed. */
final class Judging {
    private static final BigDecimal LEAST = new BigDecimal("0.90");

    private Judging() {}

    /** The sums of a stretch. */
    record Sums(BigDecimal above, BigDecimal below) {}

    /** What sums up between two days. */
    interface Between {
        Sums sums(LocalDate from, LocalDate until);
    }

    static Judgement of(Works works, Period period, BigDecimal value, BigDecimal completeness, Between between) {
        List<Part> parts = parts(works, period, between);
        Optional<Quota> quota =
                parts.isEmpty() ? Optional.empty() : parts.get(parts.size() - 1).quota();
        Limits limits = new Limits(level(parts, 1), level(parts, 2), level(parts, 3));
        Optional<BigDecimal> limit = limits.level(works.level());
        List<Reason> reasons = completeness.compareTo(LEAST) < 0
                ? List.of(new Reason("incomplete", new Name("数据完整率低于 90%", "data completeness is below 90 %")))
                : List.of();
        boolean known = reasons.isEmpty() && limit.isPresent();
        Outcome outcome =
                !known ? Outcome.CANNOT_BE_JUDGED : value.compareTo(limit.get()) > 0 ? Outcome.EXCEEDS : Outcome.WITHIN;
        Optional<Integer> reached = Stream.of(1, 2, 3)
                .filter(one -> known
                        && limits.level(one)
                                .filter(most -> value.compareTo(most) <= 0)
                                .isPresent())
                .findFirst();
        return new Judgement(
                outcome,
                reasons,
                quota,
                works.level(),
                limit,
                reached,
                limits,
                parts,
                compared(works, period, value),
                Optional.empty());
    }

    private static List<Part> parts(Works works, Period period, Between between) {
        List<Part> parts = new ArrayList<>();
        LocalDate from = period.start();
        List<LocalDate> cuts =
                new ArrayList<>(ReferenceData.standard().changes(Set.of(), Optional.of(works.quota())).stream()
                        .filter(day -> day.isAfter(period.start()) && day.isBefore(period.end()))
                        .toList());
        cuts.add(period.end());
        for (LocalDate until : cuts) {
            Optional<Quota> quota = ReferenceData.standard().quota(works.quota(), from);
            Sums sums = between.sums(from, until);
            if (quota.isPresent() && sums.below().signum() > 0) {
                boolean newest =
                        quota.equals(ReferenceData.standard().quota(works.quota(), LocalDate.of(2026, 12, 31)));
                parts.add(new Part(
                        from,
                        until,
                        Optional.of(sums.above()),
                        sums.below(),
                        quota,
                        moved(quota.get(), new BigDecimal(newest ? works.correction() : "0")),
                        newest ? works.inputs() : List.of()));
            }
            from = until;
        }
        return parts;
    }

    private static Limits moved(Quota quota, BigDecimal by) {
        return new Limits(
                quota.level1().map(by::add),
                quota.level2().map(by::add),
                quota.level3().map(by::add));
    }

    private static Optional<BigDecimal> level(List<Part> parts, int level) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Part part : parts) {
            Optional<BigDecimal> figure = part.limits().level(level);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            above = above.add(figure.get().multiply(part.denominator()));
            below = below.add(part.denominator());
        }
        return below.signum() == 0
                ? Optional.empty()
                : Optional.of(above.divide(below, 6, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    private static List<Comparison> compared(Works works, Period period, BigDecimal value) {
        Optional<QuotaEntry> entry =
                ReferenceData.standard().benchmark(works.quota(), period.end().minusDays(1));
        List<Comparison> comparisons = new ArrayList<>();
        entry.flatMap(QuotaEntry::benchmark)
                .ifPresent(figure -> comparisons.add(compared("benchmark", "标杆水平", entry.get(), figure, value)));
        entry.flatMap(QuotaEntry::baseline)
                .ifPresent(figure -> comparisons.add(compared("baseline", "基准水平", entry.get(), figure, value)));
        return comparisons;
    }

    private static Comparison compared(String id, String zh, QuotaEntry entry, BigDecimal figure, BigDecimal value) {
        return new Comparison(
                id, new Name(zh, id + " level"), entry.quota().standard(), figure, value.compareTo(figure) <= 0);
    }
}

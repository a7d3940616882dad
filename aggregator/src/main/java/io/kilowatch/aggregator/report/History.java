package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.figures.EvidencePath;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verdicts of one enterprise, found by indicator and period. */
final class History {
    private static final int PLACES = 6;
    private static final Comparator<Verdict> ORDER =
            Comparator.comparingInt(History::rank).thenComparing(Verdict::indicator);

    private final Map<Period, Map<String, Verdict>> byPeriod = new HashMap<>();

    History(Collection<Verdict> verdicts) {
        verdicts.forEach(verdict -> byPeriod.computeIfAbsent(verdict.period(), period -> new HashMap<>())
                .put(verdict.indicator(), verdict));
    }

    private static int rank(Verdict verdict) {
        String id = verdict.indicator();
        if (id.startsWith("unit-product:")) {
            return 0;
        }
        if (id.startsWith("pue:")) {
            return 1;
        }
        return id.startsWith("comprehensive-energy") ? 2 : 3;
    }

    Optional<Verdict> find(String indicator, Period period) {
        return Optional.ofNullable(byPeriod.getOrDefault(period, Map.of()).get(indicator));
    }

    Optional<BigDecimal> value(String indicator, Period period) {
        return find(indicator, period).flatMap(Verdict::value);
    }

    /** All of a period, unit-product energy first. */
    List<Verdict> of(Period period) {
        return byPeriod.getOrDefault(period, Map.of()).values().stream()
                .sorted(ORDER)
                .toList();
    }

    /** Those that a quota judges. */
    List<Verdict> judged(Period period) {
        return of(period).stream()
                .filter(verdict -> verdict.judgement().isPresent())
                .toList();
    }

    /** Those whose ids begin so. */
    List<Verdict> beginning(String prefix, Period period) {
        return of(period).stream()
                .filter(verdict -> verdict.indicator().startsWith(prefix))
                .toList();
    }

    /** The change against another period, as a share of the other's size; none while the period goes on. */
    Item change(String indicator, Period now, Period then) {
        if (find(indicator, now).filter(verdict -> isOver(verdict)).isEmpty()) {
            return Item.NONE;
        }
        Optional<BigDecimal> before = value(indicator, then).filter(figure -> figure.signum() != 0);
        Optional<BigDecimal> after = value(indicator, now);
        if (before.isEmpty() || after.isEmpty()) {
            return Item.NONE;
        }
        BigDecimal share =
                after.get().subtract(before.get()).divide(before.get().abs(), PLACES, RoundingMode.HALF_EVEN);
        return new Item.Words(Digits.change(share), Item.Tone.AMOUNT);
    }

    /** Whether a verdict reaches to the end of its period, to within a day, whatever the calendar's offset. */
    static boolean isOver(Verdict verdict) {
        LocalDate reached = LocalDate.ofInstant(verdict.asOf(), ZoneOffset.UTC);
        return !reached.isBefore(verdict.period().end().minusDays(1));
    }

    /** A verdict's value with the way to its evidence. */
    static Item figure(Verdict verdict) {
        return verdict.value()
                .<Item>map(
                        value -> new Item.Figure(value, places(verdict.unit()), Optional.of(EvidencePath.of(verdict))))
                .orElse(Item.NONE);
    }

    /** The same of a figure that there may not be. */
    Item figure(String indicator, Period period) {
        return find(indicator, period).map(History::figure).orElse(Item.NONE);
    }

    /** How many decimals a unit is shown with. */
    static int places(String unit) {
        return switch (unit) {
            case "1" -> 3;
            case "kWh/t" -> 1;
            default -> 2;
        };
    }

    /** The points of an indicator in the months that end with one. */
    List<Chart.Point> months(String indicator, LocalDate last, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> last.minusMonths(count - 1L - i))
                .map(month -> {
                    Optional<Verdict> verdict = find(indicator, new Period(PeriodKind.MONTH, month));
                    return new Chart.Point(
                            month.getMonthValue() == 1 ? month.getYear() + "/1" : String.valueOf(month.getMonthValue()),
                            verdict.flatMap(Verdict::value),
                            verdict.flatMap(Verdict::judgement).flatMap(Verdict.Judgement::limit));
                })
                .toList();
    }
}

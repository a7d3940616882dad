package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.IndicatorUnit;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures of an enterprise's year, and what rows of the price policies make of them. */
final class YearFigures {
    private static final String ELECTRICITY = "energy.electricity";
    private static final String KILOWATT_HOURS = "kWh";

    private final Enterprise enterprise;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    YearFigures(Enterprise enterprise, Collection<Verdict> verdicts, int year) {
        this.enterprise = enterprise;
        verdicts.stream()
                .filter(verdict -> verdict.period().kind() == PeriodKind.YEAR
                        && verdict.period().start().getYear() == year)
                .forEach(verdict -> this.verdicts.put(verdict.indicator(), verdict));
    }

    /** What a row of a list adds, to all electricity of the enterprise. */
    Charge listed(PriceTier row) {
        Optional<BigDecimal> electricity = Optional.ofNullable(verdicts.get(ELECTRICITY))
                .filter(verdict -> verdict.unit().equals(KILOWATT_HOURS))
                .flatMap(Verdict::numerator);
        return new Charge(
                row,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.adder(),
                electricity,
                cost(row.adder(), electricity));
    }

    /** What a row of steps adds, for each indicator that it decides by; a part of a step counts as one. */
    List<Charge> steps(PriceTier row) {
        return indicators(row)
                .map(indicator -> {
                    Optional<BigDecimal> steps = value(indicator).flatMap(value -> steps(row, value));
                    return charge(
                            row,
                            indicator,
                            steps,
                            steps.flatMap(count -> row.adder().map(count::multiply)));
                })
                .toList();
    }

    /** What the row with the highest threshold that is exceeded adds; nothing by the lowest where none is. */
    List<Charge> threshold(List<PriceTier> rows) {
        List<PriceTier> sorted = rows.stream()
                .filter(row -> row.threshold().isPresent())
                .sorted(Comparator.comparing(row -> row.threshold().orElseThrow()))
                .toList();
        return sorted.isEmpty()
                ? List.of()
                : indicators(sorted.get(0))
                        .map(indicator -> threshold(sorted, indicator))
                        .toList();
    }

    private Charge threshold(List<PriceTier> sorted, String indicator) {
        Optional<BigDecimal> value = value(indicator);
        PriceTier lowest = sorted.get(0);
        if (value.isEmpty()) {
            return charge(lowest, indicator, Optional.empty(), Optional.empty());
        }
        return sorted.stream()
                .filter(row -> value.get().compareTo(row.threshold().orElseThrow()) > 0)
                .reduce((lower, higher) -> higher)
                .map(row -> charge(row, indicator, Optional.empty(), row.adder()))
                .orElseGet(() -> charge(lowest, indicator, Optional.empty(), Optional.of(BigDecimal.ZERO)));
    }

    private Stream<String> indicators(PriceTier row) {
        return row.quota().stream().flatMap(quota -> Addressee.indicators(enterprise, quota).stream());
    }

    /** The figure as published, which is what an inspector sees. */
    private Optional<BigDecimal> value(String indicator) {
        return Optional.ofNullable(verdicts.get(indicator)).flatMap(Verdict::value);
    }

    private static Optional<BigDecimal> steps(PriceTier row, BigDecimal value) {
        return row.threshold()
                .flatMap(threshold -> row.step().map(step -> {
                    BigDecimal above = value.subtract(threshold).max(BigDecimal.ZERO);
                    return above.divide(step, 0, RoundingMode.CEILING);
                }));
    }

    private Charge charge(PriceTier row, String indicator, Optional<BigDecimal> steps, Optional<BigDecimal> adder) {
        Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(indicator));
        Optional<BigDecimal> electricity =
                verdict.filter(YearFigures::isOfElectricity).flatMap(Verdict::numerator);
        return new Charge(
                row,
                Optional.of(indicator),
                value(indicator),
                verdict.flatMap(Verdict::judgement).map(Verdict.Judgement::outcome),
                steps,
                adder,
                electricity,
                cost(adder, electricity));
    }

    private static boolean isOfElectricity(Verdict verdict) {
        return IndicatorUnit.parse(verdict.unit())
                .filter(unit -> unit.above() == IndicatorUnit.Above.ELECTRICITY)
                .isPresent();
    }

    private static Optional<BigDecimal> cost(Optional<BigDecimal> adder, Optional<BigDecimal> electricity) {
        return adder.flatMap(yuan -> electricity.map(yuan::multiply));
    }
}

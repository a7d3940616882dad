package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Energy per output value and per value added (单位产值综合能耗、单位增加值能耗, GB/T 2589), over the first months of a period
 * that have both energy and economic figures: numerator and denominator are of the same months.
 */
final class Intensity {
    private static final String UNIT = "tce/万元";
    private static final Name OUTPUT_VALUE = new Name("单位产值综合能耗", "Energy per output value");
    private static final Name VALUE_ADDED = new Name("单位工业增加值能耗", "Energy per value added");

    private final Subject subject;
    private final Consumption consumption;

    Intensity(Subject subject, Consumption consumption) {
        this.subject = subject;
        this.consumption = consumption;
    }

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        verdict("intensity:output-value", OUTPUT_VALUE, Economics::outputValue).ifPresent(verdicts::add);
        verdict("intensity:value-added", VALUE_ADDED, Economics::valueAdded).ifPresent(verdicts::add);
        return verdicts;
    }

    private Optional<Verdict> verdict(String indicator, Name name, Function<Economics, Optional<BigDecimal>> figure) {
        LocalDate start = subject.period().start();
        boolean begun = consumption.until() > subject.span().start();
        LocalDate known = begun ? consumption.days().until() : start;
        BigDecimal below = BigDecimal.ZERO;
        LocalDate until = start;
        while (until.isBefore(subject.period().end())) {
            Period month = PeriodKind.MONTH.containing(until);
            Optional<BigDecimal> value = economics(month).flatMap(figure);
            if (value.isEmpty() || month.end().isAfter(known)) {
                break;
            }
            below = below.add(value.get());
            until = month.end();
        }
        if (below.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal denominator = below;
        Stretch months = new Stretch(start, until);
        long instant = until.isBefore(known) ? subject.span().start(until) : consumption.until();
        return consumption
                .total(Basis.CALORIFIC, months, new ArrayList<>())
                .map(tce -> subject.quotient(
                        indicator,
                        name,
                        UNIT,
                        new Ratio(
                                Optional.of(tce),
                                denominator,
                                instant,
                                subject.completeness(consumption.meters()),
                                List.of()),
                        Optional.empty()));
    }

    private Optional<Economics> economics(Period month) {
        return subject.enterprise().declared().economics().stream()
                .filter(one -> one.month().equals(YearMonth.from(month.start())))
                .findFirst();
    }
}

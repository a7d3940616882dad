package io.kilowatch.aggregator.console;

import io.kilowatch.aggregator.testing.MemoryVerdicts;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the province uses from January 2024 to October 2026, by day, month and year; the same for the same seed. */
public final class ConsoleFigures {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 1);
    private static final BigDecimal CALORIFIC = new BigDecimal("0.0001229");
    private static final BigDecimal PRIMARY = new BigDecimal("0.0003066");
    private static final BigDecimal COAL = new BigDecimal("0.7143");

    private final MemoryVerdicts verdicts = new MemoryVerdicts();

    private ConsoleFigures() {}

    /** The figures. */
    public static MemoryVerdicts verdicts() {
        ConsoleFigures figures = new ConsoleFigures();
        Province.all().forEach(figures::add);
        return figures.verdicts;
    }

    /** Whose they are. */
    public static RegistrySnapshot registry() {
        return Province.snapshot();
    }

    /** The credit code of the enterprise with a Chinese name. */
    public static String code(String zh) {
        return Province.all().stream()
                .filter(works -> works.name().zh().equals(zh))
                .findFirst()
                .orElseThrow()
                .code()
                .text();
    }

    private void add(Works works) {
        UsedDays days = new UsedDays(works, FIRST, END, new Random(20_260_801L + works.number()));
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.isBefore(END); day = day.plusDays(1)) {
            take(works, days, new Period(PeriodKind.DAY, day));
        }
        for (LocalDate month = FIRST; month.isBefore(END); month = month.plusMonths(1)) {
            take(works, days, new Period(PeriodKind.MONTH, month));
        }
        for (int year = FIRST.getYear(); year <= END.getYear(); year++) {
            Period period = new Period(PeriodKind.YEAR, LocalDate.of(year, 1, 1));
            take(works, days, period);
            verdicts.with(YearlyFigures.of(works, days, period));
        }
    }

    private void take(Works works, UsedDays days, Period period) {
        List<Verdict> all = new ArrayList<>();
        BigDecimal electricity = days.electricity(period.start(), period.end());
        BigDecimal coal = days.coal(period.start(), period.end());
        all.add(sum(works, period, "energy.electricity", new Name("电力", "electricity"), "kWh", electricity));
        if (coal.signum() > 0) {
            all.add(sum(
                    works,
                    period,
                    "energy.raw-coal",
                    new Name("原煤", "raw coal"),
                    "t",
                    coal.divide(COAL, 3, RoundingMode.HALF_EVEN)));
        }
        all.add(sum(
                works,
                period,
                "comprehensive-energy",
                new Name("综合能源消费量（当量值）", "Comprehensive energy (calorific)"),
                "tce",
                tce(electricity, CALORIFIC, coal)));
        all.add(sum(
                works,
                period,
                "comprehensive-energy:primary",
                new Name("综合能源消费量（等价值）", "Comprehensive energy (primary)"),
                "tce",
                tce(electricity, PRIMARY, coal)));
        Judging.Sums sums = days.sums(period.start(), period.end());
        BigDecimal value = sums.above().divide(sums.below(), 6, RoundingMode.HALF_EVEN);
        BigDecimal completeness = days.completeness(period);
        String unit = works.indicator().startsWith("pue:") ? "1" : UsedDays.unit(works);
        all.add(verdict(
                works,
                period,
                works.indicator(),
                works.metric(),
                unit,
                value,
                Optional.of(sums),
                completeness,
                Optional.of(Judging.of(works, period, value, completeness, days::sums))));
        verdicts.with(all);
    }

    static BigDecimal tce(BigDecimal electricity, BigDecimal factor, BigDecimal coal) {
        return electricity.multiply(factor).add(coal).setScale(3, RoundingMode.HALF_EVEN);
    }

    static Verdict sum(Works works, Period period, String id, Name name, String unit, BigDecimal value) {
        return verdict(
                works, period, id, name, unit, value, Optional.empty(), new BigDecimal("0.9962"), Optional.empty());
    }

    static Verdict verdict(
            Works works,
            Period period,
            String id,
            Name name,
            String unit,
            BigDecimal value,
            Optional<Judging.Sums> sums,
            BigDecimal completeness,
            Optional<Judgement> judgement) {
        LocalDate reached = period.end().isBefore(END) ? period.end() : END;
        Instant end = Instant.ofEpochMilli(BusinessCalendar.CHINA.start(reached));
        return new Verdict(
                works.code(),
                id,
                name,
                unit,
                period,
                Optional.of(value),
                Optional.of(sums.map(Judging.Sums::above).orElse(value)),
                sums.map(Judging.Sums::below),
                completeness,
                end,
                judgement,
                end.plusSeconds(600));
    }
}

package io.kilowatch.aggregator.testing;

import static io.kilowatch.aggregator.testing.FigureBuilder.aFigureOf;

import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the {@link Province}'s enterprises used from January 2025 to October 2026, by day, month and year. */
public final class ProvinceFigures {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 1);
    private static final BigDecimal ELECTRICITY = new BigDecimal("0.1229");
    private static final BigDecimal PRIMARY = new BigDecimal("0.3066");
    private static final BigDecimal COAL = new BigDecimal("0.7143");
    private static final BigDecimal GAS = new BigDecimal("1.2143");

    private ProvinceFigures() {}

    /** Its figures. */
    public static MemoryVerdicts verdicts() {
        MemoryVerdicts verdicts = new MemoryVerdicts();
        for (LocalDate month = FIRST; month.isBefore(END); month = month.plusMonths(1)) {
            verdicts.with(all(new Period(PeriodKind.MONTH, month), month.lengthOfMonth()));
        }
        for (int year = 2025; year <= 2026; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = first.plusMonths(11);
            List<Verdict> months = verdicts.all(new Wanted(
                    Optional.empty(),
                    Optional.of(PeriodKind.MONTH),
                    Optional.of(first),
                    Optional.of(last),
                    Optional.empty(),
                    Optional.empty()));
            verdicts.with(FigureBuilder.summed(months, new Period(PeriodKind.YEAR, first)));
        }
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(END); day = day.plusDays(1)) {
            verdicts.with(all(new Period(PeriodKind.DAY, day), 1));
        }
        return verdicts;
    }

    private static List<Verdict> all(Period period, int days) {
        List<Verdict> verdicts = new ArrayList<>();
        int season = 20 - Math.abs(period.start().getMonthValue() * 3 - 20);
        verdicts.addAll(plant(
                Province.SMELTER,
                period,
                days,
                660 + season / 4,
                13_300 + season * 8,
                "kWh/t",
                "unit-product:al",
                "aluminium.liquid-ac",
                "铝液交流电耗"));
        verdicts.addAll(plant(
                Province.ALLOY,
                period,
                days,
                150,
                8_150 + season * 4,
                "kWh/t",
                "unit-product:fesi",
                "ferrosilicon.smelting-electricity",
                "硅铁冶炼电耗"));
        verdicts.addAll(plant(
                Province.CEMENT,
                period,
                days,
                3_900,
                118,
                "kgce/t",
                "unit-product:clinker",
                "cement.clinker.energy",
                "熟料综合能耗"));
        BigDecimal it = number(days).multiply(number(180_000));
        BigDecimal facility = it.multiply(new BigDecimal("1.1" + (50 + season)));
        verdicts.addAll(energy(Province.CENTRE, period, facility, number(0), number(0)));
        verdicts.add(aFigureOf(Province.CENTRE)
                .in(period)
                .named("pue:hall", "电能利用效率（PUE）", "Power usage effectiveness (PUE)", "1")
                .ratio(facility, it)
                .completeness("0.9991")
                .judgedBy("data-centre.pue.ningxia-new-large", 2)
                .build());
        return verdicts;
    }

    private static List<Verdict> plant(
            String code,
            Period period,
            int days,
            int tonnes,
            int each,
            String unit,
            String id,
            String quota,
            String zh) {
        BigDecimal output = number(days).multiply(number(tonnes));
        BigDecimal above = output.multiply(number(each));
        BigDecimal electricity = unit.equals("kWh/t") ? above : output.multiply(number(52));
        BigDecimal coal = number(days).multiply(number(unit.equals("kWh/t") ? 12_000 : 400_000));
        List<Verdict> verdicts = new ArrayList<>(
                energy(code, period, electricity, coal, number(days).multiply(number(4_200))));
        verdicts.add(aFigureOf(code)
                .in(period)
                .named(id, zh, id, unit)
                .ratio(above, output)
                .completeness(code.equals(Province.ALLOY) && period.start().getMonthValue() == 9 ? "0.8712" : "0.9962")
                .judgedBy(quota, 3)
                .build());
        return verdicts;
    }

    private static List<Verdict> energy(
            String code, Period period, BigDecimal electricity, BigDecimal coal, BigDecimal gas) {
        BigDecimal fuels = coal.multiply(COAL).add(gas.multiply(GAS));
        List<Verdict> verdicts = new ArrayList<>();
        FigureBuilder figure = aFigureOf(code).in(period);
        verdicts.add(figure.named("energy.electricity", "电力", "Electricity", "kWh")
                .sum(electricity)
                .build());
        if (fuels.signum() > 0) {
            verdicts.add(figure.named("energy.raw-coal", "原煤", "Raw coal", "kg")
                    .sum(coal)
                    .build());
            verdicts.add(figure.named("energy.natural-gas", "天然气", "Natural gas", "m3")
                    .sum(gas)
                    .build());
        }
        verdicts.add(figure.named("comprehensive-energy", "综合能耗（当量值）", "Comprehensive energy (calorific)", "tce")
                .sum(electricity.multiply(ELECTRICITY).add(fuels).movePointLeft(3))
                .build());
        verdicts.add(figure.named("comprehensive-energy:primary", "综合能耗（等价值）", "Comprehensive energy (primary)", "tce")
                .sum(electricity.multiply(PRIMARY).add(fuels).movePointLeft(3))
                .build());
        return verdicts;
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }
}

package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.figures.EvidencePath;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was used of each carrier, in the units that statistics use, with the default factors beside it.
 *
 * @param history the enterprise's verdicts
 * @param factors the factor of a carrier by a basis on a day
 */
record EnergyGrid(History history, Factors factors) {
    private static final String ENERGY = "energy.";

    /** Finds factors. */
    @FunctionalInterface
    public interface Factors {
        /** The one of a carrier in force on a day. */
        Optional<CarrierFactor> of(String carrier, Basis basis, LocalDate day);
    }

    /** One carrier in a period. */
    record Line(Verdict verdict, Shown shown, Optional<CarrierFactor> calorific, Optional<CarrierFactor> primary) {
        Optional<BigDecimal> tce(Optional<CarrierFactor> factor) {
            return factor.flatMap(CarrierFactor::kgcePerUnit)
                    .flatMap(each ->
                            verdict.value().map(amount -> amount.multiply(each).movePointLeft(3)));
        }
    }

    /** How a unit is shown: another symbol, and by how many decimal places the number is shifted. */
    record Shown(String unit, int shift) {
        static Shown of(String unit) {
            return switch (unit) {
                case "kWh" -> new Shown("万kWh", 4);
                case "kg" -> new Shown("t", 3);
                case "m3" -> new Shown("万m³", 4);
                case "MJ" -> new Shown("GJ", 3);
                default -> new Shown(unit, 0);
            };
        }
    }

    List<Line> lines(Period period) {
        LocalDate day = period.start();
        return history.beginning(ENERGY, period).stream()
                .map(verdict -> {
                    String carrier = verdict.indicator().substring(ENERGY.length());
                    return new Line(
                            verdict,
                            Shown.of(verdict.unit()),
                            factors.of(carrier, Basis.CALORIFIC, day),
                            factors.of(carrier, Basis.PRIMARY, day));
                })
                .toList();
    }

    /** An amount in the unit shown, with the way to its evidence. */
    static Item amount(Line line) {
        return line.verdict()
                .value()
                .<Item>map(value -> new Item.Figure(
                        value.movePointLeft(line.shown().shift()), 2, Optional.of(EvidencePath.of(line.verdict()))))
                .orElse(Item.NONE);
    }

    /** The default factor in kgce per kWh, kg, m³ or MJ, or the range where the standard gives no more. */
    private static Item factor(Optional<CarrierFactor> factor) {
        return factor.<Item>map(one -> new Item.Words(
                        one.kgcePerUnit()
                                        .map(EnergyGrid::plain)
                                        .orElseGet(() -> one.least()
                                                        .map(EnergyGrid::plain)
                                                        .orElse("?") + "～"
                                                + one.most()
                                                        .map(EnergyGrid::plain)
                                                        .orElse("?"))
                                + (one.verified() ? "" : "＊"),
                        Item.Tone.AMOUNT))
                .orElse(Item.NONE);
    }

    private static String plain(BigDecimal factor) {
        return factor.stripTrailingZeros().toPlainString();
    }

    /** With the changes against the month before and the same month of the year before. */
    Grid ofMonth(Period month, Period before, Period yearBefore) {
        List<List<Item>> rows = new ArrayList<>();
        for (Line line : lines(month)) {
            String id = line.verdict().indicator();
            rows.add(List.of(
                    Item.of(line.verdict().name().zh()),
                    Item.of(line.shown().unit()),
                    amount(line),
                    factor(line.calorific()),
                    Item.of(line.tce(line.calorific()), 2),
                    Item.of(line.tce(line.primary()), 2),
                    history.change(id, month, before),
                    history.change(id, month, yearBefore)));
        }
        rows.add(List.of(
                Item.of("综合能耗"),
                Item.of("tce"),
                Item.NONE,
                Item.NONE,
                history.figure("comprehensive-energy", month),
                history.figure("comprehensive-energy:primary", month),
                history.change("comprehensive-energy", month, before),
                history.change("comprehensive-energy", month, yearBefore)));
        return new Grid("能源消费量", List.of("能源品种", "单位", "实物量", "默认系数（当量）", "当量值 tce", "等价值 tce", "环比", "同比"), rows);
    }

    /** With stocks and purchases left open, and what the factors by default leave unexplained. */
    Grid ofYear(Period year) {
        List<List<Item>> rows = new ArrayList<>();
        BigDecimal calorific = BigDecimal.ZERO;
        BigDecimal primary = BigDecimal.ZERO;
        for (Line line : lines(year)) {
            rows.add(List.of(
                    Item.of(line.verdict().name().zh()),
                    Item.of(line.shown().unit()),
                    Item.OPEN,
                    Item.OPEN,
                    amount(line),
                    Item.OPEN,
                    factor(line.calorific()),
                    factor(line.primary()),
                    Item.of(line.tce(line.calorific()), 2),
                    Item.of(line.tce(line.primary()), 2)));
            calorific = calorific.add(line.tce(line.calorific()).orElse(BigDecimal.ZERO));
            primary = primary.add(line.tce(line.primary()).orElse(BigDecimal.ZERO));
        }
        rows.add(total(
                "实测热值、分段系数与外供扣减的差额",
                rest("comprehensive-energy", year, calorific),
                rest("comprehensive-energy:primary", year, primary)));
        rows.add(total(
                "综合能源消费量（tce）",
                history.figure("comprehensive-energy", year),
                history.figure("comprehensive-energy:primary", year)));
        return new Grid(
                "表2 能源消费结构",
                List.of("能源品种", "单位", "期初库存", "购进量", "消费量", "期末库存", "系数（当量）", "系数（等价）", "tce（当量）", "tce（等价）"),
                rows);
    }

    private Item rest(String indicator, Period year, BigDecimal explained) {
        return Item.of(
                history.value(indicator, year)
                        .map(total -> total.subtract(explained).setScale(2, RoundingMode.HALF_EVEN)),
                2);
    }

    private static List<Item> total(String what, Item calorific, Item primary) {
        return List.of(
                Item.of(what),
                Item.of("tce"),
                Item.NONE,
                Item.NONE,
                Item.NONE,
                Item.NONE,
                Item.NONE,
                Item.NONE,
                calorific,
                primary);
    }
}

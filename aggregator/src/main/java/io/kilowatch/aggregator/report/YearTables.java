package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables of the annual report. */
final class YearTables {
    private final EnterpriseFigures figures;
    private final History history;
    private final Period year;
    private final Period before;

    YearTables(EnterpriseFigures figures, History history, Period year) {
        this.figures = figures;
        this.history = history;
        this.year = year;
        this.before = new Period(PeriodKind.YEAR, year.start().minusYears(1));
    }

    Grid identity() {
        Enterprise one = figures.enterprise();
        List<List<Item>> rows = new ArrayList<>();
        rows.add(row(
                "单位名称", Item.of(one.name().zh()), "统一社会信用代码", Item.of(one.code().text())));
        rows.add(row("行政区划代码", Item.of(one.region()), "行业代码（GB/T 4754）", Item.of(one.industry())));
        rows.add(row("单位地址", Item.OPEN, "法定代表人", Item.OPEN));
        rows.add(row("能源管理负责人及职称", Item.OPEN, "联系电话", Item.OPEN));
        rows.add(row("能源管理体系认证（GB/T 23331）", Item.OPEN, "年末从业人数", Item.OPEN));
        rows.add(row("工业总产值（万元）", economics(Economics::outputValue), "工业增加值（万元）", economics(Economics::valueAdded)));
        rows.add(row(
                "综合能源消费量 tce（当量）",
                history.figure("comprehensive-energy", year),
                "上年 tce（当量）",
                history.figure("comprehensive-energy", before)));
        rows.add(row(
                "综合能源消费量 tce（等价）",
                history.figure("comprehensive-energy:primary", year),
                "上年 tce（等价）",
                history.figure("comprehensive-energy:primary", before)));
        rows.add(row(
                "同比（当量）",
                history.change("comprehensive-energy", year, before),
                "同比（等价）",
                history.change("comprehensive-energy:primary", year, before)));
        rows.add(row(
                "单位产值能耗",
                history.figure("intensity:output-value", year),
                "单位增加值能耗",
                history.figure("intensity:value-added", year)));
        return new Grid("表1 基本情况", List.of("项目", "内容", "项目", "内容"), rows);
    }

    private static List<Item> row(String first, Item one, String second, Item other) {
        return List.of(Item.of(first), one, Item.of(second), other);
    }

    /** The sum of twelve months; open where a month is missing. */
    private Item economics(Function<Economics, Optional<BigDecimal>> figure) {
        List<BigDecimal> months = figures.enterprise().declared().economics().stream()
                .filter(one -> one.month().getYear() == year.start().getYear())
                .flatMap(one -> figure.apply(one).stream())
                .toList();
        return months.size() == 12 ? Item.of(months.stream().reduce(BigDecimal.ZERO, BigDecimal::add), 2) : Item.OPEN;
    }

    Grid balance() {
        List<List<Item>> rows = figures.energy(history).lines(year).stream()
                .map(line -> List.of(
                        Item.of(line.verdict().name().zh()),
                        Item.of(line.shown().unit()),
                        Item.OPEN,
                        Item.OPEN,
                        Item.OPEN,
                        EnergyGrid.amount(line),
                        Item.OPEN,
                        Item.OPEN))
                .toList();
        return new Grid("表3 能源实物平衡", List.of("能源品种", "单位", "期初库存", "购进", "加工转换产出", "净消费（计量）", "外供", "期末库存及损耗"), rows);
    }

    Grid products(List<Verdict> ratios) {
        List<List<Item>> rows = ratios.stream()
                .map(verdict -> {
                    int places = History.places(verdict.unit());
                    return List.of(
                            Item.of(verdict.name().zh()),
                            Item.of(VerdictGrid.unit(verdict.unit())),
                            Item.of(verdict.numerator(), 2),
                            Item.of(verdict.denominator(), 2),
                            History.figure(verdict),
                            history.figure(verdict.indicator(), before),
                            history.change(verdict.indicator(), year, before),
                            Item.of(verdict.judgement().flatMap(Judgement::limit), places));
                })
                .toList();
        return new Grid("表4 单位产品能耗", List.of("指标", "单位", "能耗总量（分子）", "产量（分母）", "本年", "上年", "同比", "适用限值"), rows);
    }

    Grid comparisons(List<Verdict> ratios) {
        List<List<Item>> rows = new ArrayList<>();
        for (Verdict verdict : ratios) {
            verdict.judgement()
                    .map(Judgement::comparisons)
                    .orElse(List.of())
                    .forEach(one -> rows.add(List.of(
                            Item.of(verdict.name().zh()),
                            Item.of(one.name().zh()),
                            Item.of(one.figure(), History.places(verdict.unit())),
                            History.figure(verdict),
                            Item.of(one.met() ? "达到" : "未达到"),
                            Item.of(one.document()))));
        }
        return new Grid("表4附 标杆与基准", List.of("指标", "水平", "数值", "本年", "结果", "文件"), rows);
    }

    Grid feedstock() {
        List<List<Item>> rows = history.beginning("feedstock-energy", year).stream()
                .map(verdict -> List.of(
                        Item.of(verdict.name().zh()), Item.of(verdict.unit()), History.figure(verdict), Item.OPEN))
                .toList();
        return new Grid("表6 原料用能", List.of("指标", "单位", "本年", "用途与产品"), rows);
    }

    Grid renewables() {
        List<List<Item>> rows = figures.enterprise().declared().renewables().stream()
                .filter(one -> one.year() == year.start().getYear())
                .map(one -> List.of(
                        Item.of(kind(one.kind())), Item.of(one.kilowattHours().movePointLeft(4), 2), Item.OPEN))
                .toList();
        return new Grid("表7 可再生能源电力", List.of("凭证", "电量（万千瓦时，申报）", "证书编号或合同"), rows);
    }

    private static String kind(Declared.Renewable.Kind kind) {
        return switch (kind) {
            case CERTIFICATE -> "绿证";
            case BUNDLED_CERTIFICATE -> "绿电交易（证电合一）";
            case OWN_GENERATION -> "自发自用";
            case NUCLEAR -> "核电";
        };
    }

    Grid dualControl() {
        List<List<Item>> rows = history.beginning("dual-control:", year).stream()
                .map(verdict -> List.of(
                        Item.of(verdict.name().zh()),
                        Item.of(verdict.indicator()),
                        Item.of(verdict.unit()),
                        History.figure(verdict)))
                .toList();
        return new Grid("表7附 能耗双控口径", List.of("口径", "规则代码", "单位", "本年"), rows);
    }

    /** The parts of a year in which editions or inputs changed; only where there are several. */
    Grid parts(List<Verdict> judged) {
        List<List<Item>> rows = new ArrayList<>();
        for (Verdict verdict : judged) {
            List<Verdict.Part> parts = verdict.judgement().map(Judgement::parts).orElse(List.of());
            if (parts.size() > 1) {
                parts.forEach(part -> rows.add(part(verdict, part)));
            }
        }
        return new Grid("表8附 分段", List.of("指标", "起", "止", "分子", "分母", "依据标准", "1级", "2级", "3级"), rows);
    }

    private static List<Item> part(Verdict verdict, Verdict.Part part) {
        int places = History.places(verdict.unit());
        Limits limits = part.limits();
        return List.of(
                Item.of(verdict.name().zh()),
                Item.of(part.from().toString()),
                Item.of(part.until().minusDays(1).toString()),
                Item.of(part.numerator(), 2),
                Item.of(part.denominator(), 2),
                Item.of(part.quota().map(Quota::standard).orElse("")),
                Item.of(limits.level1(), places),
                Item.of(limits.level2(), places),
                Item.of(limits.level3(), places));
    }
}

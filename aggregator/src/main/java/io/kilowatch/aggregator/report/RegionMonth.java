package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.figures.EvidencePath;
import io.kilowatch.aggregator.figures.Exceedance;
import io.kilowatch.aggregator.figures.RegionSummary;
import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.aggregator.report.Block.Drawing;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.aggregator.report.Block.Paragraph;
import io.kilowatch.aggregator.report.Report.Section;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The monthly bulletin of a region with rankings (地区用能月度通报). */
public final class RegionMonth {
    private static final int MOST = 30;

    private final String region;
    private final YearMonth month;
    private final Map<String, Enterprise> enterprises;
    private final List<Verdict> verdicts;
    private final RegionSummary summary;
    private final BusinessCalendar calendar;

    private RegionMonth(
            String region,
            YearMonth month,
            Collection<Enterprise> enterprises,
            List<Verdict> verdicts,
            BusinessCalendar calendar) {
        this.region = region;
        this.month = month;
        this.enterprises =
                enterprises.stream().collect(Collectors.toMap(one -> one.code().text(), Function.identity()));
        this.verdicts = verdicts;
        this.summary = RegionSummary.of(enterprises, verdicts);
        this.calendar = calendar;
    }

    /**
     * That of a month.
     *
     * @param region the beginning of the regions' digits
     * @param month the month
     * @param enterprises the region's
     * @param verdicts theirs of the month
     * @param calendar what times are written in
     */
    public static Report of(
            String region,
            YearMonth month,
            Collection<Enterprise> enterprises,
            List<Verdict> verdicts,
            BusinessCalendar calendar) {
        return new RegionMonth(region, month, enterprises, verdicts, calendar).composed();
    }

    private Report composed() {
        return new Report(
                "重点用能单位用能月度通报（地区）",
                "行政区划 " + region + "　" + Words.month(month),
                "编号：QD-" + region + "-" + month,
                List.of(whole(), industries(), exceeders(), consumers(), quality()),
                Words.notes(verdicts, calendar),
                List.of("编制人（签字）", "审核人（签字）", "负责人（签字）", "通报单位（盖章）及日期"));
    }

    private Section whole() {
        RegionSummary.Group all = summary.whole();
        Tally standing = all.standing();
        return Section.of(
                "一、总体情况",
                new Paragraph("辖区登记重点用能单位 " + all.enterprises() + " 家，本月有数据 " + all.reporting() + " 家。有限额指标的单位中，全部达标 "
                        + standing.within() + " 家，有指标超限额 " + standing.exceeds() + " 家，有指标无法判定且无超限额 "
                        + standing.cannotBeJudged() + " 家。月度结果用于预警，限额依法按自然年判定。"),
                new Paragraph("综合能耗合计：当量值 " + energy(all, Basis.CALORIFIC) + " tce，等价值 " + energy(all, Basis.PRIMARY)
                        + " tce。"));
    }

    private static String energy(RegionSummary.Group group, Basis basis) {
        return Optional.ofNullable(group.energy().get(basis))
                .map(value -> Digits.text(value, 2))
                .orElse("—");
    }

    private Section industries() {
        List<List<Item>> rows = new ArrayList<>();
        List<Chart.Point> points = new ArrayList<>();
        summary.industries().forEach((industry, group) -> {
            rows.add(List.of(
                    Item.of(industry),
                    Item.of(BigDecimal.valueOf(group.enterprises()), 0),
                    Item.of(BigDecimal.valueOf(group.reporting()), 0),
                    Item.of(BigDecimal.valueOf(group.standing().within()), 0),
                    Item.of(BigDecimal.valueOf(group.standing().exceeds()), 0),
                    Item.of(BigDecimal.valueOf(group.standing().cannotBeJudged()), 0),
                    Item.of(Optional.ofNullable(group.energy().get(Basis.CALORIFIC)), 2),
                    Item.of(Optional.ofNullable(group.energy().get(Basis.PRIMARY)), 2)));
            points.add(new Chart.Point(
                    industry, Optional.ofNullable(group.energy().get(Basis.CALORIFIC)), Optional.empty()));
        });
        return Section.of(
                "二、分行业",
                new Grid(
                        "分行业情况",
                        List.of("行业（GB/T 4754）", "单位数", "有数据", "达标", "超限额", "无法判定", "当量值 tce", "等价值 tce"),
                        rows),
                new Drawing(new Chart("分行业综合能耗（tce，当量值）", points, Chart.Form.BARS)));
    }

    private Section exceeders() {
        List<List<Item>> rows = new ArrayList<>();
        for (Exceedance one : summary.exceeders()) {
            Verdict verdict = one.verdict();
            Optional<Verdict.Judgement> judgement = verdict.judgement();
            rows.add(List.of(
                    Item.of(String.valueOf(rows.size() + 1)),
                    Item.of(name(verdict)),
                    Item.of(verdict.name().zh()),
                    Item.of(VerdictGrid.unit(verdict.unit())),
                    History.figure(verdict),
                    Item.of(judgement.flatMap(Verdict.Judgement::limit), History.places(verdict.unit())),
                    new Item.Words(one.share().map(Digits::change).orElse("—"), Item.Tone.BAD),
                    Item.percent(verdict.completeness()),
                    Item.of(judgement
                            .flatMap(Verdict.Judgement::quota)
                            .map(quota -> quota.standard() + (quota.verified() ? "" : "＊"))
                            .orElse(""))));
        }
        return Section.of(
                "三、超限额排名（按超出限额的比例）",
                new Grid("超限额排名", List.of("名次", "用能单位", "指标", "单位", "本月值", "限值", "超出", "完整率", "依据标准"), rows));
    }

    private String name(Verdict verdict) {
        String code = verdict.enterprise().text();
        return Optional.ofNullable(enterprises.get(code))
                .map(one -> one.name().zh())
                .orElse(code);
    }

    private Section consumers() {
        List<Verdict> ranked = verdicts.stream()
                .filter(verdict -> verdict.indicator().equals("comprehensive-energy")
                        && verdict.value().isPresent())
                .sorted(Comparator.comparing(
                                (Verdict verdict) -> verdict.value().orElse(BigDecimal.ZERO))
                        .reversed())
                .limit(MOST)
                .toList();
        Map<String, Tally> tallies = verdicts.stream()
                .filter(verdict -> verdict.judgement().isPresent())
                .collect(Collectors.toMap(
                        verdict -> verdict.enterprise().text(),
                        verdict -> VerdictGrid.tally(List.of(verdict)),
                        (one, other) -> new Tally(
                                one.within() + other.within(),
                                one.exceeds() + other.exceeds(),
                                one.cannotBeJudged() + other.cannotBeJudged())));
        List<List<Item>> rows = new ArrayList<>();
        for (Verdict verdict : ranked) {
            String code = verdict.enterprise().text();
            Optional<Outcome> worst = tallies.getOrDefault(code, Tally.NONE).worst();
            rows.add(List.of(
                    Item.of(String.valueOf(rows.size() + 1)),
                    Item.of(name(verdict)),
                    Item.of(code),
                    Item.of(Optional.ofNullable(enterprises.get(code))
                            .map(Enterprise::industry)
                            .orElse("")),
                    History.figure(verdict),
                    Item.percent(verdict.completeness()),
                    worst.map(Item::of).orElse(Item.NONE)));
        }
        return Section.of(
                "四、综合能耗排名（当量值，前 " + MOST + " 名）",
                new Grid("综合能耗排名", List.of("名次", "用能单位", "统一社会信用代码", "行业", "综合能耗 tce", "完整率", "限额指标"), rows));
    }

    /** The least complete first; those without any figure before them. */
    private Section quality() {
        Map<String, Verdict> least = verdicts.stream()
                .collect(Collectors.toMap(
                        verdict -> verdict.enterprise().text(),
                        Function.identity(),
                        (one, other) -> one.completeness().compareTo(other.completeness()) <= 0 ? one : other));
        List<List<Item>> rows = enterprises.values().stream()
                .sorted(Comparator.comparing((Enterprise one) -> completeness(least, one))
                        .thenComparing(Enterprise::code))
                .limit(MOST)
                .map(one ->
                        quality(one, Optional.ofNullable(least.get(one.code().text()))))
                .toList();
        return Section.of(
                "五、数据质量排名（按最低完整率，由低到高，前 " + MOST + " 名）",
                new Grid("数据质量排名", List.of("用能单位", "统一社会信用代码", "最低完整率", "出现在指标"), rows));
    }

    private static BigDecimal completeness(Map<String, Verdict> least, Enterprise one) {
        return Optional.ofNullable(least.get(one.code().text()))
                .map(Verdict::completeness)
                .orElse(BigDecimal.ONE.negate());
    }

    private static List<Item> quality(Enterprise one, Optional<Verdict> least) {
        return List.of(
                Item.of(one.name().zh()),
                Item.of(one.code().text()),
                least.<Item>map(verdict -> new Item.Figure(
                                verdict.completeness().movePointRight(2), 2, Optional.of(EvidencePath.of(verdict))))
                        .orElse(new Item.Words("无数据", Item.Tone.BAD)),
                Item.of(least.map(verdict -> verdict.name().zh()).orElse("")));
    }
}

package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.report.Block.Drawing;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.aggregator.report.Block.Paragraph;
import io.kilowatch.aggregator.report.Report.Section;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The monthly bulletin of an enterprise (重点用能单位用能月度通报). */
public final class EnterpriseMonth {
    /** How many months its charts show. */
    private static final int SHOWN = 13;

    private static final int MOST_CHARTS = 4;

    private final EnterpriseFigures figures;
    private final History history;
    private final YearMonth of;
    private final Period month;

    private EnterpriseMonth(EnterpriseFigures figures, YearMonth of) {
        this.figures = figures;
        this.history = figures.history();
        this.of = of;
        this.month = month(of);
    }

    private static Period month(YearMonth of) {
        return new Period(PeriodKind.MONTH, of.atDay(1));
    }

    /** That of a month. */
    public static Report of(EnterpriseFigures figures, YearMonth month) {
        return new EnterpriseMonth(figures, month).composed();
    }

    private Report composed() {
        Enterprise enterprise = figures.enterprise();
        return new Report(
                "重点用能单位用能月度通报",
                enterprise.name().zh() + "　" + Words.month(of),
                "编号：YD-" + enterprise.code() + "-" + of,
                List.of(identity(), verdicts(), energy(), course(), budget(), quality(), corrections()),
                Words.notes(history.of(month), figures.calendar()),
                List.of("编制人（签字）", "审核人（签字）", "单位能源管理负责人（签字）", "通报单位（盖章）及日期"));
    }

    private Section identity() {
        Enterprise one = figures.enterprise();
        return Section.of(
                "一、基本信息",
                new Grid(
                        "基本信息",
                        List.of("统一社会信用代码", "行政区划代码", "行业代码（GB/T 4754）", "装置类别", "统计期"),
                        List.of(List.of(
                                Item.of(one.code().text()),
                                Item.of(one.region()),
                                Item.of(one.industry()),
                                Item.of(one.newPlant() ? "新建、改扩建（按 2 级判定）" : "既有（按 3 级判定）"),
                                Item.of(month.start() + " 至 " + month.end().minusDays(1))))));
    }

    private Section verdicts() {
        List<Verdict> judged = history.judged(month);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(VerdictGrid.sentence("本月", judged) + "月度结果用于预警，限额依法按自然年判定。"));
        blocks.add(VerdictGrid.of("限额指标判定", judged));
        blocks.addAll(VerdictGrid.reasons(judged));
        return new Section("二、限额指标判定", blocks);
    }

    private Section energy() {
        return Section.of(
                "三、能源消费", figures.energy(history).ofMonth(month, month(of.minusMonths(1)), month(of.minusYears(1))));
    }

    private Section course() {
        List<Block> blocks = new ArrayList<>();
        history.judged(month).stream()
                .limit(MOST_CHARTS)
                .forEach(verdict -> blocks.add(new Drawing(new Chart(
                        verdict.name().zh() + "（" + VerdictGrid.unit(verdict.unit()) + "），虚线为适用限值",
                        history.months(verdict.indicator(), month.start(), SHOWN),
                        Chart.Form.LINE))));
        blocks.add(new Drawing(new Chart(
                "综合能耗（tce，当量值）", history.months("comprehensive-energy", month.start(), SHOWN), Chart.Form.BARS)));
        return new Section("四、近 " + SHOWN + " 个月变化", blocks);
    }

    private Section budget() {
        return Section.of("五、用能预算执行", BudgetGrid.of("用能预算执行", figures.budgets()));
    }

    private Section quality() {
        List<List<Item>> rows = history.of(month).stream()
                .map(verdict -> List.of(
                        Item.of(verdict.name().zh()),
                        Item.of(verdict.indicator()),
                        Item.percent(verdict.completeness())))
                .toList();
        return Section.of("六、数据质量", new Grid("数据完整率", List.of("指标", "指标代码", "数据完整率"), rows));
    }

    private Section corrections() {
        return Section.of(
                "七、更正记录",
                CorrectionGrid.of(
                        "更正记录", figures.enterprise().code().text(), figures.corrections(), figures.calendar()));
    }
}

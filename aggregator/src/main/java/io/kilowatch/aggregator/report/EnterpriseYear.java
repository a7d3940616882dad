package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.report.Block.Drawing;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.aggregator.report.Block.Paragraph;
import io.kilowatch.aggregator.report.Report.Section;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The annual energy-utilisation report (能源利用状况报告; Energy Conservation Law, article 53), filled in as far as the system
 * knows; what it cannot know is left open.
 */
public final class EnterpriseYear {
    private final EnterpriseFigures figures;
    private final History history;
    private final YearTables tables;
    private final Period year;

    private EnterpriseYear(EnterpriseFigures figures, int of) {
        this.figures = figures;
        this.history = figures.history();
        this.year = new Period(PeriodKind.YEAR, LocalDate.of(of, 1, 1));
        this.tables = new YearTables(figures, history, year);
    }

    /** That of a year. */
    public static Report of(EnterpriseFigures figures, int year) {
        return new EnterpriseYear(figures, year).composed();
    }

    private Report composed() {
        Enterprise enterprise = figures.enterprise();
        int of = year.start().getYear();
        List<String> notes = new ArrayList<>();
        notes.add("本报告由在线监测数据预填，须经填报单位核对、补齐“待填”内容并对真实性负责后报送。");
        if (!history.of(year).stream().allMatch(History::isOver)) {
            notes.add("本年度尚未结束，数据仅至说明所载时刻，不与上年全年比较，不作年度判定。");
        }
        notes.addAll(Words.notes(history.of(year), figures.calendar()));
        return new Report(
                "能源利用状况报告（预填）",
                enterprise.name().zh() + "　" + of + "年度"
                        + (history.of(year).stream().allMatch(History::isOver) ? "" : "（年度未结束）"),
                "编号：NB-" + enterprise.code() + "-" + of,
                List.of(
                        Section.of("表1　基本情况", tables.identity()),
                        Section.of("表2　能源消费结构", figures.energy(history).ofYear(year)),
                        Section.of("表3　能源实物平衡", tables.balance()),
                        products(),
                        Section.of("表5　节能目标与用能预算完成情况", BudgetGrid.of("表5 用能预算完成", figures.budgets())),
                        Section.of("表6　原料用能", tables.feedstock()),
                        Section.of("表7　可再生能源电力与绿证", tables.renewables(), tables.dualControl()),
                        verdicts(),
                        Section.of(
                                "表9　更正记录",
                                CorrectionGrid.of(
                                        "表9 更正记录",
                                        enterprise.code().text(),
                                        figures.corrections(),
                                        figures.calendar())),
                        Section.of(
                                "附图　逐月综合能耗",
                                new Drawing(new Chart(
                                        "综合能耗（tce，当量值）",
                                        history.months("comprehensive-energy", LocalDate.of(of, 12, 1), 12),
                                        Chart.Form.BARS)))),
                notes,
                List.of("填报人（签字）", "能源管理负责人（签字）", "单位负责人（签字）", "填报单位（公章）及填报日期"));
    }

    private Section products() {
        List<Verdict> ratios = Stream.concat(
                        history.beginning("unit-product:", year).stream(), history.beginning("pue:", year).stream())
                .toList();
        return Section.of("表4　单位产品综合能耗指标", tables.products(ratios), tables.comparisons(ratios));
    }

    private Section verdicts() {
        List<Verdict> judged = history.judged(year);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(VerdictGrid.sentence("本年度", judged)));
        blocks.add(VerdictGrid.of("表8 主要指标判定", judged));
        blocks.addAll(VerdictGrid.reasons(judged));
        Grid parts = tables.parts(judged);
        if (!parts.rows().isEmpty()) {
            blocks.add(parts);
        }
        return new Section("表8　主要指标判定", blocks);
    }
}

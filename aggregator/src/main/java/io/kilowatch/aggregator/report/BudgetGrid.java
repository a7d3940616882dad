package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.outlook.BudgetOutlook;
import io.kilowatch.aggregator.report.Block.Grid;
import java.time.LocalDate;
import java.util.List;

/** Energy budgets against use, as a table of a report. */
final class BudgetGrid {
    private BudgetGrid() {}

    static Grid of(String caption, List<BudgetOutlook> budgets) {
        return new Grid(
                caption,
                List.of("下达文件", "口径", "全年预算 tce", "截至（不含）", "进度应用 tce", "实际 tce", "进度÷实际", "预警等级", "照此全年 tce", "预算不足自"),
                budgets.stream().map(BudgetGrid::row).toList());
    }

    private static List<Item> row(BudgetOutlook one) {
        return List.of(
                Item.of(String.join("、", one.documents())),
                Item.of(one.basis().label().zh()),
                Item.of(one.budget(), 2),
                Item.of(one.until().toString()),
                Item.of(one.schedule(), 2),
                Item.of(one.used(), 2),
                Item.percent(one.completion()),
                Item.of(one.grade().map(grade -> grade.name().zh()).orElse("")),
                Item.of(one.forecast()
                        .map(range -> Digits.text(range.value(), 0) + "（" + Digits.text(range.low(), 0) + "～"
                                + Digits.text(range.high(), 0) + "）")
                        .orElse("")),
                Item.of(one.exhausted().map(LocalDate::toString).orElse("")));
    }
}

package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.figures.Correction;
import io.kilowatch.aggregator.figures.EvidencePath;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Outcome;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The figures that were corrected after they were published, as a table of a report. */
final class CorrectionGrid {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CorrectionGrid() {}

    static Grid of(String caption, String enterprise, List<Correction> corrections, BusinessCalendar calendar) {
        return new Grid(
                caption,
                List.of("指标代码", "统计期", "单位", "原值", "更正后", "原判定", "更正后判定", "原因", "更正时间"),
                corrections.stream().map(one -> row(enterprise, one, calendar)).toList());
    }

    private static List<Item> row(String enterprise, Correction one, BusinessCalendar calendar) {
        Optional<String> evidence = Optional.of(EvidencePath.of(enterprise, one.indicator(), one.period()));
        return List.of(
                Item.of(one.indicator()),
                Item.of(Words.period(one.period())),
                Item.of(VerdictGrid.unit(one.unit())),
                Item.of(one.oldValue(), History.places(one.unit())),
                one.newValue()
                        .<Item>map((BigDecimal value) -> new Item.Figure(value, History.places(one.unit()), evidence))
                        .orElse(Item.NONE),
                outcome(one.oldOutcome()),
                outcome(one.newOutcome()),
                Item.of(cause(one.cause())),
                Item.of(TIME.format(one.at().atZone(calendar.zone()))));
    }

    private static Item outcome(Optional<String> word) {
        return word.map(Outcome::parse).map(Item::of).orElse(Item.NONE);
    }

    private static String cause(String cause) {
        return switch (cause) {
            case "registry" -> "登记资料变更";
            case "reference" -> "系数或限额数据变更";
            case "reading" -> "读数更正";
            default -> cause;
        };
    }
}

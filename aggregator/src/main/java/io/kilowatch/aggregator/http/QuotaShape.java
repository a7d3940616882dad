package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows of the quota table as the API shows them: levels as published, the rules with their expressions and texts. */
final class QuotaShape {
    /** The list of them. */
    static final Browsable<QuotaEntry> QUOTAS = new Browsable<>(
            "quotas",
            QuotaShape::json,
            List.of(
                    Column.of("代码", "quota", 30),
                    Column.of("类别", "kind", 12),
                    Column.of("标准", "standard", 18),
                    Column.of("标准名称", "title", 36),
                    Column.of("行业", "industry"),
                    Column.of("产品", "product", 20),
                    Column.of("条件", "condition", 24),
                    Column.of("指标", "metric", 28),
                    Column.of("单位", "unit", 10),
                    Column.of("1 级", "level 1", 10),
                    Column.of("2 级", "level 2", 10),
                    Column.of("3 级", "level 3", 10),
                    Column.of("标杆", "benchmark", 10),
                    Column.of("基准", "baseline", 10),
                    Column.of("计算口径", "basis", 12),
                    Column.of("施行日期", "in force from", 12),
                    Column.of("修正与豁免", "rules", 50),
                    Column.of("已核实", "verified", 8),
                    Column.of("来源", "source", 40)),
            QuotaShape::cells);

    private QuotaShape() {}

    static ObjectNode json(QuotaEntry entry) {
        Quota quota = entry.quota();
        ObjectNode node = Json.object()
                .put("quota", quota.id())
                .put("kind", word(entry.kind()))
                .put("standard", quota.standard());
        node.set("title", Json.name(quota.title()));
        node.put("industry", entry.industry()).put("product", entry.product()).put("condition", entry.condition());
        node.set("metric", Json.name(quota.metric()));
        node.put("unit", quota.unit());
        node.set("levels", Json.limits(new Limits(quota.level1(), quota.level2(), quota.level3())));
        node.put("benchmark", Json.text(entry.benchmark()))
                .put("baseline", Json.text(entry.baseline()))
                .put("basis", entry.basis().word())
                .put("factorScope", entry.factorScope().orElse(null))
                .put("effectiveFrom", quota.effectiveFrom().toString())
                .put("supersededBy", entry.supersededBy());
        node.set("rules", Json.array(entry.rules(), QuotaShape::rule));
        return node.put("verified", quota.verified()).put("source", quota.source());
    }

    private static ObjectNode rule(QuotaRule rule) {
        ObjectNode node = Json.object().put("kind", rule.kind().name().toLowerCase(Locale.ROOT));
        var levels = node.putArray("levels");
        rule.levels().stream().sorted().forEach(levels::add);
        node.put("expression", rule.expression());
        node.set("text", Json.name(rule.text()));
        return node.put("clause", rule.clause())
                .put("verified", rule.verified())
                .put("source", rule.source());
    }

    static String word(QuotaEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<Cell> cells(QuotaEntry entry) {
        Quota quota = entry.quota();
        return Cell.row(
                quota.id(),
                word(entry.kind()),
                quota.standard(),
                quota.title().zh() + " / " + quota.title().en(),
                entry.industry(),
                entry.product(),
                entry.condition(),
                quota.metric().zh() + " / " + quota.metric().en(),
                quota.unit(),
                quota.level1(),
                quota.level2(),
                quota.level3(),
                entry.benchmark(),
                entry.baseline(),
                entry.basis().word(),
                quota.effectiveFrom(),
                entry.rules().stream()
                        .map(rule -> rule.text().zh() + " / " + rule.text().en() + " [" + rule.expression() + "]")
                        .collect(Collectors.joining("; ")),
                quota.verified() ? "yes" : "no",
                quota.source());
    }
}

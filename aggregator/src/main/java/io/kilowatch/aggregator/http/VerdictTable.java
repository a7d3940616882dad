package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.figures.EvidencePath;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Verdicts as a table.
 *
 * @param enterprises finds an enterprise by its code
 * @param base where the API is, for links
 */
record VerdictTable(Function<String, Optional<Enterprise>> enterprises, String base) {
    private static final List<Column> COLUMNS = List.of(
            Column.of("统一社会信用代码", "credit code", 22),
            Column.of("用能单位", "enterprise", 32),
            Column.of("英文名", "English name", 32),
            Column.of("地区", "region", 10),
            Column.of("行业", "industry", 10),
            Column.of("指标代码", "indicator", 26),
            Column.of("指标", "name", 28),
            Column.of("统计期", "period", 9),
            Column.of("起", "from", 12),
            Column.of("止（不含）", "until", 12),
            Column.of("值", "value"),
            Column.of("单位", "unit", 10),
            Column.of("限值", "limit", 12),
            Column.of("1 级", "level 1", 12),
            Column.of("2 级", "level 2", 12),
            Column.of("3 级", "level 3", 12),
            Column.of("适用等级", "judged level", 9),
            Column.of("达到等级", "level reached", 9),
            Column.of("余量", "margin", 12),
            Column.of("数据完整率", "completeness", 10),
            Column.of("判定", "outcome", 16),
            Column.of("原因", "reasons", 40),
            Column.of("标准", "standard", 18),
            Column.of("限值已核实", "limit verified", 10),
            Column.of("依据", "evidence", 14));

    Table of(String title, Table.Rows rows) {
        return new Table(title, COLUMNS, rows);
    }

    List<Cell> row(Verdict verdict) {
        Optional<Enterprise> enterprise = enterprises.apply(verdict.enterprise().text());
        Optional<Judgement> judgement = verdict.judgement();
        Optional<Quota> quota = judgement.flatMap(Judgement::quota);
        Limits limits = judgement.map(Judgement::limits).orElse(Limits.NONE);
        return Cell.row(
                verdict.enterprise(),
                enterprise.map(one -> one.name().zh()),
                enterprise.map(one -> one.name().en()),
                enterprise.map(Enterprise::region),
                enterprise.map(Enterprise::industry),
                verdict.indicator(),
                both(verdict.name()),
                verdict.period().kind().word(),
                verdict.period().start(),
                verdict.period().end(),
                verdict.value(),
                verdict.unit(),
                judgement.flatMap(Judgement::limit),
                limits.level1(),
                limits.level2(),
                limits.level3(),
                judgement.map(Judgement::judgedLevel),
                judgement.flatMap(Judgement::levelReached),
                verdict.margin(),
                verdict.completeness(),
                judgement.map(one -> one.outcome().word()),
                judgement.map(VerdictTable::reasons),
                quota.map(Quota::standard),
                quota.map(one -> one.verified() ? "是 / yes" : "否 / no"),
                new Cell.Link("依据 / evidence", base + EvidencePath.of(verdict)));
    }

    private static String both(Name name) {
        return name.zh() + " / " + name.en();
    }

    private static String reasons(Judgement judgement) {
        return judgement.reasons().stream().map(reason -> both(reason.text())).collect(Collectors.joining("; "));
    }
}

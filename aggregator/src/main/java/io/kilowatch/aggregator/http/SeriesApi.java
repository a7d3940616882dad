package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.http.Asked;
import io.kilowatch.aggregator.figures.Months;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** One indicator of an enterprise over time, for charts. */
final class SeriesApi {
    private static final List<Column> ROLLING = List.of(
            Column.of("截至月份", "month"),
            Column.of("月数", "months"),
            Column.of("滚动 12 个月值", "value over 12 months"),
            Column.of("单位", "unit"),
            Column.of("分子合计", "sum above the line"),
            Column.of("分母合计", "sum below the line"),
            Column.of("数据完整率", "completeness"));

    private final Known known;
    private final VerdictItem item;

    SeriesApi(Known known, VerdictItem item) {
        this.known = known;
        this.item = item;
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators/{indicator}/series}. */
    Reply series(Query query) throws Exception {
        PeriodKind kind = Known.kind(query, "period").orElse(PeriodKind.MONTH);
        LocalDate to = to(query, kind);
        LocalDate from = query.date("from")
                .orElse(
                        switch (kind) {
                            case DAY -> to.minusDays(61);
                            case MONTH -> to.minusMonths(23);
                            case YEAR -> to.minusYears(9);
                        });
        List<Verdict> verdicts = found(query, kind, from, to);
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            VerdictTable table = new VerdictTable(known::find, query.base());
            Table whole = table.of("series", taker -> {
                for (Verdict verdict : verdicts) {
                    taker.row(table.row(verdict));
                }
            });
            return Reply.table(whole, format, "series-" + query.inPath("code") + '-' + query.inPath("indicator"));
        }
        ObjectNode answer = head(verdicts).put("period", kind.word());
        answer.put("from", from.toString()).put("to", to.toString());
        answer.set("points", Json.array(verdicts, item::point));
        return Reply.json(answer.toString());
    }

    private LocalDate to(Query query, PeriodKind kind) throws Exception {
        LocalDate newest = known.verdicts().newest(kind).orElse(LocalDate.EPOCH);
        return query.date("to").orElse(newest);
    }

    private List<Verdict> found(Query query, PeriodKind kind, LocalDate from, LocalDate to) throws Exception {
        String code = Asked.code(query.inPath("code"));
        String indicator = Known.indicator(query.inPath("indicator")).replace("*", "");
        List<Verdict> verdicts =
                known.verdicts().all(Wanted.of(code).indicator(indicator).during(kind, from, to));
        if (verdicts.isEmpty()) {
            throw Refusal.notFound(
                    code + " 在 " + from + " 至 " + to + " 没有指标 " + indicator + " 的" + kind.word() + "值",
                    "there is no " + kind.word() + " of indicator " + indicator + " of " + code + " from " + from
                            + " to " + to);
        }
        return verdicts;
    }

    private static ObjectNode head(List<Verdict> verdicts) {
        Verdict last = verdicts.get(verdicts.size() - 1);
        ObjectNode node =
                Json.object().put("enterprise", last.enterprise().text()).put("indicator", last.indicator());
        node.set("name", Json.name(last.name()));
        return node.put("unit", last.unit());
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators/{indicator}/rolling}. */
    Reply rolling(Query query) throws Exception {
        YearMonth to = YearMonth.from(to(query, PeriodKind.MONTH));
        YearMonth from = query.date("from").map(YearMonth::from).orElse(to.minusMonths(11));
        if (from.isAfter(to) || from.plusYears(20).isBefore(to)) {
            throw Refusal.badRequest(
                    "from 应不晚于 to，且相距不超过 20 年", "from has to be at most 20 years before to, and not after it");
        }
        List<Verdict> verdicts =
                found(query, PeriodKind.MONTH, from.minusMonths(Months.ALL - 1L).atDay(1), to.atDay(1));
        List<Months> rolling = Months.ending(from, to, verdicts);
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            String unit = verdicts.get(0).unit();
            List<List<Cell>> rows = rolling.stream()
                    .map(one -> Cell.row(
                            one.month(),
                            one.months(),
                            one.value(),
                            unit,
                            one.numerator(),
                            one.denominator(),
                            one.completeness()))
                    .toList();
            return Reply.table(Table.of("rolling", ROLLING, rows), format, "rolling-" + query.inPath("code"));
        }
        ObjectNode answer = head(verdicts).put("advisory", true);
        answer.set("called", Json.name(called(query.inPath("indicator"))));
        answer.set("points", Json.array(rolling, SeriesApi::point));
        return Reply.json(answer.toString());
    }

    /** What the figure may be called; the one that is judged in law is the calendar year's. */
    private static Name called(String indicator) {
        return indicator.startsWith("pue:")
                ? new Name(
                        "连续 12 个月的 PUE（Σ 总能耗 ÷ Σ IT 能耗），仅供参考；不足 12 个月的称阶段性 PUE，不在此列",
                        "PUE over 12 consecutive months (facility energy over IT energy), advisory; one of fewer months"
                                + " is an interim PUE and is not given here")
                : new Name(
                        "滚动 12 个月值（分子合计 ÷ 分母合计），仅供参考，依法判定以自然年为准",
                        "value over 12 months (sum over sum), advisory; the calendar year is what is judged in law");
    }

    private static ObjectNode point(Months one) {
        return Json.object()
                .put("month", one.month().toString())
                .put("from", one.month().minusMonths(Months.ALL - 1L).atDay(1).toString())
                .put("until", one.month().plusMonths(1).atDay(1).toString())
                .put("months", one.months())
                .put("value", Json.text(one.value()))
                .put("numerator", Json.text(one.numerator()))
                .put("denominator", Json.text(one.denominator()))
                .put("completeness", one.completeness().toPlainString());
    }
}

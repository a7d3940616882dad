package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.outlook.Rolling;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** An indicator over twelve months, ending with each month asked for. */
final class RollingApi {
    private static final int MONTHS = 12;
    private static final int LONGEST = 120;
    private static final List<Column> COLUMNS = List.of(
            Column.of("截至月份", "last month"),
            Column.of("缺数月数", "months missing"),
            Column.of("滚动 12 个月值", "value over 12 months", 22),
            Column.of("单位", "unit"),
            Column.of("分子合计", "sum above the line", 20),
            Column.of("分母合计", "sum below the line", 20),
            Column.of("数据完整率", "completeness"));

    private final SeriesApi series;

    RollingApi(SeriesApi series) {
        this.series = series;
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators/{indicator}/rolling}. */
    Reply rolling(Query query) throws Exception {
        YearMonth to = YearMonth.from(series.to(query, PeriodKind.MONTH));
        YearMonth from = query.date("from").map(YearMonth::from).orElse(to.minusMonths(MONTHS - 1L));
        if (from.isAfter(to) || from.plusMonths(LONGEST).isBefore(to)) {
            throw Refusal.badRequest(
                    "from 应不晚于 to，且相距不超过 " + LONGEST + " 个月",
                    "from has to be at most " + LONGEST + " months before to, and not after it");
        }
        List<Verdict> verdicts = series.found(
                query, PeriodKind.MONTH, from.minusMonths(MONTHS - 1L).atDay(1), to.atDay(1));
        List<Rolling> years = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            years.add(Rolling.of(month, verdicts));
        }
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            String unit = verdicts.get(0).unit();
            Table table = Table.of(
                    "rolling",
                    COLUMNS,
                    years.stream().map(one -> row(one, unit)).toList());
            return Reply.table(table, format, "rolling-" + query.inPath("code") + '-' + query.inPath("indicator"));
        }
        ObjectNode answer = SeriesApi.head(verdicts).put("advisory", true);
        answer.set("called", Json.name(called(query.inPath("indicator"))));
        answer.set("points", Json.array(years, RollingApi::point));
        return Reply.json(answer.toString());
    }

    private static List<Cell> row(Rolling one, String unit) {
        return Cell.row(
                one.last(),
                one.missing().size(),
                one.value(),
                unit,
                one.sums().numerator(),
                one.sums().denominator(),
                one.completeness());
    }

    /** What the figure may be called; the one that is judged in law is the calendar year's. */
    private static Name called(String indicator) {
        return indicator.startsWith("pue:")
                ? new Name(
                        "滚动 12 个月 PUE（Σ 总能耗 ÷ Σ IT 能耗），仅供参考；缺月的为阶段性 PUE（interim PUE）",
                        "rolling 12-month PUE (facility energy over IT energy), for information; with months missing it"
                                + " is an interim PUE")
                : new Name(
                        "滚动 12 个月值（分子合计 ÷ 分母合计），仅供参考，限额按自然年判定",
                        "rolling 12 months (sum over sum), for information; quotas are judged by the calendar year");
    }

    private static ObjectNode point(Rolling one) {
        ObjectNode node = Json.object()
                .put("month", one.last().toString())
                .put("value", Json.text(one.value()))
                .put("numerator", one.sums().numerator().toPlainString())
                .put("denominator", one.sums().denominator().toPlainString())
                .put("completeness", one.completeness().toPlainString());
        node.set(
                "missing",
                Json.texts(one.missing().stream().map(YearMonth::toString).toList()));
        node.set("text", Json.name(one.text()));
        return node;
    }
}

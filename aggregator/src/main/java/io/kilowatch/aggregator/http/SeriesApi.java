package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.http.Asked;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Table;
import java.time.LocalDate;
import java.util.List;

/** One indicator of an enterprise over time, for charts. */
final class SeriesApi {
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

    LocalDate to(Query query, PeriodKind kind) throws Exception {
        LocalDate newest = known.verdicts().newest(kind).orElse(LocalDate.EPOCH);
        return query.date("to").orElse(newest);
    }

    List<Verdict> found(Query query, PeriodKind kind, LocalDate from, LocalDate to) throws Exception {
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

    static ObjectNode head(List<Verdict> verdicts) {
        Verdict last = verdicts.get(verdicts.size() - 1);
        ObjectNode node =
                Json.object().put("enterprise", last.enterprise().text()).put("indicator", last.indicator());
        node.set("name", Json.name(last.name()));
        return node.put("unit", last.unit());
    }
}

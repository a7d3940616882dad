package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.http.Asked;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.registry.feed.EnterpriseFilter;
import java.util.Optional;

/** Verdicts: of a period across all enterprises, and of one enterprise over all periods. */
final class IndicatorApi {
    private final Known known;
    private final VerdictItem item;

    IndicatorApi(Known known, VerdictItem item) {
        this.known = known;
        this.item = item;
    }

    private VerdictPages pages(Query query) {
        return new VerdictPages(known.verdicts(), new VerdictTable(known::find, query.base()));
    }

    /** {@code GET /api/v1/indicators}. */
    Reply all(Query query) throws Exception {
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        Optional<Period> period = known.period(query, PeriodKind.MONTH);
        Wanted wanted = Known.narrowed(Wanted.of(period.orElse(Known.NEVER)), query);
        EnterpriseFilter filter = Known.filter(query);
        if (!filter.isAll()) {
            wanted = wanted.by(Known.codes(known.matching(filter)));
        }
        if (format != Format.JSON) {
            return pages(query).file(format, "indicators", wanted);
        }
        ObjectNode answer = Json.object();
        answer.set("period", Json.period(period));
        return pages(query)
                .json(
                        answer,
                        query,
                        wanted,
                        verdict ->
                                item.of(verdict, known.find(verdict.enterprise().text())));
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators}. */
    Reply ofEnterprise(Query query) throws Exception {
        String code = Asked.code(query.inPath("code"));
        Wanted all = Wanted.of(code);
        Wanted wanted = Known.narrowed(
                new Wanted(
                        all.enterprises(),
                        Known.kind(query, "kind"),
                        query.date("from"),
                        query.date("to"),
                        Optional.empty(),
                        Optional.empty()),
                query);
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        return format == Format.JSON
                ? pages(query).json(Json.object(), query, wanted, item::of)
                : pages(query).file(format, "indicators-" + code, wanted);
    }
}

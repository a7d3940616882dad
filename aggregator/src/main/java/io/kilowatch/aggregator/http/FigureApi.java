package io.kilowatch.aggregator.http;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.http.Asked;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import java.time.LocalDate;

/** One verdict with all that it was judged by. */
final class FigureApi {
    private final Known known;
    private final VerdictItem item;

    FigureApi(Known known, VerdictItem item) {
        this.known = known;
        this.item = item;
    }

    /** {@code GET /api/v1/enterprises/{code}/indicators/{indicator}/{kind}/{start}}. */
    Reply figure(Query query) throws Exception {
        Figure asked = Asked.figure(
                query.inPath("code"), query.inPath("indicator"), query.inPath("kind"), query.inPath("start"));
        LocalDate start = asked.period().start();
        Wanted wanted = Wanted.of(asked.enterprise().toString())
                .indicator(asked.indicator().replace("*", ""))
                .during(asked.period().kind(), start, start);
        Verdict verdict = known.verdicts().all(wanted).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        asked.enterprise() + " 在 " + start + " 没有指标 " + asked.indicator() + " 的值",
                        "there is no figure of indicator " + asked.indicator() + " of " + asked.enterprise() + " from "
                                + start));
        return Reply.json(item.whole(verdict).toString());
    }
}

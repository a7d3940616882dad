package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.figures.Place;
import io.kilowatch.aggregator.figures.Verdicts;
import io.kilowatch.aggregator.figures.Wanted;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import io.kilowatch.platform.http.Cursor;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lists of verdicts: a page as JSON, or all of them as a table that is read page by page while it is written.
 *
 * @param verdicts where they come from
 * @param table how a row looks
 */
record VerdictPages(Verdicts verdicts, VerdictTable table) {
    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 1_000;

    /** Fills an answer with the page asked for. */
    Reply json(ObjectNode answer, Query query, Wanted wanted, Function<Verdict, ObjectNode> shape) throws Exception {
        int limit = query.limit(PAGE, LONGEST_PAGE);
        List<Verdict> found = verdicts.page(wanted, query.cursor(3).map(VerdictPages::place), limit + 1);
        List<Verdict> page = found.subList(0, Math.min(limit, found.size()));
        answer.set("items", Json.array(page, shape));
        answer.put("next", found.size() > limit ? cursor(page.get(limit - 1)) : null);
        return Reply.json(answer.toString());
    }

    /** Writes all that are asked for. */
    Reply file(Format format, String name, Wanted wanted) throws Exception {
        Table whole = table.of("verdicts", taker -> {
            Optional<Place> after = Optional.empty();
            List<Verdict> page;
            do {
                page = verdicts.page(wanted, after, LONGEST_PAGE);
                for (Verdict verdict : page) {
                    taker.row(table.row(verdict));
                    after = Optional.of(Place.of(verdict));
                }
            } while (page.size() == LONGEST_PAGE);
        });
        return Reply.table(whole, format, name);
    }

    private static String cursor(Verdict last) {
        return Cursor.of(
                        last.enterprise().text(),
                        last.indicator(),
                        last.period().toString())
                .text();
    }

    private static Place place(Cursor cursor) {
        try {
            return new Place(cursor.part(0), cursor.part(1), Period.parse(cursor.part(2)));
        } catch (RuntimeException e) {
            throw Cursor.refused();
        }
    }
}

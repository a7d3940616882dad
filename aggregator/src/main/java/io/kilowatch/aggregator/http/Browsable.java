package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.platform.http.Cursor;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of reference data that can be browsed: page by page as JSON, or whole as a table. Its rows never change while the
 * program runs, so that a place among them is enough for a cursor.
 *
 * @param name what its files are called
 * @param json a row as JSON
 * @param columns the columns of a table
 * @param cells a row of it
 */
record Browsable<T>(String name, Function<T, ObjectNode> json, List<Column> columns, Function<T, List<Cell>> cells) {
    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 1_000;

    Reply reply(Query query, List<T> rows) throws Exception {
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            return Reply.table(Table.of(name, columns, rows.stream().map(cells).toList()), format, name);
        }
        int from = query.cursor(1).flatMap(Browsable::place).orElse(0);
        int until = Math.min(from + query.limit(PAGE, LONGEST_PAGE), rows.size());
        ObjectNode answer = Json.object();
        answer.set("items", Json.array(rows.subList(Math.min(from, until), until), json));
        answer.put(
                "next", until < rows.size() ? Cursor.of(String.valueOf(until)).text() : null);
        return Reply.json(answer.toString());
    }

    private static Optional<Integer> place(Cursor cursor) {
        try {
            return Optional.of(Integer.valueOf(cursor.part(0))).filter(place -> place >= 0);
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }
}

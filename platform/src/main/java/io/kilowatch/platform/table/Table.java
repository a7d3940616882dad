package io.kilowatch.platform.table;

import java.io.IOException;
import java.util.List;

/**
 * A table whose rows are read one after another while it is written, so that it may be long.
 *
 * @param title what it is called
 * @param notes lines above it in a spreadsheet; CSV has none
 * @param columns its columns
 * @param rows its rows
 */
public record Table(String title, List<String> notes, List<Column> columns, Rows rows) {
    /** Copies its lists. */
    public Table {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    /** One without notes. */
    public Table(String title, List<Column> columns, Rows rows) {
        this(title, List.of(), columns, rows);
    }

    /** One whose rows are all there. */
    public static Table of(String title, List<Column> columns, List<List<Cell>> rows) {
        List<List<Cell>> copied = List.copyOf(rows);
        return new Table(title, columns, taker -> {
            for (List<Cell> row : copied) {
                taker.row(row);
            }
        });
    }

    /** Where rows come from. */
    @FunctionalInterface
    public interface Rows {
        /** Gives every row to a taker, in order. */
        void each(Taker taker) throws Exception;
    }

    /** What takes rows. */
    @FunctionalInterface
    public interface Taker {
        /** Takes one; cells that lack at its end are blank. */
        void row(List<Cell> cells) throws IOException;
    }
}

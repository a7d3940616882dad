package io.kilowatch.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/**
 * A table as CSV (RFC 4180) that spreadsheets open rightly: with a byte order mark, CRLF, and no cell of text that would be
 * taken for a formula.
 */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /** Writes a table; the stream stays open. */
    public static void write(Table table, OutputStream stream) throws Exception {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
        out.write(BYTE_ORDER_MARK);
        row(out, table.columns().stream().map(column -> Cell.of(column.head())).toList());
        table.rows().each(cells -> row(out, cells));
        out.flush();
    }

    private static void row(Writer out, List<Cell> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(text(cells.get(i)));
        }
        out.write("\r\n");
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return quoted(text.text());
        }
        if (cell instanceof Cell.Number number) {
            return number.value().toPlainString();
        }
        if (cell instanceof Cell.Figure figure) {
            return figure.value().toPlainString();
        }
        if (cell instanceof Cell.Day day) {
            return day.value().toString();
        }
        return cell instanceof Cell.Link link ? quoted(link.url()) : "";
    }

    private static String quoted(String cell) {
        String safe = looksLikeFormula(cell) ? '\'' + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean looksLikeFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]?\\d+(\\.\\d+)?");
    }
}

package io.kilowatch.alerts.http;

import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180) that spreadsheets open rightly: with a byte order mark, CRLF, and no cell of text that would be
 * taken for a formula.
 */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    Csv(String... heading) {
        row((Object[]) heading);
    }

    /** Adds a row; null is an empty cell. */
    Csv row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            Object cell = cells[i];
            text.append(cell == null ? "" : quoted(cell.toString()));
        }
        text.append("\r\n");
        return this;
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

    String text() {
        return text.toString();
    }
}

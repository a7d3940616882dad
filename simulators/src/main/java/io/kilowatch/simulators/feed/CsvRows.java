package io.kilowatch.simulators.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file. */
final class CsvRows implements Rows {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader lines;
    private final char delimiter;
    private final List<String> header;
    private long line;

    CsvRows(InputStream in, Layout layout) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(in, layout.charset()));
        this.delimiter = layout.delimiter();
        String names = "";
        while (line < layout.header()) {
            line++;
            String text = lines.readLine();
            names = text == null ? "" : text;
        }
        names = names.startsWith(BYTE_ORDER_MARK) ? names.substring(1) : names;
        this.header = header(names);
    }

    private List<String> header(String names) throws IOException {
        try {
            return CsvLine.parse(names, delimiter).fields().stream()
                    .map(String::strip)
                    .toList();
        } catch (IllegalArgumentException e) {
            close();
            throw new IllegalArgumentException("its header in line " + line + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        String text;
        do {
            text = lines.readLine();
            line++;
        } while (text != null && text.isBlank());
        if (text == null) {
            return null;
        }
        List<String> cells = CsvLine.parse(text, delimiter).fields();
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("has " + cells.size() + " fields where the header has " + header.size());
        }
        return cells;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

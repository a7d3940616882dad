package io.kilowatch.simulators.feed;

import io.kilowatch.platform.config.InvalidSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of a workbook, read as a stream. */
final class XlsxRows implements Rows {
    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;
    private long line;

    private XlsxRows(ReadableWorkbook book, Stream<Row> stream, int headerLine) {
        this.book = book;
        this.stream = stream;
        this.rows = stream.iterator();
        List<String> names = List.of();
        while (line < headerLine && rows.hasNext()) {
            names = cells(rows.next(), Integer.MAX_VALUE);
        }
        this.header = line == headerLine ? names.stream().map(String::strip).toList() : List.of();
    }

    static XlsxRows open(Path file, Layout layout) throws IOException {
        ReadableWorkbook book = workbook(file);
        try {
            Sheet sheet = layout.sheet().isEmpty()
                    ? book.getFirstSheet()
                    : book.findSheet(layout.sheet().get()).orElseThrow(() -> missing(file, layout, book));
            return new XlsxRows(book, sheet.openStream(), layout.header());
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    /** The library says by various exceptions that a file is no workbook. */
    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (IOException | RuntimeException e) {
            throw new IOException("it is no XLSX workbook (" + e.getMessage() + ')', e);
        }
    }

    private static InvalidSettings missing(Path file, Layout layout, ReadableWorkbook book) {
        return new InvalidSettings(
                List.of(file + " has no sheet \"" + layout.sheet().orElse("") + "\"; it has "
                        + book.getSheets().map(Sheet::getName).collect(Collectors.joining(", "))));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable List<String> next() {
        while (rows.hasNext()) {
            List<String> cells = cells(rows.next(), header.size());
            if (!cells.stream().allMatch(String::isBlank)) {
                return cells;
            }
        }
        return null;
    }

    private List<String> cells(Row row, int width) {
        line = row.getRowNum();
        int many = Math.min(width, row.getCellCount());
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            @Nullable Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            cells.add(cell == null ? "" : CellText.of(cell));
        }
        while (width != Integer.MAX_VALUE && cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}

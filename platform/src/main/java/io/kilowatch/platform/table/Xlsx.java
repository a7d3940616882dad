package io.kilowatch.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as a workbook (Office Open XML), one sheet each: numbers as numbers, the head frozen, a filter on it. */
public final class Xlsx {
    /** More links than that a sheet cannot have; what is beyond is text. */
    private static final int MOST_LINKS = 65_000;

    private static final int FLUSHED = 500;
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_000;

    private final Worksheet sheet;
    private int row;
    private int links;

    private Xlsx(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Writes tables; the stream stays open. */
    public static void write(List<Table> tables, OutputStream stream) throws Exception {
        Workbook book = new Workbook(stream, "Kilowatch", "1.0");
        Set<String> names = new HashSet<>();
        for (Table table : tables) {
            Worksheet sheet = book.newWorksheet(sheetName(table.title(), names));
            new Xlsx(sheet).write(table);
            sheet.finish();
        }
        book.finish();
    }

    /** A name that a sheet may have and no other has. */
    private static String sheetName(String title, Set<String> taken) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String end = " " + i;
            name = plain.substring(0, Math.min(LONGEST_NAME - end.length(), plain.length())) + end;
        }
        return name;
    }

    private void write(Table table) throws Exception {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
        }
        for (String note : table.notes()) {
            sheet.inlineString(row++, 0, note);
        }
        int head = row++;
        sheet.freezePane(0, row);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.repeatRows(head);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(head, i, columns.get(i).head());
            sheet.style(head, i)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("center")
                    .fillColor("E7EEF4")
                    .set();
        }
        table.rows().each(this::row);
        if (!columns.isEmpty()) {
            sheet.setAutoFilter(head, 0, Math.max(head, row - 1), columns.size() - 1);
        }
    }

    private void row(List<Cell> cells) throws IOException {
        if (row >= Worksheet.MAX_ROWS) {
            throw new IOException("a sheet has at most " + Worksheet.MAX_ROWS + " rows");
        }
        for (int i = 0; i < cells.size(); i++) {
            cell(i, cells.get(i));
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Cell cell) {
        if (cell instanceof Cell.Number number) {
            sheet.value(row, column, number.value());
        } else if (cell instanceof Cell.Figure figure) {
            if (links++ < MOST_LINKS) {
                sheet.range(row, column, row, column).setHyperlink(new HyperLink(escaped(figure.url())));
            }
            sheet.value(row, column, figure.value());
        } else if (cell instanceof Cell.Day day) {
            sheet.value(row, column, day.value());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Cell.Link link && links < MOST_LINKS) {
            links++;
            sheet.hyperlink(row, column, HyperLink.external(escaped(link.url()), link.text()));
            sheet.style(row, column).fontColor("0563C1").underlined().set();
        } else if (cell instanceof Cell.Link link) {
            sheet.inlineString(row, column, link.url());
        } else if (cell instanceof Cell.Text text) {
            sheet.inlineString(row, column, shortened(text.text()));
        }
    }

    /** The library writes a link's target as it is. */
    private static String escaped(String url) {
        return url.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + '…';
    }
}

package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.platform.table.Table;
import java.util.ArrayList;
import java.util.List;

/** A report as sheets of a workbook: one for what is said, one for each table. */
public final class ReportBook {
    private static final int WIDE = 28;
    private static final int COMMON = 16;

    private ReportBook() {}

    /**
     * That of a report.
     *
     * @param base where the API is, for links
     */
    public static List<Table> of(Report report, String base) {
        List<Table> sheets = new ArrayList<>();
        sheets.add(cover(report));
        for (Report.Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Grid grid) {
                    sheets.add(sheet(report, grid, base));
                }
            }
        }
        return sheets;
    }

    private static Table cover(Report report) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(Cell.row(report.subtitle()));
        rows.add(Cell.row(report.number()));
        for (Report.Section section : report.sections()) {
            rows.add(Cell.row(section.heading()));
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    rows.add(Cell.row(paragraph.text()));
                }
            }
        }
        rows.add(Cell.row("说明"));
        report.notes().forEach(note -> rows.add(Cell.row(note)));
        report.signatures().forEach(who -> rows.add(Cell.row(who + "：")));
        return Table.of("封面", List.of(new Column(report.title(), 100)), rows);
    }

    private static Table sheet(Report report, Grid grid, String base) {
        List<Column> columns = new ArrayList<>();
        for (String head : grid.heads()) {
            columns.add(new Column(head, columns.isEmpty() ? WIDE : COMMON));
        }
        List<List<Cell>> rows = grid.rows().stream()
                .map(row -> row.stream().map(item -> cell(item, base)).toList())
                .toList();
        return new Table(
                grid.caption(), List.of(report.title() + "　" + report.subtitle(), grid.caption()), columns, taker -> {
                    for (List<Cell> row : rows) {
                        taker.row(row);
                    }
                });
    }

    private static Cell cell(Item item, String base) {
        if (item instanceof Item.Words words) {
            return Cell.of(words.text());
        }
        if (item instanceof Item.Figure figure) {
            return figure.evidence()
                    .<Cell>map(path -> new Cell.Figure(figure.value(), base + path))
                    .orElseGet(() -> new Cell.Number(figure.value()));
        }
        return Cell.of("待填");
    }
}

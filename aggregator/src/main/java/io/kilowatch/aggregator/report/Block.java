package io.kilowatch.aggregator.report;

import java.util.List;

/** A part of a section. */
sealed interface Block {
    /**
     * A paragraph.
     *
     * @param text which
     */
    record Paragraph(String text) implements Block {}

    /**
     * A table.
     *
     * @param caption what it is called; the sheet's name in a workbook
     * @param heads what stands above its columns
     * @param rows its rows, as wide as the heads
     */
    record Grid(String caption, List<String> heads, List<List<Item>> rows) implements Block {
        /** Copies its lists. */
        public Grid {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Chart of a figure month by month.
     *
     * @param chart which
     */
    record Drawing(Chart chart) implements Block {}
}

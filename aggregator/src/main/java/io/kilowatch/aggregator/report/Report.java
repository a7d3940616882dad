package io.kilowatch.aggregator.report;

import java.util.List;

/**
 * A report, as it is both printed and written as a workbook.
 *
 * @param title what it is
 * @param subtitle whose, and of when
 * @param number by what it is filed
 * @param sections its sections
 * @param notes what has to be said of its figures
 * @param signatures who signs
 */
public record Report(
        String title,
        String subtitle,
        String number,
        List<Section> sections,
        List<String> notes,
        List<String> signatures) {
    /** Copies its lists. */
    public Report {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        signatures = List.copyOf(signatures);
    }

    /**
     * A section.
     *
     * @param heading what it is about
     * @param blocks its parts
     */
    record Section(String heading, List<Block> blocks) {
        /** Copies its parts. */
        Section {
            blocks = List.copyOf(blocks);
        }

        static Section of(String heading, Block... blocks) {
            return new Section(heading, List.of(blocks));
        }
    }
}

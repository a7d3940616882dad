package io.kilowatch.aggregator.evidence.verify;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The rows of a CSV file, one after another. */
final class Rows {
    private static final ObjectReader CSV = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());

    private Rows() {}

    /** What takes one row; it throws any {@link RuntimeException} for a cell that cannot be read. */
    @FunctionalInterface
    interface Taker {
        void take(Map<String, String> row) throws Unusable;
    }

    static void each(SealedFile file, String name, Taker taker) throws Unusable {
        int number = 1;
        try (InputStream stream = file.stream(name);
                MappingIterator<Map<String, String>> rows = CSV.readValues(stream)) {
            while (rows.hasNextValue()) {
                number++;
                taker.take(rows.nextValue());
            }
        } catch (IOException | RuntimeException e) {
            throw new Unusable(
                    name,
                    "第 " + number + " 行无法读取：" + e.getMessage(),
                    "line " + number + " cannot be read: " + e.getMessage());
        }
    }

    static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return cell;
    }
}

package io.kilowatch.aggregator.accounting;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of a table of cases whose figures were worked out by hand from the standards. */
record HandCheckedCase(Map<String, String> cells) {
    /** The rows of a table beside this class. */
    static Stream<HandCheckedCase> table(String name) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (InputStream file = Objects.requireNonNull(HandCheckedCase.class.getResourceAsStream(name), name)) {
            List<Map<String, String>> rows = new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(schema)
                    .<Map<String, String>>readValues(file)
                    .readAll();
            return rows.stream().map(HandCheckedCase::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell as it stands. */
    String text(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(cell -> !cell.isEmpty());
    }

    /** A cell of a column that not every table has. */
    Optional<String> ifThere(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    Optional<BigDecimal> decimal(String column) {
        return optional(column).map(BigDecimal::new);
    }

    /** The parts of a cell, which semicolons separate. */
    List<String> parts(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The words of a cell. */
    List<String> words(String column) {
        return Arrays.stream(text(column).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean isNewPlant() {
        return text("plant").equals("new");
    }

    /** A year such as {@code 2026}, a month such as {@code 2026-08} or a day. */
    Period period() {
        String label = text("period");
        return switch (label.length()) {
            case 4 -> Times.year(Integer.parseInt(label));
            case 7 -> Times.month(label + "-01");
            default -> Times.day(label);
        };
    }

    @Override
    public String toString() {
        return text("id") + ": " + text("what");
    }
}

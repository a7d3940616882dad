package io.kilowatch.registry.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.kilowatch.domain.Name;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row of a CSV file with a header; what cannot be read is noted with file and line. */
final class CsvRow {
    private static final ObjectReader CSV = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .with(CsvSchema.emptySchema().withHeader());

    private final String file;
    private final int line;
    private final Map<String, String> cells;
    private final List<String> faults = new ArrayList<>();

    private CsvRow(String file, int line, Map<String, String> cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    /** Every row of a file. */
    static List<CsvRow> read(String file, InputStream stream, List<String> faults) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> values = CSV.readValues(stream)) {
            while (values.hasNextValue()) {
                int line = values.getCurrentLocation().getLineNr();
                rows.add(new CsvRow(file, line, values.nextValue()));
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            faults.add(file + " line " + line + ": " + e.getOriginalMessage());
        }
        return rows;
    }

    List<String> faults() {
        return faults;
    }

    void fault(String column, String message) {
        faults.add(file + " line " + line + ", " + column + ": " + message);
    }

    String firstColumn() {
        return cells.keySet().stream().findFirst().orElse("");
    }

    /** Whether the file has a column: one written by an earlier version may lack it. */
    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** A cell that may be empty. */
    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    String text(String column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            fault(column, "is empty");
        }
        return cell;
    }

    /** The words of a cell, separated by spaces. */
    List<String> words(String column) {
        return Arrays.stream(cell(column).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Optional<String> optionalText(String column) {
        return Optional.of(cell(column)).filter(cell -> !cell.isEmpty());
    }

    /** The names in the columns {@code …_zh} and {@code …_en}. */
    Name name(String column) {
        return new Name(text(column + "_zh"), text(column + "_en"));
    }

    Optional<BigDecimal> optionalDecimal(String column) {
        return optionalText(column).flatMap(cell -> decimal(column, cell));
    }

    BigDecimal decimal(String column) {
        text(column);
        return optionalDecimal(column).orElse(BigDecimal.ZERO);
    }

    private Optional<BigDecimal> decimal(String column, String cell) {
        try {
            return Optional.of(new BigDecimal(cell));
        } catch (NumberFormatException e) {
            fault(column, "\"" + cell + "\" is no decimal");
            return Optional.empty();
        }
    }

    LocalDate date(String column) {
        text(column);
        return optionalDate(column).orElse(LocalDate.EPOCH);
    }

    Optional<LocalDate> optionalDate(String column) {
        return optionalText(column).flatMap(cell -> {
            try {
                return Optional.of(LocalDate.parse(cell));
            } catch (DateTimeException e) {
                fault(column, "\"" + cell + "\" is no date such as 2026-01-31");
                return Optional.empty();
            }
        });
    }

    boolean flag(String column) {
        String cell = text(column);
        if (!cell.isEmpty() && !cell.equals("yes") && !cell.equals("no")) {
            fault(column, "\"" + cell + "\" must be yes or no");
        }
        return cell.equals("yes");
    }

    /** One of an enumeration's words, which are its constants in small letters with hyphens. */
    <E extends Enum<E>> E one(String column, Class<E> type) {
        return one(column, text(column), type);
    }

    /** Another constant where the file lacks the column. */
    <E extends Enum<E>> E one(String column, E otherwise) {
        return has(column) ? one(column, otherwise.getDeclaringClass()) : otherwise;
    }

    /** One of an enumeration's words. */
    <E extends Enum<E>> E one(String column, String word, Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        return all.stream().filter(one -> word(one).equals(word)).findFirst().orElseGet(() -> {
            if (!word.isEmpty()) {
                String allowed = all.stream().map(CsvRow::word).collect(Collectors.joining(", "));
                fault(column, "\"" + word + "\" must be one of " + allowed);
            }
            return all.get(0);
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.kilowatch.registry.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.kilowatch.domain.Dimension;
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

    String text(String column) {
        String cell = cells.getOrDefault(column, "");
        if (cell.isBlank()) {
            fault(column, "is empty");
        }
        return cell.strip();
    }

    Optional<BigDecimal> optionalDecimal(String column) {
        String cell = cells.getOrDefault(column, "").strip();
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(cell));
        } catch (NumberFormatException e) {
            fault(column, "\"" + cell + "\" is no decimal");
            return Optional.empty();
        }
    }

    BigDecimal decimal(String column) {
        text(column);
        return optionalDecimal(column).orElse(BigDecimal.ZERO);
    }

    LocalDate date(String column) {
        String cell = text(column);
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException e) {
            faultUnlessEmpty(column, cell, "is no date such as 2026-01-31");
            return LocalDate.EPOCH;
        }
    }

    private void faultUnlessEmpty(String column, String cell, String message) {
        if (!cell.isEmpty()) {
            fault(column, "\"" + cell + "\" " + message);
        }
    }

    boolean flag(String column) {
        String cell = text(column);
        if (!cell.equals("yes") && !cell.equals("no")) {
            faultUnlessEmpty(column, cell, "must be yes or no");
        }
        return cell.equals("yes");
    }

    Dimension dimension(String column) {
        String cell = text(column);
        return Arrays.stream(Dimension.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(cell))
                .findFirst()
                .orElseGet(() -> {
                    faultUnlessEmpty(column, cell, "is no dimension");
                    return Dimension.MASS;
                });
    }
}

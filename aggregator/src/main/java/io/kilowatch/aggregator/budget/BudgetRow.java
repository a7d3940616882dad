package io.kilowatch.aggregator.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.kilowatch.aggregator.outlook.RegionBudget;
import io.kilowatch.domain.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of the file of regions' budgets; what cannot be read is noted with file and line. */
final class BudgetRow {
    private static final List<String> COLUMNS = List.of("region", "year", "tce", "basis", "document");
    private static final String REGION = "[1-9]\\d{5}";
    private static final String YEAR = "20\\d\\d";
    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,6})?";
    private static final ObjectReader CSV = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .with(CsvSchema.emptySchema().withHeader());

    private final String file;
    private final int line;
    private final Map<String, String> cells;
    private final List<String> faults = new ArrayList<>();

    private BudgetRow(String file, int line, Map<String, String> cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    static List<BudgetRow> read(String file, InputStream stream, List<String> faults) throws IOException {
        List<BudgetRow> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> values = CSV.readValues(stream)) {
            while (values.hasNextValue()) {
                int line = values.getCurrentLocation().getLineNr();
                rows.add(new BudgetRow(file, line, values.nextValue()));
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

    /** What the row says; with a stand-in for whatever is noted as a fault. */
    RegionBudget budget() {
        cells.keySet().stream()
                .filter(column -> !COLUMNS.contains(column))
                .forEach(column -> fault(column, "is no column of this file; it has " + String.join(",", COLUMNS)));
        String region = matching("region", REGION, "is no region of six digits such as 640000");
        String year = matching("year", YEAR, "is no year such as 2026");
        String basis = text("basis");
        Optional<Basis> known = Basis.parse(basis);
        if (known.isEmpty() && !basis.isEmpty()) {
            fault("basis", "\"" + basis + "\" must be calorific or primary");
        }
        return new RegionBudget(
                region,
                year.matches(YEAR) ? Integer.parseInt(year) : 0,
                tonnes(),
                known.orElse(Basis.CALORIFIC),
                text("document"));
    }

    private String text(String column) {
        String cell = cells.getOrDefault(column, "").strip();
        if (cell.isEmpty()) {
            fault(column, "is empty");
        }
        return cell;
    }

    private String matching(String column, String pattern, String message) {
        String cell = text(column);
        if (!cell.isEmpty() && !cell.matches(pattern)) {
            fault(column, "\"" + cell + "\" " + message);
        }
        return cell;
    }

    private BigDecimal tonnes() {
        String cell = matching("tce", DECIMAL, "is no decimal");
        BigDecimal tonnes = cell.matches(DECIMAL) ? new BigDecimal(cell) : BigDecimal.ONE;
        if (tonnes.signum() <= 0) {
            fault("tce", "must be above 0");
        }
        return tonnes;
    }
}

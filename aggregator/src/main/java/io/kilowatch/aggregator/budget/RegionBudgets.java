package io.kilowatch.aggregator.budget;

import io.kilowatch.aggregator.outlook.RegionBudget;
import io.kilowatch.domain.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The annual energy budgets of regions: rows {@code region,year,tce,basis,document} of a CSV file.
 *
 * @param rows all of them, in the order of the file
 */
public record RegionBudgets(List<RegionBudget> rows) {
    /** None. */
    public static final RegionBudgets NONE = new RegionBudgets(List.of());

    /** Copies its rows. */
    public RegionBudgets {
        rows = List.copyOf(rows);
    }

    /** The budget of a region in a year on a basis. */
    public Optional<RegionBudget> of(String region, int year, Basis basis) {
        return rows.stream()
                .filter(row -> row.region().equals(region) && row.year() == year && row.basis() == basis)
                .findFirst();
    }

    /**
     * Reads a file.
     *
     * @throws InvalidRegionBudgets with every fault and its line
     */
    public static RegionBudgets read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream stream = Files.newInputStream(file)) {
            return read(name, stream);
        } catch (IOException e) {
            throw new InvalidRegionBudgets(List.of(name + ": cannot be read: " + e));
        }
    }

    /** Reads the text of a file of some name. */
    static RegionBudgets read(String name, InputStream stream) throws IOException {
        List<String> faults = new ArrayList<>();
        List<RegionBudget> rows = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (BudgetRow row : BudgetRow.read(name, stream, faults)) {
            RegionBudget budget = row.budget();
            if (!seen.add(List.of(budget.region(), budget.year(), budget.basis()))) {
                row.fault("region", "has a budget of that year and basis in an earlier row");
            }
            faults.addAll(row.faults());
            rows.add(budget);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRegionBudgets(faults);
        }
        return new RegionBudgets(rows);
    }

    /** A file of regions' budgets that cannot be used; the message lists every fault, one a line. */
    public static final class InvalidRegionBudgets extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        InvalidRegionBudgets(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }
}

package io.kilowatch.aggregator.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.aggregator.budget.RegionBudgets.InvalidRegionBudgets;
import io.kilowatch.aggregator.outlook.RegionBudget;
import io.kilowatch.domain.Basis;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionBudgetsTest {
    private static final String HEADER = "region,year,tce,basis,document\n";

    @TempDir
    Path folder;

    @Test
    void readsEveryRow() throws IOException {
        RegionBudgets budgets = read("\uFEFF" + HEADER
                + "640000,2026,65000000.5,primary,\"plan, annex 2\"\n\n640100,2026,1200,calorific,notice\n");

        assertThat(budgets.rows())
                .containsExactly(
                        new RegionBudget("640000", 2026, new BigDecimal("65000000.5"), Basis.PRIMARY, "plan, annex 2"),
                        new RegionBudget("640100", 2026, new BigDecimal("1200"), Basis.CALORIFIC, "notice"));
        assertThat(budgets.of("640100", 2026, Basis.CALORIFIC))
                .contains(budgets.rows().get(1));
        assertThat(budgets.of("640100", 2026, Basis.PRIMARY)).isEmpty();
        assertThat(budgets.of("640100", 2025, Basis.CALORIFIC)).isEmpty();
        assertThat(budgets.of("640200", 2026, Basis.CALORIFIC)).isEmpty();
        assertThat(RegionBudgets.NONE.rows()).isEmpty();
    }

    @Test
    void reportsEveryFaultWithItsLine() {
        InvalidRegionBudgets invalid = catchThrowableOfType(
                InvalidRegionBudgets.class,
                () -> read(HEADER
                        + "64,2026,1200,calorific,notice\n"
                        + "640100,26,0,heat,\n"
                        + "640200,2026,12e5,calorific,notice\n"
                        + "640300,2026,1,calorific,notice\n"
                        + "640300,2026,2,calorific,notice\n"
                        + "640300,2026,-2,primary,notice\n"
                        + ",,,,x\n"));

        assertThat(String.valueOf(invalid.getMessage()).lines())
                .containsExactly(
                        "budgets.csv line 2, region: \"64\" is no region of six digits such as 640000",
                        "budgets.csv line 3, year: \"26\" is no year such as 2026",
                        "budgets.csv line 3, basis: \"heat\" must be calorific or primary",
                        "budgets.csv line 3, tce: must be above 0",
                        "budgets.csv line 3, document: is empty",
                        "budgets.csv line 4, tce: \"12e5\" is no decimal",
                        "budgets.csv line 6, region: has a budget of that year and basis in an earlier row",
                        "budgets.csv line 7, tce: must be above 0",
                        "budgets.csv line 8, region: is empty",
                        "budgets.csv line 8, year: is empty",
                        "budgets.csv line 8, basis: is empty",
                        "budgets.csv line 8, tce: is empty");
    }

    @Test
    void namesAColumnThatIsNone() {
        assertThatThrownBy(() -> read("region,year,tonnes,basis,document\n640000,2026,1,primary,plan\n"))
                .isInstanceOf(InvalidRegionBudgets.class)
                .hasMessage(
                        "budgets.csv line 2, tonnes: is no column of this file; it has region,year,tce,basis,document"
                                + System.lineSeparator() + "budgets.csv line 2, tce: is empty");
    }

    @Test
    void namesTheLineOfTextThatIsNoCsv() {
        assertThatThrownBy(() -> read(HEADER + "640000,2026,1,primary,plan,more\n"))
                .isInstanceOf(InvalidRegionBudgets.class)
                .hasMessageStartingWith("budgets.csv line 2: ");
    }

    @Test
    void saysThatAFileCannotBeRead() {
        assertThatThrownBy(() -> RegionBudgets.read(folder.resolve("absent.csv")))
                .isInstanceOf(InvalidRegionBudgets.class)
                .hasMessageStartingWith("absent.csv: cannot be read: ");
    }

    private RegionBudgets read(String text) throws IOException {
        return RegionBudgets.read(Files.writeString(folder.resolve("budgets.csv"), text));
    }
}

package io.kilowatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger's benchmark runs, and checks what it has stored. */
final class LedgerBenchIT {
    @Test
    void measuresEverythingOnAFewReadings() throws Exception {
        Path folder = TestFolder.fresh("bench");
        Path json = folder.resolve("figures.json");
        StringWriter err = new StringWriter();
        Launcher launcher = new Launcher(
                List.of(BenchCommand.command()), Map.of(), new PrintWriter(err, true), new PrintWriter(err, true));

        int exit = launcher.run(
                "bench",
                "ledger",
                "--data=" + folder,
                "--json=" + json,
                "--enterprises=2",
                "--quarters=8",
                "--late-enterprises=1",
                "--late-days=15",
                "--late-batches=4",
                "--state-enterprises=2",
                "--yardstick-rows=1000");

        assertThat(exit).as(err.toString()).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.findValuesAsText("name"))
                .containsExactly("ledger.in-order", "ledger.duplicate", "ledger.late", "ledger.memory");
        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(figure.get("value").doubleValue()).isPositive());
        TestFolder.remove(folder);
    }
}

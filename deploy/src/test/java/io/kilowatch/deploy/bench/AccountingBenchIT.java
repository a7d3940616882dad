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

/** The accounting's benchmark runs. */
final class AccountingBenchIT {
    @Test
    void measuresEverythingOnAFewEnterprises() throws Exception {
        Path folder = TestFolder.fresh("bench");
        Path json = folder.resolve("figures.json");
        StringWriter err = new StringWriter();
        Launcher launcher = new Launcher(
                List.of(BenchCommand.command()), Map.of(), new PrintWriter(err, true), new PrintWriter(err, true));

        int exit = launcher.run(
                "bench",
                "accounting",
                "--data=" + folder,
                "--json=" + json,
                "--enterprises=3",
                "--singles=10",
                "--flow-seconds=2",
                "--year-meters=6",
                "--year-days=5");

        assertThat(exit).as(err.toString()).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.findValuesAsText("name"))
                .containsExactly(
                        "accounting.single.p50",
                        "accounting.single.p99",
                        "accounting.single.max",
                        "accounting.flow.p50",
                        "accounting.flow.p99",
                        "accounting.flow.max",
                        "accounting.at-once",
                        "accounting.year.input",
                        "accounting.year.meter",
                        "accounting.year.meters");
        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(figure.get("value").doubleValue()).isPositive());
        TestFolder.remove(folder);
    }
}

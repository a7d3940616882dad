package io.kilowatch.deploy.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Launcher;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The benchmarks of gateway and load run, and check that what was acknowledged was stored. */
final class GatewayBenchIT {
    private final Path folder = TestFolder.fresh("bench");

    @AfterEach
    void remove() {
        TestFolder.remove(folder);
    }

    @Test
    void measuresTheGatewayWithAFewDevices() throws Exception {
        JsonNode figures = run(
                GatewayCommands.gateway(),
                "--data=" + folder,
                "--plants=2",
                "--rounds=1",
                "--round=PT0.5S",
                "--edge-devices=5",
                "--idle-devices=6",
                "--storm-devices=3");

        assertThat(figures.findValuesAsText("name"))
                .containsExactly(
                        "gateway.idle",
                        "gateway.storm",
                        "gateway.single",
                        "gateway.single.p99",
                        "gateway.batch50",
                        "gateway.batch50.p99",
                        "gateway.edge",
                        "gateway.neighbours");
        assertThat(figures)
                .allSatisfy(
                        figure -> assertThat(figure.get("value").doubleValue()).isPositive());
    }

    @Test
    void measuresTheLoadWithAFewDevices() throws Exception {
        JsonNode figures = run(GatewayCommands.load(), "--senders=2", "--devices=5", "--rounds=1", "--round=PT0.2S");

        assertThat(figures.findValuesAsText("name")).containsExactly("load.memory", "load.single", "load.batch50");
    }

    private JsonNode run(Command command, String... options) throws Exception {
        Path json = folder.resolve("figures.json");
        StringWriter err = new StringWriter();
        PrintWriter writer = new PrintWriter(err, true);
        List<String> words = new ArrayList<>(List.of(command.name(), "--json=" + json));
        words.addAll(List.of(options));

        int exit = new Launcher(List.of(command), Map.of(), writer, writer).run(words.toArray(String[]::new));

        assertThat(exit).as(err.toString()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }
}

package io.kilowatch.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.device.FakeGateway;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LoadTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void tellsOfEachRateInATableAndInJson() throws Exception {
        Path json = folder.resolve("results.json");

        List<LoadResult> results;
        try (FakeGateway gateway = new FakeGateway().start()) {
            results = run(Map.of(
                    "gateway-port", Integer.toString(gateway.address().port()),
                    "devices", "4",
                    "idle", "2",
                    "readings", "2",
                    "rate", "50,100",
                    "warm-up", "PT0.1S",
                    "duration", "PT0.5S",
                    "json", json.toString()));
            assertThat(gateway.users()).hasSize(6);
        }

        assertThat(results).hasSize(2).allMatch(LoadResult::isClean);
        assertThat(results.get(1).latency().count()).isEqualTo(50);
        JsonNode written = new ObjectMapper().readTree(json.toFile());
        assertThat(written.findValuesAsText("offered")).containsExactly("50.0", "100.0");
        assertThat(written.at("/1/latencyMs/count").asInt()).isEqualTo(50);
        assertThat(text()).contains("p99 ms").contains("connecting 6 devices");
    }

    @Test
    void writesTheDocumentsOfItsDevicesAndSendsNothing() throws Exception {
        List<LoadResult> results = run(
                Map.of("devices", "5", "devices-per-enterprise", "2", "readings", "3", "documents", folder.toString()));

        assertThat(results).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void wantsTlsWhereCertificatesAreGiven() {
        Settings settings = new Settings(Map.of("gateway-ca", "ca.pem", "rate", "0"), Map.of());
        LoadConfig.from(settings);

        assertThatThrownBy(settings::check)
                .hasMessageContaining("--gateway-tls")
                .hasMessageContaining("rates above 0");
    }

    private List<LoadResult> run(Map<String, String> given) throws Exception {
        Settings settings = new Settings(new HashMap<>(given), Map.of());
        LoadConfig config = LoadConfig.from(settings);
        settings.check();
        try (Load load = new Load(config, new PrintStream(said, true, StandardCharsets.UTF_8))) {
            return load.run();
        }
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

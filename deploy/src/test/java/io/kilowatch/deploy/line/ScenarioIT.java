package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.check.Check;
import io.kilowatch.simulators.check.CheckConfig;
import io.kilowatch.simulators.check.Findings;
import io.kilowatch.simulators.check.Report;
import io.kilowatch.simulators.province.RegistryDocument;
import io.kilowatch.simulators.run.Simulate;
import io.kilowatch.simulators.run.SimulateConfig;
import io.kilowatch.simulators.scenario.ReadyScenarios;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready scenarios, played to a whole line: every figure is exact, every alert is there, and none besides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioIT {
    private static final Instant NOW = Instant.parse("2026-12-15T02:00:00Z");

    private final Path data = TestFolder.fresh("scenario");
    private final long begun = System.nanoTime();
    private final InstantSource clock = () -> NOW.plusNanos(System.nanoTime() - begun);
    private RunningLine line;

    @BeforeAll
    void start() throws InterruptedException {
        line = new RunningLine(Flavour.POSTGRESQL, clock);
    }

    @AfterAll
    void stop() {
        line.close();
        TestFolder.remove(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarter-hour-edge",
                "three-day-outage",
                "fraud",
                "year-of-a-smelter",
                "new-data-centre-1.2",
                "province-small --days=30 --start=2026-06-01"
            })
    void everyFigureIsExactAndEveryAlertThereAndNoneBesides(String words) throws Exception {
        Findings findings = play(words);

        assertThat(findings.fine()).as("%s", new Report(findings).lines()).isTrue();
        assertThat(findings.figures()).isGreaterThan(100);
    }

    @Test
    void threeThousandEnterprisesOfFiftyMetersAreExact() throws Exception {
        assumeTrue(Boolean.getBoolean("kilowatch.scenario.large"), "-Dkilowatch.scenario.large=true plays it");

        Findings findings = play("province");

        assertThat(findings.fine()).as("%s", new Report(findings).lines()).isTrue();
        assertThat(findings.enterprises()).isEqualTo(3000);
    }

    @Test
    void stoppedAsByCtrlCItGoesOnWithoutAGapAndSendsNothingTwice() throws Exception {
        Path file = Files.writeString(data.resolve("rods.yaml"), """
                scenario: rods
                start: 2025-03-01
                days: 60
                upload: PT30M
                enterprises: [{works: polysilicon-works, id: rods, serial: 160}]
                """);
        try (ServiceProcess first = ServiceProcess.start(run(file, "--register"))) {
            await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> sent() > 100);
            first.interrupt();
            assertThat(first.awaitEnd(Duration.ofSeconds(60))).isNotZero();
            assertThat(first.said()).doesNotContain("ERROR").doesNotContain("not stopped cleanly");
        }
        long before = sent();

        try (ServiceProcess second = ServiceProcess.start(run(file, "--resume"))) {
            assertThat(second.awaitEnd(Duration.ofSeconds(180)))
                    .as("%s", second.said())
                    .isZero();
        }

        line.awaitStored();
        assertThat(before).isLessThan(sent());
        assertThat(line.value("SELECT count(*) FROM reading_aside a JOIN meter m ON m.id = a.meter"
                        + " WHERE m.enterprise LIKE '%MAKW0160%'"))
                .isEqualTo("0");
        Findings findings = check("rods");
        assertThat(findings.fine()).as("%s", new Report(findings).lines()).isTrue();
    }

    private String[] run(Path file, String word) {
        List<String> words = new ArrayList<>(List.of(
                "simulate",
                "run",
                file.toString(),
                word,
                "--data=" + data,
                "--gateway-port=" + line.mqttPort(),
                "--kafka-bootstrap=" + line.kafka()));
        line.databaseOptions().forEach((name, value) -> words.add("--" + name + '=' + value));
        return words.toArray(String[]::new);
    }

    /** Messages of the first device that the state file counts as acknowledged. */
    private long sent() throws IOException {
        return Files.readAllLines(data.resolve("simulated-rods.state")).stream()
                .filter(entry -> entry.contains("/gw-1="))
                .mapToLong(entry -> Long.parseLong(entry.substring(entry.indexOf('=') + 1)))
                .sum();
    }

    private Findings play(String words) throws InterruptedException, IOException {
        String[] parts = words.split(" --", -1);
        Map<String, String> options = new HashMap<>(
                Map.of("gateway-port", Integer.toString(line.mqttPort()), "data", data.toString(), "clock", "max"));
        for (int i = 1; i < parts.length; i++) {
            options.put(parts[i].split("=", 2)[0], parts[i].split("=", 2)[1]);
        }
        Settings settings = new Settings(options, Map.of());
        SimulateConfig config = SimulateConfig.run(settings, ReadyScenarios.find(parts[0]));
        settings.check();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Simulate simulate = new Simulate(config, clock)) {
            register(simulate);
            simulate.writeTruth();
            simulate.start();
            assertThat(simulate.follow(out, false)).isTrue();
        }
        line.awaitStored();
        Findings findings = check(parts[0]);
        new Report(findings).lines().forEach(out::println);
        return findings;
    }

    private void register(Simulate simulate) throws IOException {
        Path folder = TestFolder.fresh("scenario-registry");
        for (RegistryDocument document : simulate.documents()) {
            Files.writeString(folder.resolve(document.enterprise() + ".yaml"), document.yaml());
        }
        line.register(
                folder,
                simulate.documents().get(simulate.documents().size() - 1).enterprise());
        TestFolder.remove(folder);
    }

    private Findings check(String scenario) throws InterruptedException {
        Settings settings = new Settings(
                Map.of(
                        "data",
                        data.toString(),
                        "aggregator-url",
                        "http://127.0.0.1:" + line.evidencePort(),
                        "desk-url",
                        line.page(),
                        "wait",
                        Duration.ofSeconds(120).toString()),
                Map.of());
        CheckConfig config = CheckConfig.from(settings, scenario);
        settings.check();
        return new Check(config, clock).run();
    }
}

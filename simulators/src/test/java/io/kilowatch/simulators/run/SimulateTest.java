package io.kilowatch.simulators.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.course.DeviceCourse;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.FakeGateway;
import io.kilowatch.simulators.scenario.Scenario;
import io.kilowatch.simulators.scenario.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final LocalDate START = LocalDate.parse("2026-07-01");
    private static final Instant BEGIN = Instant.parse("2026-06-30T16:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(90);

    private final FakeGateway gateway = new FakeGateway().start();
    private final long offset =
            Duration.between(Instant.now(), BEGIN.plus(Duration.ofDays(40))).toNanos();
    private final InstantSource real = () -> Instant.now().plusNanos(offset);

    @TempDir
    private Path folder;

    @AfterEach
    void tearDown() {
        gateway.close();
    }

    @Test
    void sendsEveryReadingOfItsDaysAndSaysSo() throws InterruptedException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (Simulate simulate = new Simulate(config(3, OptionalLong.empty(), false, 42), real)) {
            simulate.start();

            assertThat(simulate.follow(new PrintStream(shown, true, StandardCharsets.UTF_8), false))
                    .isTrue();
            assertThat(simulate.statistics().acknowledged())
                    .isEqualTo(gateway.readings().size());
        }
        assertThat(gateway.readings()).containsExactlyInAnyOrderElementsOf(expected(3));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("100.0 %").contains("done");
    }

    @Test
    void goesOnWithoutAGapAndWithoutADoubleAfterItWasStopped() throws InterruptedException {
        // By a clock that needs minutes for all of it, so that it is not done when it is stopped.
        try (Simulate first = new Simulate(config(20, OptionalLong.of(10_000), false, 42), real)) {
            first.start();
            await().atMost(LONG).until(() -> gateway.readings().size() > 100);
        }
        int before = gateway.readings().size();
        assertThat(before).isLessThan(expected(20).size());

        try (Simulate second = new Simulate(config(20, OptionalLong.empty(), true, 42), real)) {
            second.start();
            assertThat(second.follow(quiet(), false)).isTrue();
        }

        assertThat(gateway.readings()).containsExactlyInAnyOrderElementsOf(expected(20));
    }

    @Test
    void aLostConnectionLosesNothing() throws InterruptedException {
        try (Simulate simulate = new Simulate(config(20, OptionalLong.empty(), false, 42), real)) {
            simulate.start();
            await().atMost(LONG).until(() -> gateway.readings().size() > 100);
            gateway.dropAll();

            assertThat(simulate.follow(quiet(), false)).isTrue();
        }
        assertThat(new HashSet<>(gateway.readings())).isEqualTo(new HashSet<>(expected(20)));
    }

    @Test
    void withFewerConnectionsThanDevicesTheyTakeTurns() throws InterruptedException {
        SimulateConfig all = config(3, OptionalLong.empty(), false, 42);
        SimulateConfig one = new SimulateConfig(
                all.scenario(),
                all.gateway(),
                all.seed(),
                all.start(),
                0,
                all.days(),
                all.speed(),
                4,
                1,
                folder,
                Optional.empty(),
                Optional.empty(),
                false);
        try (Simulate simulate = new Simulate(one, real)) {
            simulate.start();
            assertThat(simulate.follow(quiet(), false)).isTrue();
        }
        assertThat(gateway.readings()).containsExactlyInAnyOrderElementsOf(expected(3));
    }

    @Test
    void byAClockItSendsWhatHasFallenDueAndCatchesUpWithRealTime() {
        InstantSource early = () -> Instant.now().plusNanos(offset).minus(Duration.ofDays(38));
        try (Simulate simulate = new Simulate(config(20, OptionalLong.of(10_000), false, 42), early)) {
            simulate.start();

            await().atMost(LONG).until(() -> simulate.statistics().caughtUp());
            await().atMost(LONG)
                    .until(() -> !simulate.statistics().sentUntil().isBefore(BEGIN.plus(Duration.ofDays(2))));
            assertThat(gateway.readings())
                    .allSatisfy(one -> assertThat(one.at()).isBefore(BEGIN.plus(Duration.ofDays(3))));
        }
    }

    @Test
    void writesTheTruthBesideAndTheDayOfEachAcknowledgement() throws IOException, InterruptedException {
        try (Simulate simulate = new Simulate(config(3, OptionalLong.empty(), false, 42), real)) {
            Path truth = simulate.writeTruth().orElseThrow();
            assertThat(Files.readString(truth))
                    .startsWith("{\"type\":\"truth\"")
                    .contains("\"unit-product:energy\"");
            simulate.start();
            assertThat(simulate.follow(quiet(), false)).isTrue();
        }
        assertThat(Files.readString(folder.resolve("simulated-small.journal"))).contains(" 2026-07-03 ");
    }

    @Test
    void refusesASeedThatIsNotThatOfTheStateItResumes() throws InterruptedException {
        play(3);

        assertThatThrownBy(() -> new Simulate(config(3, OptionalLong.empty(), true, 43), real))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("--seed is 43")
                .hasMessageContaining("42");
    }

    @Test
    void aStateThatIsSpoiltSaysHowToGoOn() throws IOException {
        Files.writeString(folder.resolve("simulated-small.state"), "seed=many\n");

        assertThatThrownBy(() -> new Simulate(config(3, OptionalLong.empty(), true, 42), real))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delete it to start anew");
    }

    @Test
    void refusesAStartInTheFuture() {
        InstantSource earlier = InstantSource.fixed(BEGIN.minusSeconds(1));

        assertThatThrownBy(() -> new Simulate(config(3, OptionalLong.empty(), false, 42), earlier))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("--start");
    }

    @Test
    void withoutAStartItBeginsOnTheFirstOfAMonth() {
        SimulateConfig given = config(3, OptionalLong.empty(), false, 42);
        SimulateConfig config = new SimulateConfig(
                given.scenario(),
                given.gateway(),
                42,
                Optional.empty(),
                3,
                OptionalInt.empty(),
                OptionalLong.of(500),
                8,
                100,
                folder,
                Optional.empty(),
                Optional.empty(),
                true);

        try (Simulate simulate = new Simulate(config, InstantSource.fixed(Instant.parse("2026-11-22T04:00:00Z")))) {
            assertThat(simulate.clock().instant()).isEqualTo(Instant.parse("2026-07-31T16:00:00Z"));
            assertThat(simulate.documents()).hasSize(2);
            assertThat(simulate.writeTruth()).isEmpty();
        }
    }

    private void play(int days) throws InterruptedException {
        try (Simulate simulate = new Simulate(config(days, OptionalLong.empty(), false, 42), real)) {
            simulate.start();
            assertThat(simulate.follow(quiet(), false)).isTrue();
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static Scenario scenario() {
        return ScenarioReader.read("small", """
                scenario: small
                upload: PT1H
                enterprises:
                  - {works: polysilicon-works, id: rods}
                  - {works: converter-works, id: steel}
                """);
    }

    private SimulateConfig config(int days, OptionalLong speed, boolean resume, int seed) {
        return new SimulateConfig(
                scenario(),
                gateway.address(),
                seed,
                Optional.of(START),
                0,
                OptionalInt.of(days),
                speed,
                4,
                100,
                folder,
                Optional.empty(),
                Optional.of(folder.resolve("small.truth.jsonl")),
                resume);
    }

    private static List<DeviceReading> expected(int days) {
        List<DeviceReading> readings = new ArrayList<>();
        Play play = Play.of(scenario(), 42, START, OptionalInt.of(days));
        play.actors()
                .forEach(actor -> actor.enterprise().devices().forEach(device -> {
                    DeviceCourse course = play.course(actor, device);
                    while (course.due().isPresent()) {
                        readings.addAll(course.take().readings());
                    }
                }));
        return readings;
    }
}

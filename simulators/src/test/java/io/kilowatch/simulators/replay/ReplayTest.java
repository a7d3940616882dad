package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.FakeGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final int ROWS = 1000;

    private final FakeGateway gateway = new FakeGateway().start();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        StringBuilder text = new StringBuilder("time,a\n");
        for (int row = 1; row <= ROWS; row++) {
            text.append("%s,%d%n".formatted(Instant.ofEpochSecond(900L * row), row));
        }
        Files.writeString(folder.resolve("feed.csv"), text);
        Files.writeString(folder.resolve("mapping.yaml"), """
                time: {column: time}
                interval: PT15M
                columns: [{column: a, meter: A, kind: amount}]
                """);
    }

    @AfterEach
    void tearDown() {
        gateway.close();
    }

    @Test
    void sendsEveryReadingOnceAndInOrder() throws InterruptedException {
        ReplayReport report = replay(config(OptionalLong.empty(), 1, false, OptionalDouble.empty()))
                .run();

        assertThat(values()).hasSize(ROWS).isSorted();
        assertThat(report.complete()).isTrue();
        assertThat(report.acknowledged()).isEqualTo(ROWS);
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("replayed: 1,000 of 1,000");
    }

    @Test
    void aSecondRunHasNothingToSendUnlessToldToStartAnew() throws InterruptedException {
        replay(config(OptionalLong.empty(), 1, false, OptionalDouble.empty())).run();

        assertThat(replay(config(OptionalLong.empty(), 1, false, OptionalDouble.empty()))
                        .run()
                        .acknowledged())
                .isZero();
        assertThat(replay(config(OptionalLong.empty(), 1, true, OptionalDouble.empty()))
                        .run()
                        .acknowledged())
                .isEqualTo(ROWS);
    }

    @Test
    void shufflesBySeedAndRepeats() throws InterruptedException {
        replay(config(OptionalLong.of(7), 2, false, OptionalDouble.empty())).run();

        List<Integer> sent = values();
        assertThat(sent).hasSize(2 * ROWS);
        assertThat(sent.subList(0, ROWS)).doesNotHaveDuplicates().isNotEqualTo(sent.subList(ROWS, 2 * ROWS));
        assertThat(new HashSet<>(sent)).hasSize(ROWS);
        assertThat(sent.subList(0, 20))
                .isNotEqualTo(sent.subList(0, 20).stream().sorted().toList());
    }

    @Test
    void goesOnWhereItWasStoppedThoughTheOrderIsRandom() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        gateway.answerWith((endpoint, message) -> {
            if (seen.incrementAndGet() <= 5) {
                FakeGateway.acknowledge(endpoint, message);
            }
        });
        ReplayReport first;
        try (Replay replay = replay(config(OptionalLong.of(7), 1, false, OptionalDouble.empty()))) {
            CompletableFuture<ReplayReport> running = CompletableFuture.supplyAsync(() -> run(replay));
            await().until(() -> seen.get() > 5);
            replay.close();
            first = running.get();
        }
        gateway.answerWith(FakeGateway::acknowledge);

        ReplayReport second = replay(config(OptionalLong.of(7), 1, false, OptionalDouble.empty()))
                .run();

        assertThat(first.complete()).isFalse();
        assertThat(first.acknowledged()).isEqualTo(250);
        assertThat(second.before()).isEqualTo(250);
        assertThat(second.complete()).isTrue();
        assertThat(new HashSet<>(values())).hasSize(ROWS);
    }

    @Test
    void keepsThePaceItIsGiven() throws InterruptedException {
        double tenSecondsOfFeedPerMillisecond = 900.0 * ROWS / 1.5;

        ReplayReport report = replay(
                        config(OptionalLong.empty(), 1, false, OptionalDouble.of(tenSecondsOfFeedPerMillisecond)))
                .run();

        assertThat(report.took()).isBetween(Duration.ofMillis(1400), Duration.ofSeconds(10));
        assertThat(values()).hasSize(ROWS).isSorted();
    }

    @Test
    void loopsForEverWithLaterTimesAndGoesOnInTheLapWhereItWasStopped() throws Exception {
        Order loop = new Order(OptionalLong.empty(), Order.FOR_EVER, true, Shift.parse("2026-01-01"));
        ReplayReport first = stoppedAfter(3 * ROWS / 2, config(loop, false, OptionalDouble.empty()));
        int before = gateway.readings().size();
        ReplayReport second = stoppedAfter(before + ROWS, config(loop, false, OptionalDouble.empty()));

        assertThat(first.complete()).isFalse();
        assertThat(second.before()).isEqualTo(first.acknowledged());
        List<Instant> times =
                gateway.readings().stream().map(DeviceReading::at).distinct().toList();
        assertThat(times).isSorted();
        assertThat(times.get(0)).isEqualTo(Instant.parse("2026-01-01T00:15:00Z"));
        assertThat(times.get(ROWS)).isEqualTo(times.get(0).plus(Duration.ofDays(11)));
        assertThat(gateway.readings().get(before).at()).isEqualTo(times.get((int) first.acknowledged()));
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("stopped: ").doesNotContain("9,223");
    }

    private ReplayReport stoppedAfter(int readings, ReplayConfig config) throws Exception {
        try (Replay replay = replay(config)) {
            CompletableFuture<ReplayReport> running = CompletableFuture.supplyAsync(() -> run(replay));
            await().until(() -> gateway.readings().size() > readings);
            replay.close();
            return running.get();
        }
    }

    @Test
    void badRowsAreShownAndCounted() throws Exception {
        Files.writeString(folder.resolve("feed.csv"), "time,a\nnever,1\n2018-01-01T00:00:00Z,2\n");

        ReplayReport report = replay(config(OptionalLong.empty(), 1, false, OptionalDouble.empty()))
                .run();

        assertThat(report.badRows()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("feed.csv:2: skipped")
                .contains("1 bad rows skipped");
    }

    private static ReplayReport run(Replay replay) {
        try {
            return replay.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> values() {
        return gateway.readings().stream()
                .map(DeviceReading::value)
                .map(Number::intValue)
                .toList();
    }

    private Replay replay(ReplayConfig config) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new Replay(config, out, false, InstantSource.system());
    }

    private ReplayConfig config(OptionalLong shuffle, int repeat, boolean restart, OptionalDouble speed) {
        return config(new Order(shuffle, repeat, false, Shift.NONE), restart, speed);
    }

    private ReplayConfig config(Order order, boolean restart, OptionalDouble speed) {
        return new ReplayConfig(
                gateway.address(),
                new FeedSource(
                        List.of(folder.resolve("feed.csv")),
                        Optional.of(folder.resolve("mapping.yaml").toString()),
                        Optional.of("E/gw-1")),
                Passwords.of(Optional.of("p")),
                speed,
                order,
                restart,
                50,
                4);
    }
}

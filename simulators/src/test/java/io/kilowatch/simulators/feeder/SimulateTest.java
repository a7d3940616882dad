package io.kilowatch.simulators.feeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.FakeGateway;
import io.kilowatch.simulators.province.DeviceFeed;
import io.kilowatch.simulators.province.Province;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final LocalDate START = LocalDate.parse("2026-07-01");
    private static final Instant BEGIN = Instant.parse("2026-06-30T16:00:00Z");
    private static final Instant NOW = BEGIN.plus(Duration.ofDays(3));

    private final FakeGateway gateway = new FakeGateway().start();
    private final long offset = Duration.between(Instant.now(), NOW).toNanos();
    private final InstantSource real = () -> Instant.now().plusNanos(offset);

    @TempDir
    private Path folder;

    @AfterEach
    void tearDown() {
        gateway.close();
    }

    @Test
    void sendsEveryReadingThatIsDueAndCatchesUpWithRealTime() {
        try (Simulate simulate = new Simulate(config(42, Duration.ofSeconds(20)), real)) {
            simulate.start();

            await().atMost(Duration.ofSeconds(30)).until(() -> sentUntil(simulate, NOW));
            assertThat(simulate.statistics().caughtUp()).isTrue();
        }
        assertThat(new HashSet<>(gateway.readings())).isEqualTo(expected(NOW));
    }

    @Test
    void goesOnWithoutAGapAfterARestartAndALostConnection() {
        try (Simulate first = new Simulate(config(42, Duration.ofSeconds(30)), real)) {
            first.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> sentUntil(first, BEGIN.plus(Duration.ofHours(6))));
        }
        int before = gateway.readings().size();

        try (Simulate second = new Simulate(config(42, Duration.ofSeconds(20)), real)) {
            second.start();
            await().until(() -> gateway.readings().size() > before);
            gateway.dropAll();
            await().atMost(Duration.ofSeconds(30)).until(() -> sentUntil(second, NOW));
        }

        assertThat(new HashSet<>(gateway.readings())).isEqualTo(expected(NOW));
        assertThat(gateway.readings()).hasSizeLessThan(2 * expected(NOW).size());
    }

    @Test
    void refusesASeedThatIsNotTheFolders() {
        new Simulate(config(42, Duration.ofSeconds(20)), real).close();

        assertThatThrownBy(() -> new Simulate(config(43, Duration.ofSeconds(20)), real))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("--seed is 43")
                .hasMessageContaining("42");
    }

    @Test
    void refusesAStartInTheFuture() {
        InstantSource earlier = InstantSource.fixed(BEGIN.minusSeconds(1));

        assertThatThrownBy(() -> new Simulate(config(42, Duration.ofSeconds(20)), earlier))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("--start");
    }

    @Test
    void withoutAStartBeginsOnTheFirstOfAMonth() {
        SimulateConfig config = new SimulateConfig(
                gateway.address(), 42, Optional.empty(), 3, Duration.ofSeconds(75), 8, folder, Optional.empty());

        try (Simulate simulate = new Simulate(config, InstantSource.fixed(Instant.parse("2026-11-22T04:00:00Z")))) {
            assertThat(simulate.clock().instant()).isEqualTo(Instant.parse("2026-07-31T16:00:00Z"));
            assertThat(simulate.documents()).hasSize(11);
        }
    }

    private static boolean sentUntil(Simulate simulate, Instant instant) {
        return !simulate.statistics().sentUntil().isBefore(instant);
    }

    private SimulateConfig config(int seed, Duration monthIn) {
        return new SimulateConfig(gateway.address(), seed, Optional.of(START), 0, monthIn, 4, folder, Optional.empty());
    }

    private static Set<DeviceReading> expected(Instant until) {
        Set<DeviceReading> readings = new HashSet<>();
        Province province = Province.of(42, START);
        province.enterprises()
                .forEach(enterprise -> enterprise.devices().forEach(device -> {
                    DeviceFeed feed = province.feed(enterprise, device);
                    while (!feed.due().isAfter(until)) {
                        readings.addAll(feed.take());
                    }
                }));
        return readings;
    }
}

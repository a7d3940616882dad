package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayConfigTest {
    @TempDir
    private Path folder;

    @Test
    void aReadyMappingBringsItsDevice() throws IOException {
        Path feed = Files.createFile(folder.resolve("feed.csv"));
        Settings settings =
                new Settings(Map.of("feed", feed.toString(), "mapping", "steel-uci-15min", "speed", "900"), Map.of());

        ReplayConfig config = ReplayConfig.from(settings);

        settings.check();
        assertThat(config.address().user()).isEqualTo(ReadyFeed.STEEL.user());
        assertThat(config.speed()).isEqualTo(OptionalDouble.of(900));
        assertThat(config.address().toString()).doesNotContain("replay-demo");
    }

    @Test
    void tellsEveryFaultTogether() {
        Settings settings = new Settings(
                Map.of("mapping", "nowhere.yaml", "speed", "-1", "shuffle", "x", "batch", "1001"),
                Map.of("KILOWATCH_DEVICE_USER", "no-slash"));

        ReplayConfig.from(settings);
        InvalidSettings faults = catchThrowableOfType(InvalidSettings.class, settings::check);

        assertThat(faults.faults())
                .anyMatch(fault -> fault.startsWith("--feed is missing"))
                .anyMatch(fault -> fault.startsWith("--mapping is \"nowhere.yaml\""))
                .anyMatch(fault -> fault.startsWith("--speed"))
                .anyMatch(fault -> fault.startsWith("--shuffle"))
                .anyMatch(fault -> fault.startsWith("--batch"))
                .anyMatch(fault -> fault.startsWith("--device-user is \"no-slash\""))
                .anyMatch(fault -> fault.startsWith("--device-password is missing"));
    }

    @Test
    void anUnreadableReadyFeedSaysWhereItCanBeHad() {
        Settings settings = new Settings(
                Map.of(
                        "mapping",
                        "steel-uci-15min",
                        "feed",
                        folder.resolve("none.csv").toString()),
                Map.of());

        ReplayConfig.from(settings);

        assertThat(catchThrowableOfType(InvalidSettings.class, settings::check)).hasMessageContaining("data set 851");
    }
}

package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(config.source().device()).contains(ReadyFeed.STEEL.user());
        assertThat(config.speed()).isEqualTo(OptionalDouble.of(900));
        assertThat(config.passwords().of(ReadyFeed.STEEL.user())).contains("replay-demo");
        assertThat(config.toString()).doesNotContain("replay-demo");
    }

    @Test
    void tellsEveryFaultTogether() {
        Settings settings = new Settings(
                Map.of(
                        "mapping",
                        "nowhere.yaml",
                        "speed",
                        "-1",
                        "shuffle",
                        "x",
                        "batch",
                        "1001",
                        "shift",
                        "a while",
                        "loop",
                        "true",
                        "repeat",
                        "2"),
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
                .anyMatch(fault -> fault.startsWith("--shift"))
                .anyMatch(fault -> fault.startsWith("--loop has no end"));
    }

    @Test
    void readsThePasswordsOfManyDevicesAndTellsWhoseIsMissing() throws IOException {
        Path feed = Files.createFile(folder.resolve("feed.jsonl"));
        Path passwords = Files.writeString(folder.resolve("passwords"), "# of the plant\nE/gw-1 = a=b \n\nE/gw-2=c\n");
        Settings settings = new Settings(Map.of("feed", feed.toString(), "passwords", passwords.toString()), Map.of());

        ReplayConfig config = ReplayConfig.from(settings);

        settings.check();
        assertThat(config.address("E/gw-1").password()).isEqualTo("a=b");
        config.check(List.of("E/gw-1", "E/gw-2"));
        assertThat(catchThrowableOfType(InvalidSettings.class, () -> config.check(List.of("E/gw-1", "E/gw-3"))))
                .hasMessageContaining("E/gw-3")
                .hasMessageNotContaining("E/gw-1");
        assertThat(catchThrowableOfType(InvalidSettings.class, () -> config.check(List.of(""))))
                .hasMessageContaining("--device-user");
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

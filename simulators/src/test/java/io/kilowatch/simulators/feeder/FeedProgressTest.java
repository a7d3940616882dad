package io.kilowatch.simulators.feeder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedProgressTest {
    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() {
        var progress = new FeedProgress(
                42, LocalDate.parse("2026-08-01"), Map.of("E/gw-1", Instant.parse("2026-08-03T00:15:00Z")));

        progress.write(folder);
        progress.write(folder);

        assertThat(FeedProgress.read(folder)).contains(progress);
    }

    @Test
    void isAbsentInANewFolder() {
        assertThat(FeedProgress.read(folder.resolve("new"))).isEmpty();
    }

    @Test
    void aSpoiltFileSaysHowToGoOn() throws IOException {
        Files.writeString(folder.resolve("simulated-province.progress"), "seed=many\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> FeedProgress.read(folder))
                .withMessageContaining("delete it to start anew");
    }
}

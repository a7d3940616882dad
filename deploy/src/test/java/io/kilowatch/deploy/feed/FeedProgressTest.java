package io.kilowatch.deploy.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FeedProgressTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    @Test
    void withoutATerminalALineEveryFiveSecondsTellsTheCountAndTheRateSinceTheLastOne() {
        FeedProgress progress = progress(false);

        progress.show(1);
        now = now.plusSeconds(5);
        progress.show(10_000);
        now = now.plusSeconds(4);
        progress.show(11_000);
        now = now.plusSeconds(1);
        progress.show(12_000);

        assertThat(told.toString(UTF_8).lines())
                .containsExactly("10,000 条读数/readings, 2,000/s", "12,000 条读数/readings, 400/s");
    }

    @Test
    void atTheEndTheFileTheCountAndTheRateOfTheWholeAreTold() {
        FeedProgress progress = progress(true);

        now = now.plusSeconds(2);
        progress.end(3_000, Path.of("feed.jsonl"));

        assertThat(told.toString(UTF_8).strip()).isEqualTo("已写入 / written: feed.jsonl, 3,000 条读数/readings, 1,500/s");
    }

    private FeedProgress progress(boolean terminal) {
        return new FeedProgress(new PrintStream(told, true, UTF_8), terminal, () -> now);
    }
}

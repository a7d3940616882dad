package io.kilowatch.simulators.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final Instant BEGUN = Instant.parse("2026-11-22T04:00:00Z");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void showsHowFarHowFastAndHowLongItWillTake() {
        ProgressBar bar = new ProgressBar(out, true, InstantSource.fixed(BEGUN), 0.2);

        String line = bar.line(statistics(0.5, false), BEGUN.plusSeconds(90));

        // three tenths in 90 s, five tenths to go
        assertThat(line)
                .isEqualTo("[############------------]  50.0 %  12,345 readings, 678/s  refused 9  00:02:30 left");
    }

    @Test
    void saysWhenItIsDoneAndMakesUpNoTimeBeforeAnythingWasDone() {
        ProgressBar bar = new ProgressBar(out, true, InstantSource.fixed(BEGUN), 0);

        assertThat(bar.line(statistics(1, true), BEGUN)).endsWith("done");
        assertThat(bar.line(statistics(0, false), BEGUN.plusSeconds(5))).endsWith("--:--:-- left");
    }

    @Test
    void withoutATerminalALineIsWrittenNowAndThen() {
        ProgressBar bar = new ProgressBar(out, false, InstantSource.fixed(BEGUN), 0);

        bar.show(statistics(0.1, false));
        bar.show(statistics(0.2, false));
        bar.show(statistics(1, true));

        assertThat(shown.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    private static RunStatistics statistics(double share, boolean finished) {
        return new RunStatistics(12_345, 678.2, 9, BEGUN, BEGUN, true, share, finished);
    }
}

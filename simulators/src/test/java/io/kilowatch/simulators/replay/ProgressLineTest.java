package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    @Test
    void drawsABarOverItselfOnATerminal() {
        ProgressLine line = new ProgressLine(out, true, clock, 1000);

        line.show(500, 100);
        line.end("done");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\r[###############...............] 50 %, 500 of 1,000 readings, 100/s, 5 s left")
                .endsWith("done" + System.lineSeparator());
    }

    @Test
    void writesALineEveryFewSecondsElsewhere() {
        ProgressLine line = new ProgressLine(out, false, clock, 1000);

        line.show(1, 1);
        now = now.plusSeconds(5);
        line.show(10, 1);
        line.show(11, 1);

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("1 %, 10 of 1,000 readings, 1/s, 16 min 30 s left");
    }

    @Test
    void anEmptyFeedIsDone() {
        assertThat(new ProgressLine(out, true, clock, 0).words(0, 0)).startsWith("100 %");
    }
}

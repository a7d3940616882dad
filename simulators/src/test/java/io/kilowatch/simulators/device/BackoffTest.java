package io.kilowatch.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void doublesUpToTheLongestWait() {
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

        assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(250));
        assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(7)).isEqualTo(Duration.ofSeconds(10));
        assertThat(backoff.after(1_000_000)).isEqualTo(Duration.ofSeconds(10));
    }
}

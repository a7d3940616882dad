package io.kilowatch.aggregator.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void leavesOutWhatNoDatabaseTakes() {
        assertThat(PlainText.of("b-\u0000\n1")).isEqualTo("b-\uFFFD\uFFFD1");
        assertThat(PlainText.of("a\uD83D")).isEqualTo("a\uFFFD");
        assertThat(PlainText.of("计量\uD83D\uDE00")).isEqualTo("计量\uD83D\uDE00");
        assertThat(PlainText.of("x".repeat(1_000))).hasSize(512);
    }
}

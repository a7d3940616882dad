package io.kilowatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RegistersTest {
    @Test
    void beginsWithTheYearInBeijing() {
        assertThat(Instant.ofEpochMilli(Registers.at(0))).isEqualTo("2025-12-31T16:00:00Z");
        assertThat(Instant.ofEpochMilli(Registers.at(96))).isEqualTo("2026-01-01T16:00:00Z");
    }

    @Test
    void risesAlwaysAndNeverEvenly() {
        Set<Long> steps = new HashSet<>();
        for (int quarter = 1; quarter < 1_000; quarter++) {
            long step = Registers.value(7, quarter) - Registers.value(7, quarter - 1);
            assertThat(step).isPositive();
            steps.add(step);
        }

        assertThat(steps).hasSizeGreaterThan(990);
    }
}

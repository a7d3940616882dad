package io.kilowatch.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void aCheckThatThrowsIsACheckThatFails() {
        Health health = new Health();
        health.add("database", () -> true);
        health.add("kafka", () -> {
            throw new IllegalStateException("gone");
        });

        assertThat(health.ask()).isEqualTo(Map.of("database", true, "kafka", false));
    }
}

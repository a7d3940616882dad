package io.kilowatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        IngestConfig config = IngestConfig.from(new Settings(Map.of(), Map.of()));

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(1883);
        assertThat(config.eventLoops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(config.maxInFlight()).isEqualTo(256);
        assertThat(config.maxMessageBytes()).isEqualTo(262_144);
        assertThat(config.maxReadings()).isEqualTo(1_000);
        assertThat(config.futureTolerance()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void reportsAllFaultsTogether() {
        Settings settings = new Settings(
                Map.of("mqtt-port", "99999", "mqtt-max-in-flight", "0"), Map.of("KILOWATCH_FUTURE_TOLERANCE", "soon"));

        IngestConfig.from(settings);

        assertThatThrownBy(settings::check)
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.faults()).hasSize(3));
    }

    @Test
    void declaresEveryOptionOnce() {
        assertThat(IngestConfig.OPTIONS).extracting("name").doesNotHaveDuplicates();
    }
}

package io.kilowatch.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogConfigTest {
    @Test
    void isReadFromTheCommandLineBeforeTheEnvironment() {
        Map<String, String> json = Map.of("KILOWATCH_LOG_FORMAT", "json");

        assertThat(LogConfig.format(List.of("all"), json)).hasValue("json");
        assertThat(LogConfig.format(List.of("all", "--log-format=text"), json)).hasValue("text");
        assertThat(LogConfig.format(List.of("all", "--log-format", "json", "--data", "x"), Map.of()))
                .hasValue("json");
        assertThat(LogConfig.format(List.of("all", "--log-format"), Map.of())).isEmpty();
        assertThat(LogConfig.format(List.of("all", "--log-format", "xml"), Map.of()))
                .isEmpty();
    }
}

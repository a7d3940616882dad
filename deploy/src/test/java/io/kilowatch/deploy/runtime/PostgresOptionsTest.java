package io.kilowatch.deploy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PostgresOptionsTest {
    @Test
    void writesToDiskUnlessRelaxed() {
        assertThat(PostgresOptions.durable(5432).syncs()).isTrue();
        assertThat(PostgresOptions.durable(5432).parameters()).doesNotContainKeys("fsync", "full_page_writes");
        assertThat(PostgresOptions.relaxed().syncs()).isFalse();
    }

    @Test
    void replacesAParameter() {
        PostgresOptions options = PostgresOptions.durable(0).with("shared_buffers", "1GB");

        assertThat(options.parameters()).containsEntry("shared_buffers", "1GB").containsEntry("jit", "off");
    }

    @Test
    void refusesAPortOutOfRange() {
        assertThatThrownBy(() -> new PostgresOptions(65_536, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

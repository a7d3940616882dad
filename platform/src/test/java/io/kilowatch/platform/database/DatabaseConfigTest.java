package io.kilowatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseConfigTest {
    @Test
    void isReadFromTheSettings() {
        Settings settings = new Settings(
                Map.of("database-url", "jdbc:postgresql://db:5433/kw"),
                Map.of("KILOWATCH_DATABASE_PASSWORD", "s3cret"));

        DatabaseConfig config = DatabaseConfig.from(settings);

        assertThat(config).isEqualTo(new DatabaseConfig("jdbc:postgresql://db:5433/kw", "kilowatch", "s3cret"));
        settings.check();
    }

    @Test
    void refusesAnotherDatabase() {
        Settings settings = new Settings(Map.of("database-url", "jdbc:mysql://db/kw"), Map.of());

        DatabaseConfig.from(settings);

        assertThatThrownBy(settings::check).hasMessageContaining("give jdbc:postgresql://HOST:PORT/DATABASE");
    }

    @Test
    void neverPrintsAPassword() {
        DatabaseConfig config = new DatabaseConfig("jdbc:postgresql://db/kw?password=s3cret&ssl=true", "kw", "s3cret");

        assertThat(config.toString()).contains("jdbc:postgresql://db/kw").doesNotContain("s3cret");
    }
}

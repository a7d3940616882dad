package io.kilowatch.deploy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.deploy.testing.TimescaleTree;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InstalledTimescaleIT {
    private final Path folder = TestFolder.fresh("installed-timescale");

    @AfterEach
    void removeTheFolder() {
        TestFolder.remove(folder);
    }

    @Test
    void makesAHypertableAndKeepsItOverARestart() throws SQLException {
        Path tree = TimescaleTree.required();
        try (InstalledTimescale first = InstalledTimescale.start(tree, folder, PostgresOptions.durable(0))) {
            Sql.run(first, "CREATE EXTENSION timescaledb");
            Sql.run(first, "CREATE TABLE reading (at timestamptz NOT NULL, value bigint NOT NULL)");
            Sql.run(first, "SELECT create_hypertable('reading', 'at', chunk_time_interval => INTERVAL '1 day')");
            Sql.run(first, "INSERT INTO reading VALUES ('2026-01-01Z', 1), ('2026-01-05Z', 2)");
        }

        try (InstalledTimescale second = InstalledTimescale.start(tree, folder, PostgresOptions.durable(0))) {
            assertThat(Sql.ask(second, "SELECT sum(value) FROM reading")).isEqualTo("3");
            assertThat(Sql.ask(second, "SELECT count(*) FROM show_chunks('reading')"))
                    .isEqualTo("2");
        }
    }

    @Test
    void saysWhenTheTreeHasNoServer() {
        assertThatThrownBy(() -> InstalledTimescale.start(folder, folder, PostgresOptions.relaxed()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("deploy/get-timescaledb");
    }

    @Test
    void givesEveryTestAnEmptyDatabaseWithTheExtensionAtHand() throws SQLException {
        try (RealDatabase first = RealDatabase.fresh(Flavour.TIMESCALEDB);
                RealDatabase second = RealDatabase.fresh(Flavour.TIMESCALEDB);
                Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION timescaledb");

            assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
            try (Connection other = second.connect();
                    ResultSet rows = other.createStatement()
                            .executeQuery("SELECT count(*) FROM pg_extension WHERE extname = 'timescaledb'")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @Test
    void givesPlainPostgresWithoutTheExtension() throws SQLException {
        try (RealDatabase database = RealDatabase.fresh(Flavour.POSTGRESQL);
                Connection connection = database.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_available_extensions WHERE name = 'timescaledb'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }
}

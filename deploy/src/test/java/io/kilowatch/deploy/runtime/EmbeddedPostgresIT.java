package io.kilowatch.deploy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.deploy.testing.TestFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EmbeddedPostgresIT {
    private final Path folder = TestFolder.fresh("embedded-postgres");

    @AfterEach
    void removeTheFolder() {
        TestFolder.remove(folder);
    }

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        try (EmbeddedPostgres first = start()) {
            Sql.run(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (EmbeddedPostgres second = start()) {
            assertThat(Sql.ask(second, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void startsAgainAfterItWasKilledWithWhatWasCommitted() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, PostgresOptions.durable(0));
        Sql.run(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        ProcessHandle postmaster = ProcessHandle.of(first.pid()).orElseThrow();

        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        first.close();

        assertThat(folder.resolve("data/postmaster.pid")).exists();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder, PostgresOptions.durable(0))) {
            assertThat(Sql.ask(second, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void startsThoughItsOldProcessIdBelongsToSomebodyElse() throws Exception {
        start().close();
        long ours = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("data/postmaster.pid"), ours + "\n" + folder.resolve("data") + "\n");

        try (EmbeddedPostgres second = start()) {
            assertThat(Sql.ask(second, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void endsAServerLeftBehindByAProcessThatDied() throws Exception {
        start().close();
        PostgresFolder left = new PostgresFolder(folder, PostgresPrograms.unpackedInto(folder));
        int port = FreePort.any();
        Process orphan = left.program(
                        Account.here(),
                        "postgres",
                        "-D",
                        left.data().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "unix_socket_directories=")
                .redirectOutput(folder.resolve("orphan.log").toFile())
                .start();
        org.awaitility.Awaitility.await().until(() -> left.ready(orphan.pid()));

        try (EmbeddedPostgres second = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(Sql.ask(second, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void isNotStartedTwiceOnOneFolder() {
        try (EmbeddedPostgres first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another Kilowatch");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void asksForThePassword() {
        try (EmbeddedPostgres server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guessed")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void listensOnTheGivenPortAndNoLongerOnceClosed() throws SQLException {
        int port = FreePort.any();
        EmbeddedPostgres server = EmbeddedPostgres.start(
                folder, new PostgresOptions(port, PostgresOptions.relaxed().parameters()));

        assertThat(server.jdbcUrl()).contains(":" + port + "/");
        assertThat(Sql.ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        long pid = server.pid();
        server.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysWhyItGaveUp() {
        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(folder, PostgresOptions.relaxed().with("no_such", "1")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no_such");
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        start().close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was made by PostgreSQL 17");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, PostgresOptions.relaxed());
    }
}

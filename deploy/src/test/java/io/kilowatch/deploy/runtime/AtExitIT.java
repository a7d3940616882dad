package io.kilowatch.deploy.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.testing.TestFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AtExitIT {
    private final Path folder = TestFolder.fresh("at-exit");

    @AfterEach
    void removeTheFolder() {
        TestFolder.remove(folder);
    }

    @Test
    void closesTheNewestFirstAndTheServersWithTheJvm() throws Exception {
        Path log = folder.resolve("said.txt");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.resolve("postgres").toString())
                .redirectOutput(log.toFile())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(log)).containsSubsequence("the newer part", "the older part");
        long pid = Long.parseLong(Files.readAllLines(log).get(0));
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    /** Starts parts, closes none, and ends. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), PostgresOptions.relaxed());
            System.out.println(server.pid());
            AtExit.close(() -> System.out.println("the older part"));
            AtExit.close(() -> System.out.println("the newer part"));
            System.exit(0);
        }
    }
}

package io.kilowatch.deploy.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The tree of PostgreSQL and TimescaleDB programs on this machine: the one that {@code KILOWATCH_TIMESCALEDB} names (or
 * the system property {@code kilowatch.timescaledb}), else the one that {@code deploy/get-timescaledb} makes in the
 * user's cache folder.
 */
public final class TimescaleTree {
    private static final Found FOUND = look();

    private record Found(Optional<Path> tree, String whyNot) {}

    private TimescaleTree() {}

    /** The tree, if there is one. */
    public static Optional<Path> find() {
        return FOUND.tree();
    }

    /** Why there is none. */
    static String whyNot() {
        return FOUND.whyNot();
    }

    /** The tree; without one the test is skipped, or fails where the real parts are required. */
    public static Path required() {
        return find().orElseGet(() -> Skip.because("the tests on an installed TimescaleDB", whyNot()));
    }

    private static Found look() {
        String named = System.getProperty("kilowatch.timescaledb", System.getenv("KILOWATCH_TIMESCALEDB"));
        if (named != null && !named.isBlank()) {
            return new Found(Optional.of(Path.of(named)), "");
        }
        Path tree = Path.of(System.getProperty("user.home"), ".cache", "kilowatch", "timescaledb");
        Path folder = TestFolder.fresh("get-timescaledb");
        Path log = folder.resolve("log.txt");
        try {
            Process script = new ProcessBuilder(
                            List.of(Path.of("get-timescaledb").toAbsolutePath().toString(), tree.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            if (!script.waitFor(10, TimeUnit.MINUTES)) {
                script.destroy();
                return new Found(Optional.empty(), "deploy/get-timescaledb did not end within ten minutes");
            }
            return script.exitValue() == 0
                    ? new Found(Optional.of(tree), "")
                    : new Found(Optional.empty(), Files.readString(log).strip());
        } catch (IOException e) {
            return new Found(Optional.empty(), "deploy/get-timescaledb could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found(Optional.empty(), "interrupted while fetching TimescaleDB");
        }
    }
}

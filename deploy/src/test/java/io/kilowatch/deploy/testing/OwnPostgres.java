package io.kilowatch.deploy.testing;

import io.kilowatch.deploy.runtime.EmbeddedPostgres;
import io.kilowatch.deploy.runtime.PostgresOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server that a test has to itself, and whose processes it may kill. */
public final class OwnPostgres implements AutoCloseable {
    private static final String REMEDY =
            "To run it: Linux with prlimit (util-linux), and the right to set the limits of " + "one's own processes.";

    private final Path folder = TestFolder.fresh("own-postgresql");
    private EmbeddedPostgres server;

    private OwnPostgres() {
        server = EmbeddedPostgres.start(folder, PostgresOptions.relaxed());
    }

    /** A running one. */
    public static OwnPostgres start() {
        return new OwnPostgres();
    }

    SharedServer asServer() {
        return new SharedServer(server.jdbcUrl(""), server.user(), server.password());
    }

    /** Its processes, the postmaster first. */
    public List<ProcessHandle> processes() {
        try {
            String first =
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
            ProcessHandle postmaster =
                    ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
            all.addAll(postmaster.descendants().toList());
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills all its processes at once, as a crash does. */
    public void crash() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        server.close();
    }

    /** Starts it again, on the same port and data. */
    public void restart() {
        PostgresOptions same =
                new PostgresOptions(server.port(), PostgresOptions.relaxed().parameters());
        server = EmbeddedPostgres.start(folder, same);
    }

    /**
     * Lets none of its files grow beyond so many bytes, as a full disk does; 0 lifts the bound. Where the machine has no
     * means for that, the test is skipped.
     */
    public void limitFilesTo(long bytes) throws IOException, InterruptedException {
        String soft = bytes == 0 ? "unlimited" : Long.toString(bytes);
        // The postmaster first: what it starts from then on inherits its limit.
        limit(processes().get(0), soft);
        for (ProcessHandle process : processes()) {
            limit(process, soft);
        }
    }

    /** As we are, or, where root may not touch the limits of others, as the user that the server runs as for root. */
    private static void limit(ProcessHandle process, String soft) throws IOException, InterruptedException {
        List<String> words = List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + soft + ":");
        List<String> asNobody = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        asNobody.addAll(words);
        String said = "";
        for (List<String> command : List.of(words, asNobody)) {
            try {
                Process prlimit =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                said = new String(prlimit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (prlimit.waitFor() == 0 || !process.isAlive()) {
                    return;
                }
            } catch (IOException e) {
                said = e.getMessage();
            }
        }
        Skip.because("the test on a full disk", "prlimit failed: " + said, REMEDY);
    }

    /** What the server has said since its last start. */
    public String said() throws IOException {
        return Files.readString(folder.resolve("postgres.log"));
    }

    @Override
    public void close() {
        server.close();
        TestFolder.remove(folder);
    }
}

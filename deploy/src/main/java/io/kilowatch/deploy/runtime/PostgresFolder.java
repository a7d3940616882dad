package io.kilowatch.deploy.runtime;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that keeps one database cluster: its data, its owner's password and the server's log.
 *
 * @param home the folder
 * @param programs the folder of {@code postgres}, {@code initdb} and {@code pg_ctl}
 */
record PostgresFolder(Path home, Path programs) {
    /** The owner of every database in the cluster. */
    static final String USER = "kilowatch";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresFolder.class);
    private static final int LOG_LINES = 8;

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Makes the cluster if there is none, and refuses one made by another major version. */
    void prepare(Account account, boolean sync) throws IOException {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            create(account, sync);
        }
        account.own(home);
        String made = Files.readString(data().resolve("PG_VERSION")).strip();
        String version = output(account, "postgres", "--version");
        if (!version.matches("(?s).*\\b" + made + "(\\.|\\D).*")) {
            throw new CannotStart("the data in " + data() + " was made by PostgreSQL " + made + ", but the server is "
                    + version.strip() + "; start that version, or use another data folder");
        }
    }

    private void create(Account account, boolean sync) throws IOException {
        LOG.info("preparing a database folder [folder: {}]", home);
        Path fresh = home.resolve("data.unfinished");
        remove(fresh);
        drawPassword();
        account.own(home);
        List<String> words = new ArrayList<>(List.of(
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--locale=C",
                "--encoding=UTF8"));
        if (!sync) {
            words.add("--no-sync");
        }
        output(account, "initdb", words.toArray(String[]::new));
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void drawPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Path file = Files.createFile(passwordFile());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, HexFormat.of().formatHex(random) + System.lineSeparator());
    }

    /**
     * Stops a server that outlived the process which started it, and forgets a process id that belongs to somebody else
     * by now. Only the holder of the folder's lock may call this.
     */
    void endOrphan(Account account) throws IOException {
        Path file = data().resolve("postmaster.pid");
        Optional<ProcessHandle> alive = pid(file).flatMap(ProcessHandle::of);
        if (alive.isEmpty()) {
            return;
        }
        Optional<String> command = alive.get().info().commandLine();
        if (command.isPresent() && !command.get().contains(data().toString())) {
            Files.deleteIfExists(file);
            return;
        }
        LOG.warn("stopping a database server left behind [pid: {}]", alive.get().pid());
        output(account, "pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "60");
    }

    private static Optional<Long> pid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the server with this process id says that it takes connections. */
    boolean ready(long pid) throws IOException {
        Path file = data().resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() >= 8
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    /** The last lines of the server's log. */
    String logEnd() throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        List<String> lines = Files.readAllLines(log());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    /** One of the programs, not started yet, free of the PostgreSQL settings in our environment. */
    ProcessBuilder program(Account account, String name, String... arguments) {
        List<String> words = new ArrayList<>(account.prefix());
        words.add(programs.resolve(name).toString());
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true);
    }

    private String output(Account account, String name, String... arguments) throws IOException {
        Path file = home.resolve("last-program.log");
        Process process = program(account, name, arguments)
                .redirectOutput(Redirect.to(file.toFile()))
                .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new CannotStart(name + " did not end within three minutes; see " + file);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for " + name, e);
        }
        String text = Files.readString(file);
        if (process.exitValue() != 0) {
            throw new CannotStart(name + " failed in " + home + ": " + text.strip());
        }
        return text;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

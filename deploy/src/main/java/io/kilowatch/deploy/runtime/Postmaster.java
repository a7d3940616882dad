package io.kilowatch.deploy.runtime;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL server on its folder, stopped by {@link #close} and at the latest when the JVM ends. */
final class Postmaster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int ATTEMPTS = 20;
    /** A crash recovery replays the log first, so starting may take long. */
    private static final int READY_SECONDS = 300;

    private final PostgresFolder folder;
    private final FolderLock lock;
    private final Account account;
    private final Process process;
    private final int port;
    private final String password;
    private boolean closed;

    private Postmaster(
            PostgresFolder folder, FolderLock lock, Account account, Process process, int port, String password) {
        this.folder = folder;
        this.lock = lock;
        this.account = account;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** Starts the server; the lock is closed with it. */
    static Postmaster start(PostgresFolder folder, FolderLock lock, PostgresOptions options) {
        Account account = Account.here();
        try {
            folder.prepare(account, options.syncs());
            folder.endOrphan(account);
            Postmaster started = launch(folder, lock, account, options);
            AtExit.close(started);
            started.watch();
            started.createDatabase();
            LOG.info("PostgreSQL is up [port: {}, folder: {}]", started.port, folder.home());
            return started;
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL could not be started in " + folder.home() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while PostgreSQL was starting", e);
        }
    }

    /**
     * Tries again while processes of a killed server still hold its shared memory, or when somebody took the free port.
     */
    private static Postmaster launch(PostgresFolder folder, FolderLock lock, Account account, PostgresOptions options)
            throws IOException, InterruptedException {
        String password = folder.password();
        for (int attempt = 1; ; attempt++) {
            int port = FreePort.orAny(options.port());
            if (Files.exists(folder.log())) {
                Files.move(
                        folder.log(),
                        folder.home().resolve("postgres.log.previous"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = folder.program(account, "postgres", arguments(folder, options, port))
                    .redirectOutput(Redirect.to(folder.log().toFile()))
                    .start();
            if (becomesReady(folder, process)) {
                return new Postmaster(folder, lock, account, process, port, password);
            }
            String log = folder.logEnd();
            boolean transitory =
                    log.contains("shared memory block") || (options.port() == 0 && log.contains("could not bind"));
            if (!transitory || attempt == ATTEMPTS) {
                throw new CannotStart("PostgreSQL gave up on port " + port + " in " + folder.home() + ": " + log);
            }
            process.waitFor(500, TimeUnit.MILLISECONDS);
        }
    }

    private static String[] arguments(PostgresFolder folder, PostgresOptions options, int port) {
        List<String> words = new ArrayList<>(
                List.of("-D", folder.data().toString(), "-p", Integer.toString(port), "-h", "127.0.0.1"));
        words.addAll(List.of("-c", "unix_socket_directories="));
        options.parameters().forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words.toArray(String[]::new);
    }

    private static boolean becomesReady(PostgresFolder folder, Process process)
            throws IOException, InterruptedException {
        for (int tick = 0; tick < READY_SECONDS * 50; tick++) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (folder.ready(process.pid())) {
                return true;
            }
        }
        process.destroyForcibly();
        return false;
    }

    private void watch() {
        process.onExit().thenAccept(ended -> {
            if (!closing()) {
                LOG.error("PostgreSQL ended by itself [exit: {}, log: {}]", ended.exitValue(), folder.log());
            }
        });
    }

    private void createDatabase() {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, PostgresFolder.USER, password);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + PostgresFolder.USER + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + PostgresFolder.USER);
            }
        } catch (SQLException e) {
            close();
            throw new CannotStart("the database could not be created in " + folder.home() + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    long pid() {
        return process.pid();
    }

    private synchronized boolean closing() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            stop();
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be asked to stop, so it is killed [pid: {}]", process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            lock.close();
            AtExit.forget(this);
        }
    }

    private void stop() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        folder.program(account, "pg_ctl", "stop", "-D", folder.data().toString(), "-m", "fast", "-W")
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            LOG.warn("PostgreSQL did not stop within a minute, so it is killed [pid: {}]", process.pid());
        }
    }
}

package io.kilowatch.deploy.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A PostgreSQL server with TimescaleDB, run from a tree of installed programs such as {@code deploy/get-timescaledb}
 * makes.
 */
public final class InstalledTimescale implements DatabaseServer {
    private final Postmaster postmaster;

    private InstalledTimescale(Postmaster postmaster) {
        this.postmaster = postmaster;
    }

    /**
     * Starts the server of the tree on the folder, which keeps the data; an empty one is prepared first.
     *
     * @param tree a folder that holds {@code usr/lib/postgresql/VERSION/bin/postgres}, or that one's {@code bin}
     * @throws CannotStart when the tree has no server, the folder is in use, or the server gives up
     */
    public static InstalledTimescale start(Path tree, Path folder, PostgresOptions options) {
        Path home = folder.toAbsolutePath().normalize();
        Path programs = programs(tree.toAbsolutePath().normalize());
        PostgresOptions preloaded = options.with("shared_preload_libraries", "timescaledb")
                .with("timescaledb.max_background_workers", "0")
                .with("timescaledb.telemetry_level", "off");
        FolderLock lock = FolderLock.take(home);
        try {
            return new InstalledTimescale(Postmaster.start(new PostgresFolder(home, programs), lock, preloaded));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Path programs(Path tree) {
        if (Files.isExecutable(tree.resolve("postgres"))) {
            return tree;
        }
        Path versions = tree.resolve("usr/lib/postgresql");
        try (Stream<Path> found = Files.exists(versions) ? Files.list(versions) : Stream.empty()) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new CannotStart(
                            "there is no PostgreSQL server under " + tree + "; make one with deploy/get-timescaledb"));
        } catch (IOException e) {
            throw new CannotStart("the tree " + tree + " cannot be read: " + e, e);
        }
    }

    @Override
    public int port() {
        return postmaster.port();
    }

    @Override
    public String user() {
        return PostgresFolder.USER;
    }

    @Override
    public String password() {
        return postmaster.password();
    }

    @Override
    public void close() {
        postmaster.close();
    }
}

package io.kilowatch.deploy.runtime;

import java.nio.file.Path;

/** The plain PostgreSQL server that comes with Kilowatch from Maven Central. */
public final class EmbeddedPostgres implements DatabaseServer {
    private final Postmaster postmaster;

    private EmbeddedPostgres(Postmaster postmaster) {
        this.postmaster = postmaster;
    }

    /**
     * Starts the server on the folder, which keeps the programs and the data; an empty one is prepared first.
     *
     * @throws CannotStart when there are no programs for this platform, the folder is in use, or the server gives up
     */
    public static EmbeddedPostgres start(Path folder, PostgresOptions options) {
        Path home = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(home);
        try {
            Path programs = PostgresPrograms.unpackedInto(home);
            return new EmbeddedPostgres(Postmaster.start(new PostgresFolder(home, programs), lock, options));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
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

    /** The process id of the postmaster. */
    long pid() {
        return postmaster.pid();
    }

    @Override
    public void close() {
        postmaster.close();
    }
}

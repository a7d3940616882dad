package io.kilowatch.deploy.runtime;

/** A PostgreSQL server that runs under this process, on the loopback interface only, its data in a folder. */
public sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, InstalledTimescale {
    /** Where the server's {@code kilowatch} database is. */
    default String jdbcUrl() {
        return jdbcUrl("kilowatch");
    }

    /** Where another database of the same server is. */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The port it listens on. */
    int port();

    /** The user that owns the databases. */
    String user();

    /** The user's password; it was drawn when the folder was made and lies in it. */
    String password();

    /** Stops the server in order and waits for its end; does nothing the second time. */
    @Override
    void close();
}

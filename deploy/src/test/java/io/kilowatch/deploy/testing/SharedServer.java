package io.kilowatch.deploy.testing;

import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.deploy.runtime.DatabaseServer;
import io.kilowatch.deploy.runtime.EmbeddedPostgres;
import io.kilowatch.deploy.runtime.InstalledTimescale;
import io.kilowatch.deploy.runtime.PostgresOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A database server that all tests of the JVM share.
 *
 * @param prefix its JDBC address without the database's name
 * @param user a superuser
 * @param password the superuser's
 */
record SharedServer(String prefix, String user, String password) {
    private static final String IMAGE = "timescale/timescaledb:latest-pg17";
    private static @Nullable SharedServer timescale;
    private static @Nullable SharedServer postgres;

    /** The server of a flavour, started by the first who asks. */
    static synchronized SharedServer of(RealDatabase.Flavour flavour) {
        return switch (flavour) {
            case TIMESCALEDB -> {
                SharedServer server = timescale == null ? timescale() : timescale;
                timescale = server;
                yield server;
            }
            case POSTGRESQL -> {
                SharedServer server = postgres == null
                        ? under(EmbeddedPostgres.start(TestFolder.fresh("postgresql"), PostgresOptions.relaxed()))
                        : postgres;
                postgres = server;
                yield server;
            }
        };
    }

    private static SharedServer timescale() {
        Optional<Path> tree = TimescaleTree.find();
        if (tree.isPresent()) {
            Path folder = TestFolder.fresh("timescaledb");
            return under(InstalledTimescale.start(tree.get(), folder, PostgresOptions.relaxed()));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return container();
        }
        return Skip.because("the tests on TimescaleDB", TimescaleTree.whyNot());
    }

    private static SharedServer under(DatabaseServer server) {
        return new SharedServer(server.jdbcUrl(""), server.user(), server.password());
    }

    private static SharedServer container() {
        DockerImageName image = DockerImageName.parse(System.getProperty("kilowatch.timescaledb.image", IMAGE));
        PostgreSQLContainer container = new PostgreSQLContainer(image.asCompatibleSubstituteFor("postgres"));
        container.start();
        AtExit.close(container::stop);
        String prefix = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
        return new SharedServer(prefix, container.getUsername(), container.getPassword());
    }
}

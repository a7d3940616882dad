package io.kilowatch.deploy.service;

import io.kilowatch.deploy.runtime.DatabaseServer;
import io.kilowatch.deploy.runtime.EmbeddedKafka;
import io.kilowatch.deploy.runtime.EmbeddedPostgres;
import io.kilowatch.deploy.runtime.InstalledTimescale;
import io.kilowatch.deploy.runtime.PostgresOptions;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka and the database of one process: those that the settings name, else embedded ones with their data in a folder.
 *
 * @param settings the settings with where the parts really are
 * @param kafka where Kafka is
 * @param database where the database is
 */
public record Parts(Settings settings, KafkaConfig kafka, DatabaseConfig database) {
    /** Where everything is kept. */
    public static final Option<Path> DATA =
            Option.path("data", "FOLDER", "data", "folder for everything that is kept; reused after a restart");

    /** The port of the embedded broker. */
    public static final Option<Integer> KAFKA_PORT =
            Option.port("embedded-kafka-port", 0, "port of the embedded Kafka; 0 takes a free one");

    /** The port of the embedded database. */
    public static final Option<Integer> DATABASE_PORT =
            Option.port("embedded-database-port", 0, "port of the embedded PostgreSQL; 0 takes a free one");

    /** A tree of TimescaleDB programs to run instead of the embedded PostgreSQL. */
    public static final Option<Path> TIMESCALEDB = Option.path(
            "timescaledb",
            "FOLDER",
            "",
            "run the TimescaleDB that deploy/get-timescaledb FOLDER fetched, instead of" + " the embedded PostgreSQL");

    /** All of its own. */
    public static final List<Option<?>> OPTIONS = List.of(DATA, KAFKA_PORT, DATABASE_PORT, TIMESCALEDB);

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    /** Starts what the settings do not name. */
    public static Parts start(Settings given, ServiceHost host) {
        Path data = given.value(DATA);
        Map<String, String> found = new HashMap<>();
        if (!given.isGiven(KafkaConfig.BOOTSTRAP)) {
            EmbeddedKafka broker = host.keep(EmbeddedKafka.start(data.resolve("kafka"), given.value(KAFKA_PORT)));
            found.put(KafkaConfig.BOOTSTRAP.name(), broker.bootstrapServers());
        }
        if (!given.isGiven(DatabaseConfig.URL)) {
            DatabaseServer server = host.keep(database(given, data));
            found.put(DatabaseConfig.URL.name(), server.jdbcUrl());
            found.put(DatabaseConfig.USER.name(), server.user());
            found.put(DatabaseConfig.PASSWORD.name(), server.password());
        }
        Settings settings = given.with(found);
        Parts parts = new Parts(settings, KafkaConfig.from(settings), DatabaseConfig.from(settings));
        if (!found.isEmpty()) {
            Endpoints.of(parts.kafka, parts.database).write(data);
            host.keep(() -> Endpoints.remove(data));
        }
        log.info("parts are up [kafka: {}, database: {}]", parts.kafka.bootstrap(), parts.database.url());
        return parts;
    }

    private static DatabaseServer database(Settings given, Path data) {
        PostgresOptions options = PostgresOptions.durable(given.value(DATABASE_PORT));
        Optional<Path> tree = given.optional(TIMESCALEDB);
        return tree.isPresent()
                ? InstalledTimescale.start(tree.get(), data.resolve("timescaledb"), options)
                : EmbeddedPostgres.start(data.resolve("postgresql"), options);
    }
}

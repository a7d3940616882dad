package io.kilowatch.alerts;

import io.kilowatch.alerts.http.DeskServer;
import io.kilowatch.alerts.intake.AlertPublisher;
import io.kilowatch.alerts.intake.DatabaseDesk;
import io.kilowatch.alerts.intake.Stored;
import io.kilowatch.alerts.intake.VerdictIntake;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.PollLoop;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alert service: verdicts from Kafka, alerts in the database, the inspector's desk over HTTP.
 *
 * <p>It owns its Kafka clients and its HTTP server; Vert.x and the database belong to who gives them.
 */
public final class Alerts implements AutoCloseable {
    /** How many database connections it needs at the same time. */
    public static final int CONNECTIONS = DeskServer.WORKERS + 2;

    private static final Logger log = LoggerFactory.getLogger(Alerts.class);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final AlertsConfig config;
    private final KafkaProducer<String, byte[]> producer;
    private final DeskServer desk;
    private final PollLoop loop;
    private @Nullable HttpServer server;

    /** A service that is not started yet. */
    public Alerts(
            AlertsConfig config,
            Vertx vertx,
            Database database,
            Registry registry,
            InstantSource clock,
            MeterRegistry meters,
            Health health) {
        this.config = config;
        AlertsMetrics metrics = new AlertsMetrics(meters);
        producer = config.kafka()
                .producer(
                        "kilowatch-alerts",
                        Map.of("delivery.timeout.ms", 30_000, "request.timeout.ms", 10_000, "max.block.ms", 10_000));
        AlertJson json = new AlertJson(config.calendar());
        AlertPublisher publisher = new AlertPublisher(producer, json);
        DatabaseDesk stored = new DatabaseDesk(database, publisher, clock, metrics, this::changed);
        desk = new DeskServer(vertx, stored, registry, json, metrics, config.evidence());
        VerdictIntake intake = new VerdictIntake(database, publisher, config.periods(), clock, metrics, this::changed);
        loop = new PollLoop(
                "alerts-verdicts",
                config.kafka()
                        .consumer(
                                "kilowatch-alerts",
                                Map.of(
                                        "group.id", "kilowatch-alerts",
                                        "max.poll.records", 2_000,
                                        "session.timeout.ms", 10_000,
                                        "heartbeat.interval.ms", 3_000)),
                List.of(Topics.VERDICTS.name()),
                intake);
        metrics.failedTries(loop);
        health.add("alerts-database", database::answers);
        health.add("alerts-verdicts", () -> loop.isAlive(SILENCE));
    }

    private void changed(Stored stored) {
        desk.publish(stored);
    }

    /** Serves the desk and starts reading; throws if the address is taken. */
    public void start() {
        try {
            server = desk.listen(config.http().host(), config.http().port())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "the desk cannot be served at " + config.http().host() + ':'
                            + config.http().port() + ": " + e.getCause(),
                    e);
        }
        loop.start();
        log.info("alert service started [http: {}:{}]", config.http().host(), port());
    }

    /** The port of the desk, once it is started. */
    public int port() {
        return server == null ? config.http().port() : server.actualPort();
    }

    /** Ends the poll under way, then the desk. */
    @Override
    public void close() {
        loop.close();
        desk.close();
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
        producer.close(Duration.ofSeconds(5));
    }
}

package io.kilowatch.ingest;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Gatekeeper;
import io.kilowatch.ingest.devices.DeviceLog;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.KafkaPublisher;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.mqtt.Gateway;
import io.kilowatch.ingest.mqtt.Listener;
import io.kilowatch.ingest.mqtt.OpenSessions;
import io.kilowatch.ingest.mqtt.Terms;
import io.kilowatch.ingest.redrive.Redrive;
import io.kilowatch.ingest.redrive.RedriveLoop;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.registry.feed.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway: devices in over MQTT, Kafka out. */
public final class Ingest implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);
    private static final AtomicInteger SHARED_FREE_PORTS = new AtomicInteger();

    private final IngestConfig config;
    private final Vertx vertx;
    private final Health health;
    private final Publisher publisher;
    private final Runnable startPublisher;
    private final Catalogues catalogues;
    private final WorkerExecutor hashing;
    private final DeviceLog devices;
    private final RedriveLoop redrive;
    private final Runnable startRedrive;
    private final Gateway gateway;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private volatile boolean listening;

    /** A gateway that publishes to Kafka and is not started yet. */
    public Ingest(
            IngestConfig config,
            Vertx vertx,
            Registry registry,
            InstantSource clock,
            MeterRegistry metrics,
            Health health) {
        this(config, vertx, registry, clock, metrics, health, new KafkaPublisher(config.kafka(), metrics));
    }

    /** A gateway with another way out; it closes the publisher when it is closed. */
    public Ingest(
            IngestConfig config,
            Vertx vertx,
            Registry registry,
            InstantSource clock,
            MeterRegistry metrics,
            Health health,
            Publisher publisher) {
        this.config = config;
        this.vertx = vertx;
        this.health = health;
        this.publisher = publisher;
        this.startPublisher = publisher instanceof KafkaPublisher kafka ? kafka::start : () -> {};
        this.catalogues = new Catalogues(registry);
        this.hashing = vertx.createSharedWorkerExecutor(
                "ingest-passwords", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        IngestMetrics meters = new IngestMetrics(metrics, config.busiest());
        this.devices = new DeviceLog(publisher, catalogues, clock, config.deviceWindow(), meters);
        Intake intake = new Intake(
                config.maxMessageBytes(), config.maxReadings(), config.futureTolerance(), clock, meters, devices);
        this.redrive =
                new RedriveLoop(config.kafka(), registry, publisher, new Redrive(catalogues, intake, clock), meters);
        this.startRedrive = publisher instanceof KafkaPublisher ? redrive::start : () -> {};
        this.gateway = new Gateway(
                new Terms(config.host(), sharedPort(config.port()), config.maxInFlight(), config.maxMessageBytes()),
                catalogues,
                new Gatekeeper(catalogues, PasswordHash.DEFAULT_ITERATIONS),
                hashing,
                new OpenSessions(),
                intake,
                publisher,
                devices,
                meters);
    }

    /** Vert.x lets several listeners share one free port under the same negative number. */
    private static int sharedPort(int port) {
        return port == 0 ? -1 - SHARED_FREE_PORTS.getAndIncrement() % 60_000 : port;
    }

    /** Listens; returns when it does. */
    public void start() {
        warnUnlessLoopback();
        health.add("kafka", publisher::isReady);
        health.add("registry", catalogues::isRead);
        health.add("mqtt", () -> listening);
        startPublisher.run();
        for (int loop = 0; loop < config.eventLoops(); loop++) {
            Listener listener = new Listener(gateway);
            deployments.add(await(vertx.deployVerticle(listener)));
            listeners.add(listener);
        }
        devices.start();
        startRedrive.run();
        listening = true;
        log.info("listening for MQTT [host: {}, port: {}, loops: {}]", config.host(), port(), config.eventLoops());
    }

    /** The port that it listens on. */
    public int port() {
        return listeners.get(0).port();
    }

    private void warnUnlessLoopback() {
        try {
            if (!InetAddress.getByName(config.host()).isLoopbackAddress()) {
                log.warn(
                        "MQTT listens beyond loopback without TLS, passwords can be read on the way [host: {}]",
                        config.host());
            }
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the host of --mqtt-host is not known: " + config.host(), e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the MQTT listener could not be started or stopped", e.getCause());
        }
    }

    /** Ends all sessions; what was not acknowledged the devices send again. */
    @Override
    public void close() {
        listening = false;
        redrive.close();
        devices.endings();
        deployments.forEach(id -> await(vertx.undeploy(id)));
        deployments.clear();
        await(hashing.close());
        devices.close();
        publisher.close();
        log.info("gateway closed [host: {}, port: {}]", config.host(), config.port());
    }
}

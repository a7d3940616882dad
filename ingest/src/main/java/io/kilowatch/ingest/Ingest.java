package io.kilowatch.ingest;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Doorkeeper;
import io.kilowatch.ingest.access.Gatekeeper;
import io.kilowatch.ingest.devices.DeviceLog;
import io.kilowatch.ingest.guard.ConnectionLimits;
import io.kilowatch.ingest.guard.Lockouts;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.KafkaPublisher;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.limit.Limits;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.metrics.LimitMetrics;
import io.kilowatch.ingest.metrics.ProtectionMetrics;
import io.kilowatch.ingest.mqtt.Door;
import io.kilowatch.ingest.mqtt.Gateway;
import io.kilowatch.ingest.mqtt.Listener;
import io.kilowatch.ingest.mqtt.OpenSessions;
import io.kilowatch.ingest.mqtt.Terms;
import io.kilowatch.ingest.redrive.Redrive;
import io.kilowatch.ingest.redrive.RedriveLoop;
import io.kilowatch.ingest.tls.ClientTrust;
import io.kilowatch.ingest.tls.Tls;
import io.kilowatch.ingest.tls.TlsConfig;
import io.kilowatch.ingest.tls.TlsFault;
import io.kilowatch.ingest.upload.UploadServer;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.registry.feed.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
    private final DeviceLog devices;
    private final RedriveLoop redrive;
    private final Runnable startRedrive;
    private final ProtectionMetrics protection;
    private final Optional<Tls> tls;
    private final Doorkeeper doorkeeper;
    private final Gateway gateway;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private @Nullable HttpServer uploads;
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
        IngestMetrics meters = new IngestMetrics(metrics, config.busiest());
        this.devices = new DeviceLog(publisher, catalogues, clock, config.deviceWindow(), meters);
        Intake intake = new Intake(
                config.maxMessageBytes(),
                config.maxReadings(),
                config.futureTolerance(),
                config.calendar(),
                clock,
                meters,
                devices);
        this.redrive =
                new RedriveLoop(config.kafka(), registry, publisher, new Redrive(catalogues, intake, clock), meters);
        this.startRedrive = publisher instanceof KafkaPublisher ? redrive::start : () -> {};
        AccessConfig access = config.access();
        this.protection = new ProtectionMetrics(metrics);
        this.tls = access.tls().map(this::opened);
        this.doorkeeper = new Doorkeeper(
                catalogues,
                new Gatekeeper(catalogues, PasswordHash.DEFAULT_ITERATIONS),
                new Lockouts(access.guard().lockout(), System::nanoTime),
                tls.map(Tls::clients).orElseGet(ClientTrust::nobody),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        ConnectionLimits limits =
                new ConnectionLimits(access.guard(), System::nanoTime, overrun -> protection.refused(overrun.word()));
        protection.watch(limits::open, doorkeeper::waiting);
        Limits flows = new Limits(config.limits(), System::nanoTime);
        LimitMetrics limitMetrics = new LimitMetrics(metrics);
        limitMetrics.watch(flows::inFlight, () -> flows.ahead().get());
        this.gateway = new Gateway(
                new Terms(
                        config.maxInFlight(),
                        config.maxMessageBytes(),
                        (int) Math.max(1, access.guard().connectTimeout().toSeconds()),
                        access.guard().maxKeepAlive()),
                catalogues,
                doorkeeper,
                access.guard(),
                limits,
                flows,
                new OpenSessions(),
                intake,
                publisher,
                devices,
                meters,
                protection,
                limitMetrics);
    }

    private Tls opened(TlsConfig from) {
        try {
            return Tls.open(from, protection);
        } catch (TlsFault e) {
            throw new IllegalStateException("TLS cannot be spoken: " + e.getMessage(), e);
        }
    }

    /** Vert.x lets several listeners share one free port under the same negative number. */
    private static int sharedPort(int port) {
        return port == 0 ? -1 - SHARED_FREE_PORTS.getAndIncrement() % 60_000 : port;
    }

    /** Listens; returns when it does. */
    public void start() {
        health.add("kafka", publisher::isReady);
        health.add("registry", catalogues::isRead);
        health.add("mqtt", () -> listening);
        startPublisher.run();
        List<Door> doors = doors();
        for (int loop = 0; loop < config.eventLoops(); loop++) {
            Listener listener = new Listener(gateway, doors);
            deployments.add(await(vertx.deployVerticle(listener)));
            listeners.add(listener);
        }
        devices.start();
        startRedrive.run();
        if (config.upload().open()) {
            uploads = await(uploadServer().listen());
        }
        listening = true;
        tls.ifPresent(secured -> secured.start(gateway.sessions()::recheck));
        for (int door = 0; door < doors.size(); door++) {
            log.info(
                    "listening for MQTT [host: {}, port: {}, tls: {}, loops: {}]",
                    doors.get(door).host(),
                    listeners.get(0).port(door),
                    doors.get(door).tls().isPresent(),
                    config.eventLoops());
        }
    }

    private UploadServer uploadServer() {
        return new UploadServer(
                config.upload(),
                vertx,
                config.maxMessageBytes(),
                catalogues,
                doorkeeper,
                gateway.intake(),
                publisher,
                tls);
    }

    /** The port of the national upload interface; -1 if it is not served. */
    public int uploadPort() {
        return uploads == null ? -1 : uploads.actualPort();
    }

    /** Plain TCP first, where there is both. */
    private List<Door> doors() {
        AccessConfig access = config.access();
        List<Door> doors = new ArrayList<>();
        if (access.plain()) {
            doors.add(new Door(config.host(), sharedPort(config.port()), Optional.empty()));
        }
        tls.ifPresent(secured -> doors.add(new Door(access.tlsHost(), sharedPort(access.tlsPort()), tls)));
        return doors;
    }

    /** The port of MQTT over plain TCP, or over TLS if it is the only one. */
    public int port() {
        return listeners.get(0).port(0);
    }

    /** The port of MQTT over TLS. */
    public int tlsPort() {
        return listeners.get(0).port(config.access().plain() ? 1 : 0);
    }

    /** What secures its ports, to secure others alike; it is open until the gateway is closed. */
    public Optional<Tls> tls() {
        return tls;
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
        int port = listening ? port() : config.port();
        listening = false;
        redrive.close();
        devices.endings();
        deployments.forEach(id -> await(vertx.undeploy(id)));
        deployments.clear();
        if (uploads != null) {
            await(uploads.close());
        }
        devices.close();
        doorkeeper.close();
        tls.ifPresent(Tls::close);
        publisher.close();
        log.info("gateway closed [host: {}, port: {}]", config.host(), port);
    }
}

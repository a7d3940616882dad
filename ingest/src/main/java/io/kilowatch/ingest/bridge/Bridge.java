package io.kilowatch.ingest.bridge;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.devices.DeviceLog;
import io.kilowatch.ingest.intake.Dispatch;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.KafkaPublisher;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.platform.concurrent.Backoff;
import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.platform.health.Health;
import io.kilowatch.registry.feed.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway where a site already has a broker: a client of it, which takes what devices publish there and acknowledges
 * only what Kafka has stored. Several share the work by a shared subscription.
 *
 * <p>The broker keeps what is not acknowledged, and what comes while the bridge is away, under its client id. A lost
 * connection is made anew, after a pause that grows while that fails.
 */
public final class Bridge implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bridge.class);
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** A connection that ends sooner counts as a failed try, so that a broker that lets nobody stay is not flooded. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(10);

    private final BridgeConfig config;
    private final Health health;
    private final Publisher publisher;
    private final Runnable startPublisher;
    private final Context context;
    private final Dispatch dispatch;
    private final DeviceLog devices;
    private final Reception reception;
    private final IngestMetrics metrics;
    private final BridgeMetrics bridgeMetrics;
    private final Loop loop;

    /** A bridge that publishes to Kafka and is not started yet. */
    public Bridge(
            BridgeConfig config,
            Vertx vertx,
            Registry registry,
            InstantSource clock,
            MeterRegistry metrics,
            Health health) {
        this(config, vertx, registry, clock, metrics, health, new KafkaPublisher(config.kafka(), metrics));
    }

    /** A bridge with another way out; it closes the publisher when it is closed. */
    public Bridge(
            BridgeConfig config,
            Vertx vertx,
            Registry registry,
            InstantSource clock,
            MeterRegistry metrics,
            Health health,
            Publisher publisher) {
        this.config = config;
        this.health = health;
        this.publisher = publisher;
        this.startPublisher = publisher instanceof KafkaPublisher kafka ? kafka::start : () -> {};
        this.metrics = new IngestMetrics(metrics);
        this.bridgeMetrics = new BridgeMetrics(metrics);
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.dispatch = new Dispatch(context, publisher, this.metrics);
        Catalogues catalogues = new Catalogues(registry);
        this.devices = new DeviceLog(publisher, catalogues, clock, config.deviceWindow(), this.metrics);
        this.reception = new Reception(
                catalogues,
                config.enterprises(),
                new Intake(
                        config.maxMessageBytes(),
                        config.maxReadings(),
                        config.futureTolerance(),
                        config.calendar(),
                        clock,
                        this.metrics,
                        devices));
        this.loop = new Loop("bridge-broker", Backoff.patient(new Random()), this::step);
    }

    /** Begins to connect; returns at once. */
    public void start() {
        health.add("kafka", publisher::isReady);
        health.add("registry", reception::isReady);
        health.add("broker", bridgeMetrics::isConnected);
        startPublisher.run();
        devices.start();
        loop.start();
    }

    private void step() throws BrokerFault, InterruptedException {
        if (!reception.isReady()) {
            loop.pause(GLANCE); // nobody is known yet, and everything would be refused
            return;
        }
        long began = System.nanoTime();
        String why = "";
        try (Link link = new Link(config, context, dispatch, reception, metrics, bridgeMetrics)) {
            link.open();
            bridgeMetrics.connected();
            log.info(
                    "bridge stands [broker: {}, client: {}, group: {}]",
                    config.broker().url(),
                    config.broker().clientId(),
                    config.group().orElse("none"));
            while (!loop.isClosing() && why.isEmpty()) {
                loop.pause(GLANCE);
                why = link.lost().getNow("");
            }
        } finally {
            bridgeMetrics.disconnected();
        }
        if (!why.isEmpty()) {
            ended(why, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void ended(String why, Duration life) throws BrokerFault {
        if (life.compareTo(SHORT_LIFE) < 0) {
            throw new BrokerFault("the broker ended the connection soon: " + why);
        }
        log.warn(
                "connection to the broker lost [broker: {}, why: {}]",
                config.broker().url(),
                why);
    }

    /** Leaves the broker, which keeps what is not acknowledged. */
    @Override
    public void close() {
        loop.close();
        devices.close();
        publisher.close();
        log.info("bridge closed [broker: {}]", config.broker().url());
    }
}

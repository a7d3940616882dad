package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.Ingest;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.ingest.Plant;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.health.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A gateway on loopback with a publisher in memory, at 10:16 in Shanghai. */
final class GatewayFixture implements AutoCloseable {
    static final String TOPIC = "kw/v1/" + Plant.USER + "/readings";
    static final String RECEIPTS = "kw/v1/" + Plant.USER + "/receipts";
    static final int MAX_IN_FLIGHT = 4;

    final Plant plant;
    final HeldPublisher publisher = new HeldPublisher();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Health health = new Health();
    private final Vertx vertx = Vertx.vertx();
    final Ingest ingest;

    GatewayFixture(Plant plant) {
        this(plant, Map.of());
    }

    /** With other options, by name. */
    GatewayFixture(Plant plant, Map<String, String> options) {
        this.plant = plant;
        Map<String, String> given = new HashMap<>(Map.of(
                "mqtt-port", "0",
                "mqtt-event-loops", "2",
                "mqtt-max-in-flight", Integer.toString(MAX_IN_FLIGHT),
                "mqtt-max-message-bytes", "100000",
                "batch-max-readings", "100",
                "mqtt-tls-host", "127.0.0.1",
                "mqtt-tls-port", "0",
                "kafka-bootstrap", "127.0.0.1:1"));
        given.putAll(options);
        Settings settings = new Settings(given, Map.of());
        IngestConfig config = IngestConfig.from(settings);
        settings.check();
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T02:16:00Z"));
        this.ingest = new Ingest(config, vertx, plant, clock, metrics, health, publisher);
        ingest.start();
    }

    RawClient client(MqttVersion version) throws IOException {
        return new RawClient(ingest.port(), version);
    }

    RawClient connected(MqttVersion version) throws IOException {
        RawClient client = client(version);
        client.connect(Plant.USER, Plant.PASSWORD);
        return client;
    }

    static String reading(int register) {
        return "{\"meter\":\"EL\",\"at\":\"2026-11-22T10:15:00+08:00\",\"register\":" + register + "}";
    }

    static String batch(String... readings) {
        return "{\"batch\":\"b\",\"readings\":[" + String.join(",", readings) + "]}";
    }

    @Override
    public void close() {
        ingest.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.Ingest;
import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.ingest.Plant;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

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
        this.plant = plant;
        IngestConfig config = new IngestConfig(
                "127.0.0.1",
                0,
                2,
                MAX_IN_FLIGHT,
                100_000,
                100,
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                20,
                new KafkaConfig("127.0.0.1:1", 1, 1));
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

package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.ingest.intake.KafkaPublisher;
import io.kilowatch.platform.config.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The yardstick of the gateway, a program of its own: an MQTT server that puts the bytes of every message into Kafka as they
 * are and acknowledges it when Kafka does. It reads no payload, asks nobody who it is, and counts nothing.
 *
 * <p>It has the same event loops, the same settings of Kafka's producer and the same number of partitions as the gateway,
 * keys its records as evenly, and is configured by the same environment variables.
 */
public final class PassThrough extends VerticleBase {
    static final String TOPIC = "bench.pass-through";
    static final String LISTENS = "pass-through listens";

    private static final int LARGEST_MESSAGE = 512 * 1024;

    private final IngestConfig config;
    private final KafkaProducer<String, byte[]> producer;

    private PassThrough(IngestConfig config, KafkaProducer<String, byte[]> producer) {
        this.config = config;
        this.producer = producer;
    }

    /** Runs it until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        IngestConfig config = IngestConfig.from(new Settings(Map.of(), System.getenv()));
        KafkaProducer<String, byte[]> producer = KafkaPublisher.producer(config.kafka(), "pass-through");
        while (!isKnown(producer)) {
            Thread.sleep(100);
        }
        Vertx vertx = Vertx.vertx();
        for (int loop = 0; loop < config.eventLoops(); loop++) {
            vertx.deployVerticle(new PassThrough(config, producer))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        System.out.println(LISTENS);
        new CountDownLatch(1).await();
    }

    private static boolean isKnown(KafkaProducer<String, byte[]> producer) {
        try {
            return !producer.partitionsFor(TOPIC).isEmpty();
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public Future<?> start() {
        MqttServerOptions options = new MqttServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setMaxMessageSize(LARGEST_MESSAGE)
                .setMaxClientIdLength(LARGEST_MESSAGE);
        options.setTcpNoDelay(true);
        return MqttServer.create(vertx, options)
                .endpointHandler(this::connected)
                .listen();
    }

    private void connected(MqttEndpoint endpoint) {
        endpoint.publishHandler(message -> published(endpoint, message));
        endpoint.subscriptionAutoAck(true);
        endpoint.accept();
    }

    private void published(MqttEndpoint endpoint, MqttPublishMessage message) {
        int packetId = message.messageId();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                TOPIC, message.topicName(), message.payload().getBytes());
        producer.send(record, (stored, failure) -> {
            if (failure == null && endpoint.isConnected()) {
                endpoint.publishAcknowledge(packetId);
            }
        });
    }
}

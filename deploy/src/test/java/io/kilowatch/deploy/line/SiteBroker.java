package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.testing.Mosquitto;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.kafka.Topic;
import io.kilowatch.registry.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A site with a broker of its own, a device that publishes there, and Kafka at the far end of the bridge. */
final class SiteBroker implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");

    private final Mosquitto broker = Mosquitto.start();
    private final RealKafka kafka = RealKafka.own();

    SiteBroker() throws InterruptedException {
        Topic.create(kafkaConfig(), Topics.ALL);
        List.of(Topics.READINGS, Topics.REJECTED, Topics.DEVICES)
                .forEach(topic -> TopicReader.awaitLeaders(kafkaConfig(), topic));
    }

    private KafkaConfig kafkaConfig() {
        return new KafkaConfig(kafka.bootstrapServers(), 12, 1);
    }

    Mosquitto broker() {
        return broker;
    }

    RealKafka kafka() {
        return kafka;
    }

    /** The options of a bridge with a client id. */
    Map<String, String> bridge(String clientId) {
        return new HashMap<>(Map.of(
                "bridge-url",
                "mqtt://127.0.0.1:" + broker.port(),
                "bridge-client-id",
                clientId,
                "kafka-bootstrap",
                kafka.bootstrapServers()));
    }

    /** A client of the broker. */
    Mqtt5BlockingClient client() {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .buildBlocking();
        client.connect();
        return client;
    }

    /** Publishes some batches {@code b-FROM}, {@code b-FROM+1}, … of one reading, each of which the broker has acknowledged. */
    void publish(TestPlant plant, int from, int count) {
        Mqtt5BlockingClient client = client();
        for (int i = from; i < from + count; i++) {
            String batch = "{\"batch\":\"b-%d\",\"readings\":[{\"meter\":\"EL\",\"at\":\"%s\",\"register\":\"%d\"}]}"
                    .formatted(i, START.plusSeconds(i * 900L), i * 100L);
            publish(client, plant.topic(), batch);
        }
        client.disconnect();
    }

    static void publish(Mqtt5BlockingClient client, String topic, String payload) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(UTF_8))
                .send();
    }

    /** The names of the batches that Kafka has, in any order. */
    List<String> stored() throws IOException {
        List<String> names = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(Topics.READINGS)) {
            names.add(JSON.readTree(record.value()).path("batch").asText());
        }
        return names;
    }

    /** The records of a topic. */
    List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        try (TopicReader reader = new TopicReader(kafkaConfig(), topic)) {
            return reader.all();
        }
    }

    @Override
    public void close() {
        broker.close();
        kafka.close();
    }
}

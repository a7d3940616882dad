package io.kilowatch.deploy.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.deploy.testing.TestFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EmbeddedKafkaIT {
    private final Path folder = TestFolder.fresh("embedded-kafka");

    @AfterEach
    void removeTheFolder() {
        TestFolder.remove(folder);
    }

    @Test
    void keepsRecordsAndTopicsOverARestartOnAnotherPort() throws Exception {
        try (EmbeddedKafka first = EmbeddedKafka.start(folder, 0)) {
            makeTopic(first);
            send(first, "before");
        }

        try (EmbeddedKafka second = EmbeddedKafka.start(folder, 0)) {
            send(second, "after");

            assertThat(received(second, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void comesBackOnTheSamePortUnderAProducerThatWaits() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            makeTopic(kafka);
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.send(new ProducerRecord<>("readings", "before")).get(30, TimeUnit.SECONDS);

                kafka.stop();
                // A producer that saw its only broker leave asks for metadata anew, and then the call itself blocks.
                CompletableFuture<RecordMetadata> waiting =
                        CompletableFuture.supplyAsync(() -> sent(producer, "meanwhile"));
                assertThat(waiting).isNotDone();
                kafka.start();

                assertThat(waiting.get(60, TimeUnit.SECONDS).offset()).isEqualTo(1);
            }
            assertThat(received(kafka, 2)).containsExactly("before", "meanwhile");
        }
    }

    @Test
    void listensOnTheGivenPort() {
        int port = FreePort.any();

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, port)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void isNotStartedTwiceOnOneFolder() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another Kilowatch");
            assertThat(kafka.port()).isPositive();
        }
    }

    private static void makeTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("readings", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(EmbeddedKafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(kafka)) {
            producer.send(new ProducerRecord<>("readings", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static RecordMetadata sent(KafkaProducer<String, String> producer, String value) {
        try {
            return producer.send(new ProducerRecord<>("readings", value)).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> received(EmbeddedKafka kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("readings"));
            for (int poll = 0; poll < 60 && values.size() < count; poll++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}

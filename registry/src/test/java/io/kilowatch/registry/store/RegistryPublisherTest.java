package io.kilowatch.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kilowatch.platform.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RegistryPublisherTest {
    private static final String CODE = "91350100M000100Y43";

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(cluster(), false, null, new StringSerializer(), new ByteArraySerializer());
    private final RegistryPublisher publisher = new RegistryPublisher(producer);

    @Test
    void returnsOnlyOnceTheDocumentIsAcknowledged() throws Exception {
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> announce(Optional.of("{\"名\":1}")));

        ProducerRecord<String, byte[]> record = sent();
        assertThat(published).isNotDone();
        assertThat(record.topic()).isEqualTo("energy.registry");
        assertThat(record.key()).isEqualTo(CODE);
        assertThat(record.partition()).isEqualTo(Topic.partition(CODE, 12));
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"名\":1}");

        producer.completeNext();
        published.get(10, TimeUnit.SECONDS);
    }

    @Test
    void publishesADeletionAsATombstone() throws Exception {
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> announce(Optional.empty()));

        assertThat(sent().value()).isNull();
        producer.completeNext();
        published.get(10, TimeUnit.SECONDS);
    }

    @Test
    void failsWhenKafkaDoesNotAcknowledge() {
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> announce(Optional.of("{}")));

        sent();
        producer.errorNext(new TimeoutException("no answer"));

        assertThatThrownBy(() -> published.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("no answer");
    }

    @Test
    void closesItsProducer() {
        publisher.close();

        assertThat(producer.closed()).isTrue();
    }

    private void announce(Optional<String> json) {
        try {
            publisher.announce(CODE, json);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ProducerRecord<String, byte[]> sent() {
        await().until(() -> !producer.history().isEmpty());
        return producer.history().get(0);
    }

    private static Cluster cluster() {
        List<PartitionInfo> partitions = IntStream.range(0, 12)
                .mapToObj(i -> new PartitionInfo("energy.registry", i, Node.noNode(), new Node[0], new Node[0]))
                .toList();
        return new Cluster("test", List.of(), partitions, Set.of(), Set.of());
    }
}

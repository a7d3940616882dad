package io.kilowatch.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.platform.kafka.KafkaConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {
    @Test
    void failsThroughTheCallbackAtOnceWhileKafkaIsAway() {
        try (KafkaPublisher publisher =
                new KafkaPublisher(new KafkaConfig("127.0.0.1:1", 12, 1), new SimpleMeterRegistry())) {
            publisher.start();
            CompletableFuture<Boolean> stored = new CompletableFuture<>();

            publisher.send(
                    new Parcel("energy.readings", "k", new byte[10]), failure -> stored.complete(failure == null));

            assertThat(stored.orTimeout(100, TimeUnit.MILLISECONDS).join()).isFalse();
            assertThat(publisher.isReady()).isFalse();
        }
    }

    @Test
    void failsThroughTheCallbackOnceItIsClosed() {
        KafkaPublisher publisher = new KafkaPublisher(new KafkaConfig("127.0.0.1:1", 12, 1), new SimpleMeterRegistry());
        publisher.close();
        CompletableFuture<Boolean> stored = new CompletableFuture<>();

        publisher.send(new Parcel("energy.readings", "k", new byte[10]), failure -> stored.complete(failure == null));

        assertThat(stored).isCompletedWithValue(false);
    }
}

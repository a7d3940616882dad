package io.kilowatch.ingest.intake;

import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to Kafka without ever blocking: what the producer cannot take at once, because its buffer is full or it does
 * not know the topic yet, fails through the callback.
 */
public final class KafkaPublisher implements Publisher {
    private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final List<String> TOPICS =
            List.of(Topics.READINGS.name(), Topics.REJECTED.name(), Topics.DEVICES.name());

    /**
     * Long enough for a broker to come back; short enough that a record which Kafka will never take, as happens to the
     * first ones of a topic made a moment ago, is sent anew before its device gives up.
     */
    private static final Duration DELIVERY = Duration.ofMinutes(2);

    private static final Duration WHILE_UNKNOWN = Duration.ofMillis(200);
    private static final Duration WHILE_KNOWN = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaClientMetrics producerMetrics;
    private final LongAdder queue = new LongAdder();
    private final Loop warming;
    private volatile boolean known;
    private volatile boolean failing;

    /** A publisher that is not started yet. */
    public KafkaPublisher(KafkaConfig kafka, MeterRegistry metrics) {
        this.producer = producer(kafka, "kilowatch-ingest");
        this.producerMetrics = new KafkaClientMetrics(producer);
        producerMetrics.bindTo(metrics);
        Gauge.builder(IngestMetrics.KAFKA_QUEUE, queue, LongAdder::sum).register(metrics);
        this.warming = new Loop("ingest-metadata", Duration.ofSeconds(1), this::warm);
    }

    /** A producer with the settings of the gateway's own. */
    public static KafkaProducer<String, byte[]> producer(KafkaConfig kafka, String clientId) {
        return kafka.producer(
                clientId,
                Map.of(
                        "max.block.ms",
                        0,
                        "linger.ms",
                        5,
                        "batch.size",
                        128 * 1024,
                        "buffer.memory",
                        64 * 1024 * 1024,
                        "delivery.timeout.ms",
                        (int) DELIVERY.toMillis(),
                        "metadata.max.idle.ms",
                        (int) Duration.ofDays(20).toMillis()));
    }

    /** Begins to ask for the topics' metadata, which a send does not wait for. */
    public void start() {
        warming.start();
    }

    private void warm() throws InterruptedException {
        try {
            TOPICS.forEach(producer::partitionsFor);
            if (!known) {
                log.info("topics known [topics: {}]", TOPICS);
            }
            known = true;
        } catch (TimeoutException e) {
            known = false;
        }
        warming.pause(known ? WHILE_KNOWN : WHILE_UNKNOWN);
    }

    @Override
    public void send(Parcel parcel, Consumer<@Nullable Throwable> done) {
        queue.increment();
        try {
            producer.send(record(parcel), (metadata, failure) -> {
                queue.decrement();
                note(failure);
                done.accept(failure);
            });
        } catch (RuntimeException e) {
            // The producer is closed, or fenced; whatever it is, the record is not stored.
            queue.decrement();
            note(e);
            done.accept(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(Parcel parcel) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(parcel.topic(), parcel.key(), parcel.value());
        for (UserProperty header : parcel.headers()) {
            record.headers().add("property." + header.name(), header.value().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private void note(@Nullable Exception failure) {
        if ((failure != null) == failing) {
            return;
        }
        failing = failure != null;
        if (failing) {
            log.warn("records cannot be stored, devices wait [fault: {}]", String.valueOf(failure));
        } else {
            log.info("records are stored again");
        }
    }

    @Override
    public boolean isReady() {
        return known && !failing;
    }

    @Override
    public void close() {
        warming.close();
        producerMetrics.close();
        producer.close(Duration.ofSeconds(5));
    }
}

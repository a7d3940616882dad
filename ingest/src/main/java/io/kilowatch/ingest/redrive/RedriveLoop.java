package io.kilowatch.ingest.redrive;

import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.platform.concurrent.Backoff;
import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.topics.RedriveRequest;
import io.kilowatch.registry.topics.RedriveRequestJson;
import io.kilowatch.registry.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code energy.redrive}; all gateways are one group.
 *
 * <p>Offsets are committed to Kafka after everything that came of a poll is stored. Should the same request come twice, the
 * same readings are stored twice, which the ledger does not mind, and the same outcome is told, which is known by its id.
 */
public final class RedriveLoop implements AutoCloseable {
    /** The consumer group of all gateways. */
    public static final String GROUP = "ingest.redrive";

    private static final Logger log = LoggerFactory.getLogger(RedriveLoop.class);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 50;

    private final KafkaConfig kafka;
    private final Registry registry;
    private final Publisher publisher;
    private final Redrive redrive;
    private final IngestMetrics metrics;
    private final Loop loop;
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    /** A loop that is not started yet; the publisher remains its owner's. */
    public RedriveLoop(
            KafkaConfig kafka, Registry registry, Publisher publisher, Redrive redrive, IngestMetrics metrics) {
        this.kafka = kafka;
        this.registry = registry;
        this.publisher = publisher;
        this.redrive = redrive;
        this.metrics = metrics;
        this.loop = new Loop("ingest-redrive", Backoff.patient(new SplittableRandom()), this::step);
    }

    /** Starts following. */
    public void start() {
        loop.start();
    }

    private void step() throws Exception {
        if (!redrive.catalogues().isRead()) {
            loop.pause(POLL);
            return;
        }
        KafkaConsumer<String, byte[]> open = consumer == null ? open() : consumer;
        try {
            ConsumerRecords<String, byte[]> records = open.poll(POLL);
            if (!records.isEmpty()) {
                process(records);
                open.commitSync();
            }
        } catch (Exception e) {
            // The next one begins where this one has committed last.
            drop();
            throw e;
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        KafkaConsumer<String, byte[]> opened =
                kafka.consumer("ingest-redrive", Map.of("group.id", GROUP, "max.poll.records", MOST_AT_ONCE));
        opened.subscribe(List.of(Topics.REDRIVE.name()));
        consumer = opened;
        return opened;
    }

    private void process(ConsumerRecords<String, byte[]> records) throws Exception {
        awaitRegistry();
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            for (Parcel parcel : parcels(record)) {
                underWay.add(send(parcel));
            }
        }
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whoever mended a document and asks again must not be answered by the old one. */
    private void awaitRegistry() throws InterruptedException {
        if (!registry.awaitRead(newestDocuments(), PATIENCE)) {
            throw new IllegalStateException("the registry topic lags behind");
        }
    }

    private Map<Integer, Long> newestDocuments() {
        Map<Integer, Long> newest = new HashMap<>();
        try (KafkaConsumer<String, byte[]> looking = kafka.consumer("ingest-redrive-registry", Map.of())) {
            List<TopicPartition> partitions = looking.partitionsFor(Topics.REGISTRY.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            looking.assign(partitions);
            looking.endOffsets(partitions).forEach((partition, end) -> {
                if (end > 0) {
                    newest.put(partition.partition(), end - 1);
                }
            });
        }
        return newest;
    }

    private List<Parcel> parcels(ConsumerRecord<String, byte[]> record) {
        try {
            RedriveRequest request = RedriveRequestJson.decode(record.value());
            List<Parcel> parcels = redrive.parcels(request);
            metrics.redriven(parcels.size() > 1);
            log.info(
                    "rejected batch taken in again [batch: {}, device: {}, by: {}]",
                    request.rejected(),
                    record.key(),
                    request.by());
            return parcels;
        } catch (IOException | RuntimeException e) {
            log.error(
                    "request to redrive passed over [partition: {}, offset: {}]",
                    record.partition(),
                    record.offset(),
                    e);
            return List.of();
        }
    }

    private CompletableFuture<Void> send(Parcel parcel) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        publisher.send(parcel, failure -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }

    private void drop() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
            consumer = null;
        }
    }

    @Override
    public void close() {
        loop.close();
        drop();
    }
}

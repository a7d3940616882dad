package io.kilowatch.aggregator.devices;

import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.RedriveRequest;
import io.kilowatch.registry.topics.RedriveRequestJson;
import io.kilowatch.registry.topics.RejectedId;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Rejected batches out of the database; requests to redrive go to Kafka. */
public final class StoredRejections implements Rejections, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final KafkaConfig kafka;
    private final InstantSource clock;
    private final RejectedReading reading = new RejectedReading();
    private @Nullable KafkaProducer<String, byte[]> producer;

    /** Out of a database, which remains its owner's; Kafka is asked for when something is redriven first. */
    public StoredRejections(Database database, KafkaConfig kafka, InstantSource clock) {
        this.database = database;
        this.kafka = kafka;
        this.clock = clock;
    }

    @Override
    public List<RejectedRow> page(RejectedFilter filter, Optional<Place> after, int limit) throws Exception {
        return database.inTransaction(connection -> reading.page(connection, filter, after, limit));
    }

    @Override
    public Optional<RejectedFile> find(RejectedId id) throws Exception {
        return database.inTransaction(connection -> reading.find(connection, id));
    }

    @Override
    public List<RejectedId> redrive(List<RejectedId> ids, String by) throws Exception {
        List<RejectedId> asked = new ArrayList<>();
        for (RejectedId id : ids) {
            Optional<RejectedFile> file = find(id);
            if (file.isPresent()) {
                ask(new RedriveRequest(UUID.randomUUID(), id, file.get().batch(), by, clock.millis()));
                asked.add(id);
            }
        }
        return asked;
    }

    /** The request is noted once it is stored; should that fail, its outcome notes it. */
    private void ask(RedriveRequest request) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.REDRIVE.name(), request.batch().enterprise(), RedriveRequestJson.encode(request));
        producer().send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        database.inTransaction(connection -> {
            reading.note(connection, request);
            return request;
        });
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> open = producer;
        if (open == null) {
            open = kafka.producer("redrive", Map.of("max.block.ms", PATIENCE.toMillis()));
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(PATIENCE);
            producer = null;
        }
    }
}

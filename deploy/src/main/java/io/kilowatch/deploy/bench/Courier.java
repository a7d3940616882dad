package io.kilowatch.deploy.bench;

import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.ReadingBatchJson;
import io.kilowatch.registry.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Puts readings straight onto their topic, as the gateway would once it has examined them. */
final class Courier implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final RegistryFeed registry;

    Courier(KafkaConfig kafka, RegistryFeed registry) {
        this.producer = kafka.producer("bench", Map.of());
        this.registry = registry;
    }

    /** The records of a feed, encoded beforehand so that only their sending is measured. */
    List<ProducerRecord<String, byte[]>> pack(BenchPlants plants, Feed feed, long receivedAt) {
        RegistrySnapshot snapshot = registry.snapshot();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(feed.batches());
        for (int batch = 0; batch < feed.batches(); batch++) {
            String code = plants.code(feed.plant(batch));
            long offset = snapshot.find(code).orElseThrow().offset();
            byte[] value = ReadingBatchJson.encode(new ReadingBatch(
                    code,
                    BenchPlants.DEVICE,
                    Integer.toString(batch),
                    receivedAt,
                    OptionalLong.empty(),
                    offset,
                    readings(plants, feed, batch)));
            records.add(new ProducerRecord<>(Topics.READINGS.name(), code, value));
        }
        return records;
    }

    private static List<Reading> readings(BenchPlants plants, Feed feed, int batch) {
        List<Reading> readings = new ArrayList<>(feed.batchSize());
        int plant = feed.plant(batch);
        for (int place = 0; place < feed.batchSize(); place++) {
            int meter = feed.meter(batch, place);
            int quarter = feed.quarter(batch, place);
            readings.add(new Reading(
                    BenchPlants.meter(meter),
                    Registers.at(quarter),
                    ReadingKind.REGISTER,
                    Registers.value(plant * plants.meters() + meter, quarter),
                    ReadingSource.MEASURED));
        }
        return readings;
    }

    /** Sends records; all of them are acknowledged when it returns. */
    void send(List<ProducerRecord<String, byte[]>> records) {
        AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
        for (ProducerRecord<String, byte[]> record : records) {
            producer.send(record, (metadata, failed) -> {
                if (failed != null) {
                    fault.set(failed);
                }
            });
        }
        producer.flush();
        if (fault.get() != null) {
            throw new IllegalStateException("not all records were sent", fault.get());
        }
    }

    /** Sends a record without waiting; that it arrived must show elsewhere. */
    void post(ProducerRecord<String, byte[]> record) {
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}

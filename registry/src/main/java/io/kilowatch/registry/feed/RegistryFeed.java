package io.kilowatch.registry.feed;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.document.Fault;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link RegistrySnapshot} current by reading all of {@code energy.registry}, from its beginning. */
public final class RegistryFeed implements Registry, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RegistryFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConfig kafka;
    private final String clientId;
    private final BusinessCalendar calendar;
    private final Loop loop;
    private final CountDownLatch current = new CountDownLatch(1);
    private final Map<String, RegistrySnapshot.Entry> entries = new HashMap<>();
    private volatile RegistrySnapshot snapshot = RegistrySnapshot.EMPTY;
    private final ReadSoFar read = new ReadSoFar();
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private Map<TopicPartition, Long> target = Map.of();

    /** A feed that is not started yet, of documents in the calendar of China. */
    public RegistryFeed(KafkaConfig kafka, String clientId) {
        this(kafka, clientId, BusinessCalendar.CHINA);
    }

    /**
     * A feed that is not started yet.
     *
     * @param calendar what the documents' local times are of
     */
    public RegistryFeed(KafkaConfig kafka, String clientId, BusinessCalendar calendar) {
        this.kafka = kafka;
        this.calendar = calendar;
        this.clientId = clientId;
        this.loop = new Loop(clientId, Duration.ofSeconds(1), this::step);
    }

    /** Starts reading. */
    public void start() {
        loop.start();
    }

    /** Whether everything that was in the topic at the start has been read. */
    public boolean isCurrent() {
        return current.getCount() == 0;
    }

    /** Waits until {@link #isCurrent}; false if that takes longer. */
    public boolean awaitCurrent(Duration longest) throws InterruptedException {
        return current.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean awaitRead(Map<Integer, Long> offsets, Duration longest) throws InterruptedException {
        return read.await(offsets, longest);
    }

    @Override
    public RegistrySnapshot snapshot() {
        return snapshot;
    }

    private void step() {
        KafkaConsumer<String, byte[]> open = consumer == null ? open() : consumer;
        ConsumerRecords<String, byte[]> records = open.poll(POLL);
        for (ConsumerRecord<String, byte[]> record : records) {
            take(record);
        }
        if (!records.isEmpty()) {
            snapshot = new RegistrySnapshot(entries);
        }
        if (!records.isEmpty() || !isCurrent()) {
            Map<Integer, Long> positions = new HashMap<>();
            open.assignment().forEach(partition -> positions.put(partition.partition(), open.position(partition)));
            read.moveTo(positions);
            if (!isCurrent() && target.entrySet().stream().allMatch(e -> open.position(e.getKey()) >= e.getValue())) {
                log.info("registry read [client: {}, enterprises: {}]", clientId, entries.size());
                current.countDown();
            }
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        KafkaConsumer<String, byte[]> opened = kafka.consumer(clientId, Map.of());
        try {
            List<TopicPartition> partitions =
                    opened.partitionsFor(Topics.REGISTRY.name(), Duration.ofSeconds(10)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("the topic does not exist yet: " + Topics.REGISTRY.name());
            }
            opened.assign(partitions);
            opened.seekToBeginning(partitions);
            target = opened.endOffsets(partitions, Duration.ofSeconds(10));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        consumer = opened;
        return opened;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            entries.remove(record.key());
            return;
        }
        EnterpriseDocument.Read document = read(record);
        if (document instanceof EnterpriseDocument.Read.Valid valid) {
            entries.put(record.key(), new RegistrySnapshot.Entry(valid.enterprise(), record.offset()));
        } else if (document instanceof EnterpriseDocument.Read.Faulty faulty) {
            log.error("registry document kept out [enterprise: {}, faults: {}]", record.key(), faulty.faults());
        }
    }

    /** One document that trips the reader keeps none of the others out. */
    private EnterpriseDocument.Read read(ConsumerRecord<String, byte[]> record) {
        try {
            return EnterpriseDocument.read(record.value(), calendar);
        } catch (RuntimeException e) {
            return new EnterpriseDocument.Read.Faulty(List.of(new Fault("", "cannot be read: " + e)));
        }
    }

    @Override
    public void close() {
        loop.close();
        if (consumer != null) {
            consumer.close();
        }
    }
}

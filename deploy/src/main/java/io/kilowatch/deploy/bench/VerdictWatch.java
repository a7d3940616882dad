package io.kilowatch.deploy.bench;

import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** When verdicts arrive at somebody who reads them from Kafka. Times are those of {@link System#nanoTime()}. */
final class VerdictWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final AtomicLong seen = new AtomicLong();
    private volatile long latest;

    /** Watches from now on. */
    VerdictWatch(KafkaConfig kafka) {
        consumer = kafka.consumer("bench-verdicts", Map.of());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERDICTS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = new Thread(this::read, "bench-verdicts");
        thread.setDaemon(true);
        thread.start();
    }

    /** The arrival of the next verdict of a key. */
    CompletableFuture<Long> next(String key) {
        return awaited.computeIfAbsent(key, unused -> new CompletableFuture<>());
    }

    /** How many have arrived. */
    long seen() {
        return seen.get();
    }

    /** When the latest one arrived. */
    long latest() {
        return latest;
    }

    private void read() {
        try {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    long now = System.nanoTime();
                    latest = now;
                    seen.incrementAndGet();
                    CompletableFuture<Long> future = awaited.remove(record.key());
                    if (future != null) {
                        future.complete(now);
                    }
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}

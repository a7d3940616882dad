package io.kilowatch.deploy.feed;

import io.kilowatch.domain.Reading;
import io.kilowatch.registry.topics.ReadingBatch;
import io.kilowatch.registry.topics.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what comes in {@code energy.readings} into a feed file, in the order of the topic: that of their acceptance
 * within an enterprise, and repetitions as they came. Run once; closed meanwhile, it completes the file.
 */
public final class FeedRecording implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRecording.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final RecordConfig config;
    private final FeedProgress progress;
    private final PoisonList poison;
    private final KafkaConsumer<String, byte[]> consumer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile long recorded;

    /**
     * A recording that has not begun.
     *
     * @param err where progress and poison are told
     * @param terminal whether progress can be drawn over there
     */
    public FeedRecording(RecordConfig config, PrintStream err, boolean terminal, InstantSource clock) {
        this.config = config;
        this.progress = new FeedProgress(err, terminal, clock);
        this.poison = new PoisonList(progress);
        this.consumer = config.kafka().consumer("feed-record", Map.of("max.poll.records", 2_000));
    }

    /** Records to the end, and gives the number of readings in the file. */
    public long run() throws IOException {
        try (consumer) {
            Map<TopicPartition, Long> ends = begin();
            long count;
            try (FeedWriter writer = config.file().begin(config.calendar())) {
                record(ends, writer);
                count = writer.count();
            }
            config.file().complete();
            poison.end();
            progress.end(count, config.file().path());
            return count;
        } finally {
            ended.countDown();
        }
    }

    /** Goes to where it begins, and says where the topic ends now. */
    private Map<TopicPartition, Long> begin() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.READINGS.name(), ANSWER).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + Topics.READINGS.name() + " yet");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
        if (config.fromBeginning()) {
            consumer.seekToBeginning(partitions);
        } else {
            ends.forEach(consumer::seek);
        }
        return ends;
    }

    private void record(Map<TopicPartition, Long> ends, FeedWriter writer) throws IOException {
        long begun = System.nanoTime();
        try {
            while (!closing && !isOver(System.nanoTime() - begun) && !(config.untilCaughtUp() && isCaughtUp(ends))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    take(record, writer);
                }
                recorded = writer.count();
                progress.show(recorded);
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to end [closing: {}]", closing);
        }
    }

    private boolean isOver(long nanos) {
        return config.longest().map(longest -> nanos >= longest.toNanos()).orElse(false);
    }

    private boolean isCaughtUp(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record, FeedWriter writer) throws IOException {
        boolean wanted = config.enterprises().isEmpty()
                || record.key() == null
                || config.enterprises().contains(record.key());
        if (wanted) {
            ReadingBatch batch = poison.read(record).orElse(null);
            if (batch != null) {
                String device = batch.enterprise() + '/' + batch.device();
                for (Reading reading : batch.readings()) {
                    writer.write(device, reading);
                }
            }
        }
    }

    /** How many readings it has recorded so far. */
    public long recorded() {
        return recorded;
    }

    /** Ends the recording, and waits until the file is complete. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        consumer.wakeup();
        if (!ended.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the recording did not end; what there is of it is in "
                    + config.file().part());
        }
    }
}

package io.kilowatch.platform.kafka;

import io.kilowatch.platform.concurrent.Backoff;
import io.kilowatch.platform.concurrent.Loop;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of a consumer group whose offsets are kept by its work, not by Kafka.
 *
 * <p>On assignment it seeks to the positions that the work names. A poll whose work fails is taken back: the work is
 * told that its partitions are lost, asked for its positions again, and the same records come once more, after a wait
 * that grows with every failed try. Heartbeats go on meanwhile, and no wait comes near {@code max.poll.interval.ms}, so
 * the group keeps the member.
 */
public final class PollLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final Consumer<String, byte[]> consumer;
    private final List<String> topics;
    private final Work work;
    private final Loop loop;
    private volatile long lastPolled = System.nanoTime();
    private boolean subscribed;
    private boolean mustSeek;

    /** What is done with the records. Every method is called on the loop's own thread. */
    public interface Work {
        /** The next offset to read of each partition; one that is absent is read from its beginning. */
        Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws Exception;

        /** Forgets all that is kept in memory of these partitions. */
        void lost(Collection<TopicPartition> partitions);

        /** Does all the work of one poll, once or not at all; called with no records when there are none. */
        void process(ConsumerRecords<String, byte[]> records) throws Exception;
    }

    /** A loop that is not started yet; it owns the consumer. */
    public PollLoop(String name, Consumer<String, byte[]> consumer, List<String> topics, Work work) {
        this(name, consumer, topics, work, Backoff.patient(new SplittableRandom()));
    }

    /** A loop with a back-off of its own. */
    public PollLoop(String name, Consumer<String, byte[]> consumer, List<String> topics, Work work, Backoff backoff) {
        this.name = name;
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.work = work;
        this.loop = new Loop(name, backoff, this::step);
    }

    /** Starts polling. */
    public void start() {
        loop.start();
    }

    /** Whether a poll has been done, work and all, within so long a time. */
    public boolean isAlive(Duration within) {
        return System.nanoTime() - lastPolled < within.toNanos();
    }

    /** How many polls have failed since the start. */
    public long failures() {
        return loop.failures();
    }

    private void step() throws Exception {
        if (!subscribed) {
            consumer.subscribe(topics, new Rebalance());
            subscribed = true;
        }
        try {
            if (mustSeek) {
                seek(consumer.assignment());
                mustSeek = false;
            }
            work.process(consumer.poll(POLL));
            lastPolled = System.nanoTime();
        } catch (WakeupException e) {
            log.debug("poll woken up [loop: {}]", name);
        } catch (Exception e) {
            mustSeek = true;
            work.lost(consumer.assignment());
            throw e;
        }
    }

    private void seek(Collection<TopicPartition> partitions) throws Exception {
        Map<TopicPartition, Long> positions = work.positions(partitions);
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position == null) {
                consumer.seekToBeginning(Set.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
    }

    /** Ends after the poll under way; the work's partitions are then lost to it, on the closing thread. */
    @Override
    public void close() {
        if (loop.isClosing()) {
            return;
        }
        consumer.wakeup();
        loop.close();
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            log.info("partitions assigned [loop: {}, partitions: {}]", name, partitions.size());
            try {
                seek(partitions);
            } catch (Exception e) {
                log.warn("positions not known yet [loop: {}]", name, e);
                mustSeek = true;
                throw new IllegalStateException("positions could not be read", e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            log.info("partitions revoked [loop: {}, partitions: {}]", name, partitions.size());
            work.lost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            work.lost(partitions);
        }
    }
}

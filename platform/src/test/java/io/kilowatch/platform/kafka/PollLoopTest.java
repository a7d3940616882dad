package io.kilowatch.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.platform.concurrent.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PollLoopTest {
    private static final TopicPartition PARTITION = new TopicPartition("mail", 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final Clerk clerk = new Clerk();
    private final PollLoop loop =
            new PollLoop("clerk", consumer, List.of("mail"), clerk, Backoff.constant(Duration.ofMillis(1)));

    @Test
    void startsWhereItsWorkSaysAndNotWhereKafkaDoes() {
        clerk.position.set(2);
        assign(5);

        try (loop) {
            loop.start();
            await().until(() -> clerk.done().size() == 3);
        }

        assertThat(clerk.done()).containsExactly(2L, 3L, 4L);
        assertThat(loop.failures()).isZero();
    }

    @Test
    void recordsWhoseWorkFailsComeAgainAfterAllWasForgotten() {
        clerk.failuresToCome.set(3);
        assign(3);

        try (loop) {
            loop.start();
            await().until(() -> clerk.done().size() == 3);
        }

        assertThat(clerk.done()).containsExactly(0L, 1L, 2L);
        assertThat(clerk.lost).hasValueGreaterThanOrEqualTo(3);
        assertThat(loop.failures()).isEqualTo(3);
    }

    @Test
    void itIsAliveOnlyWhileItsPollsGoWell() {
        clerk.failuresToCome.set(Integer.MAX_VALUE);
        assign(1);

        try (loop) {
            loop.start();
            await().until(() -> loop.failures() > 2);

            assertThat(loop.isAlive(Duration.ofNanos(1))).isFalse();
            assertThat(clerk.done()).isEmpty();
        }
    }

    @Test
    void positionsThatCannotBeReadAtTheAssignmentAreReadBeforeTheNextPoll() {
        clerk.unknownPositionsToCome.set(2);
        clerk.position.set(1);
        assign(3);

        try (loop) {
            loop.start();
            await().until(() -> clerk.done().size() == 2);
        }

        assertThat(clerk.done()).containsExactly(1L, 2L);
    }

    /** Assigns the partition, with so many records, at the first poll. */
    private void assign(int records) {
        consumer.schedulePollTask(() -> {
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
            consumer.rebalance(List.of(PARTITION));
        });
        consumer.schedulePollTask(() -> deliver(records));
    }

    /** Puts what is left from the position on in the way of this poll, and of every later one. */
    private void deliver(int records) {
        for (long offset = consumer.position(PARTITION); offset < records; offset++) {
            consumer.addRecord(new ConsumerRecord<>("mail", 0, offset, "k", new byte[0]));
        }
        consumer.schedulePollTask(() -> deliver(records));
    }

    private static final class Clerk implements PollLoop.Work {
        private final List<Long> done = Collections.synchronizedList(new ArrayList<>());
        private final AtomicLong position = new AtomicLong();
        private final AtomicInteger failuresToCome = new AtomicInteger();
        private final AtomicInteger unknownPositionsToCome = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();

        List<Long> done() {
            return List.copyOf(done);
        }

        @Override
        public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
            if (unknownPositionsToCome.getAndDecrement() > 0) {
                throw new IllegalStateException("no database");
            }
            Map<TopicPartition, Long> positions = new HashMap<>();
            partitions.forEach(one -> positions.put(one, position.get()));
            return positions;
        }

        @Override
        public void lost(Collection<TopicPartition> partitions) {
            lost.incrementAndGet();
        }

        @Override
        public void process(ConsumerRecords<String, byte[]> records) {
            if (!records.isEmpty() && failuresToCome.getAndDecrement() > 0) {
                throw new IllegalStateException("no luck");
            }
            records.forEach(record -> done.add(record.offset()));
            position.addAndGet(records.count());
        }
    }
}

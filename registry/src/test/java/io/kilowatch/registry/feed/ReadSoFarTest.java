package io.kilowatch.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadSoFarTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private final ReadSoFar read = new ReadSoFar();

    @Test
    void whatHasBeenReadIsNotWaitedFor() throws InterruptedException {
        read.moveTo(Map.of(0, 5L, 1, 1L));

        assertThat(read.await(Map.of(0, 4L, 1, 0L), Duration.ZERO)).isTrue();
        assertThat(read.await(Map.of(), Duration.ZERO)).isTrue();
        assertThat(read.await(Map.of(7, -1L), Duration.ZERO)).isTrue();
    }

    @Test
    void theRecordAtThePositionIsStillToCome() throws InterruptedException {
        read.moveTo(Map.of(0, 5L));

        assertThat(read.await(Map.of(0, 5L), Duration.ZERO)).isFalse();
        assertThat(read.await(Map.of(0, 4L, 1, 0L), Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aWaiterGoesOnAsSoonAsEveryPartitionIsThere() throws Exception {
        CompletableFuture<Boolean> waiting = wait(Map.of(0, 4L, 1, 0L));

        read.moveTo(Map.of(0, 5L));
        assertThat(waiting).isNotDone();
        read.moveTo(Map.of(0, 5L, 1, 1L));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everyWaiterIsTold() throws Exception {
        CompletableFuture<Boolean> one = wait(Map.of(0, 0L));
        CompletableFuture<Boolean> other = wait(Map.of(0, 0L));

        read.moveTo(Map.of(0, 1L));

        assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWaitCanBeInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read.await(Map.of(0, 0L), LONG)).isInstanceOf(InterruptedException.class);
    }

    /** Returns once the waiting thread waits. */
    private CompletableFuture<Boolean> wait(Map<Integer, Long> offsets) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                done.complete(read.await(offsets, LONG));
            } catch (InterruptedException e) {
                done.completeExceptionally(e);
            }
        });
        waiter.setDaemon(true);
        waiter.start();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return done;
    }
}

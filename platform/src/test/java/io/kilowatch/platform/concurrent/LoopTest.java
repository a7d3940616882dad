package io.kilowatch.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoopTest {
    @Test
    void goesOnAfterAnExceptionAndAfterAnError() throws InterruptedException {
        CountDownLatch steps = new CountDownLatch(4);
        Loop loop = new Loop("faulty", Duration.ofMillis(1), () -> {
            steps.countDown();
            if (steps.getCount() == 2) {
                throw new StackOverflowError("as a poison record may cause");
            }
            throw new IllegalStateException("no luck");
        });

        try (loop) {
            loop.start();

            assertThat(steps.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsSoonThoughItIsInALongPauseAfterAFault() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        Loop loop = new Loop("pausing", Duration.ofMinutes(10), () -> {
            failed.countDown();
            throw new IllegalStateException("no luck");
        });
        loop.start();
        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();

        long before = System.nanoTime();
        loop.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(loop.isClosing()).isTrue();
    }

    @Test
    void endsAfterTheStepUnderWay() throws InterruptedException {
        CompletableFuture<Loop> self = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Loop loop = new Loop("working", Duration.ofMillis(1), () -> {
            started.countDown();
            self.join().pause(Duration.ofMinutes(10));
            finished.incrementAndGet();
        });
        self.complete(loop);
        loop.start();
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        loop.close();
        loop.close();

        assertThat(finished).hasValue(1);
    }

    @Test
    void mayCloseItself() throws InterruptedException {
        CompletableFuture<Loop> self = new CompletableFuture<>();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        Loop loop = new Loop("one step", Duration.ofMillis(1), () -> {
            steps.incrementAndGet();
            self.join().close();
            closed.countDown();
        });
        self.complete(loop);

        loop.start();

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        loop.close();
        assertThat(steps).hasValue(1);
    }

    @Test
    void closedBeforeItsStartItDoesNothing() {
        AtomicInteger steps = new AtomicInteger();
        Loop loop = new Loop("never", Duration.ofMillis(1), steps::incrementAndGet);

        loop.close();
        loop.start();
        loop.close();

        assertThat(steps).hasValue(0);
    }
}

package io.kilowatch.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordQueueTest {
    private final PasswordQueue queue = new PasswordQueue(10, 1);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch all = new CountDownLatch(1);

    @AfterEach
    void close() {
        busy.countDown();
        queue.close();
    }

    @Test
    void givesEachOriginItsTurnAndThoseThatAreKnownTheFirst() throws InterruptedException {
        occupy();
        for (int i = 1; i <= 4; i++) {
            offer("flood", false, "flood-" + i);
        }
        offer("b", false, "b-1");
        offer("b", false, "b-2");
        offer("c", false, "c-1");
        offer("known", true, "known-1");
        queue.offer("zz", false, check(all::countDown));

        busy.countDown();

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).startsWith("known-1", "flood-1", "b-1", "c-1");
    }

    @Test
    void isBoundedInAllAndForEachOrigin() throws InterruptedException {
        occupy();
        for (int i = 0; i < 5; i++) {
            assertThat(queue.offer("flood", false, check(() -> {}))).isTrue();
        }
        assertThat(queue.offer("flood", false, check(() -> {}))).isFalse();
        for (int i = 0; i < 5; i++) {
            assertThat(queue.offer("origin-" + i, false, check(() -> {}))).isTrue();
        }
        assertThat(queue.offer("last", false, check(() -> {}))).isFalse();
        assertThat(queue.size()).isEqualTo(10);
    }

    @Test
    void givesUpChecksThatNobodyWaitsFor() throws InterruptedException {
        occupy();
        for (int i = 0; i < 5; i++) {
            queue.offer("flood", false, new Check(() -> done.add("cancelled"), true));
        }
        assertThat(queue.offer("flood", false, check(all::countDown))).isTrue();

        busy.countDown();

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void goesOnAfterACheckThatFails() throws InterruptedException {
        queue.offer("a", false, check(() -> {
            throw new IllegalStateException("a stumble, on purpose");
        }));
        queue.offer("a", false, check(all::countDown));

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Keeps the only thread until {@code busy} is counted down. */
    private void occupy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        queue.offer("first", false, check(() -> {
            begun.countDown();
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        begun.await();
    }

    private void offer(String origin, boolean known, String name) {
        assertThat(queue.offer(origin, known, check(() -> done.add(name)))).isTrue();
    }

    private static PasswordQueue.Check check(Runnable work) {
        return new Check(work, false);
    }

    private record Check(Runnable work, boolean isCancelled) implements PasswordQueue.Check {
        @Override
        public void run() {
            work.run();
        }
    }
}

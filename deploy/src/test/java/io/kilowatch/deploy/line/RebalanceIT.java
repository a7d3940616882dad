package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.aggregator.stream.LedgerStep;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Partitions that change hands while readings keep coming. */
class RebalanceIT {
    private static final long SEED = 47;
    private static final int PARTITIONS = 12;
    private static final int RECORDS_AT_A_TIME = 6;

    @Test
    void figuresStayExactWhenOneIsKilledAndAnotherJoinsUnderLoad() throws Exception {
        try (RoughLine line = new RoughLine(PARTITIONS, RealDatabase.fresh(Flavour.POSTGRESQL));
                Load load = new Load(line, RoughTraffic.of(line.register(24), 20, SEED));
                ServiceProcess killed = aggregator(line);
                ServiceProcess staying = aggregator(line)) {
            load.start();
            await().atMost(Duration.ofSeconds(90)).until(() -> line.members().size() == 2 && line.stored() > 50);
            Set<String> before = line.members();

            killed.kill();
            long atKill = line.stored();
            await().atMost(Duration.ofSeconds(9)).until(() -> line.stored() > atKill);
            try (ServiceProcess joining = aggregator(line)) {
                await().atMost(Duration.ofSeconds(90))
                        .until(() ->
                                line.members().size() == 2 && !line.members().equals(before));
                load.end();
                await().atMost(Duration.ofSeconds(90)).until(line::hasStoredAll);
                assertThat(staying.said() + joining.said()).doesNotContain("Exception in thread");
            }

            line.assertExact("after the change of hands");
            line.verdicts().assertNewestAreThoseStored();
        }
    }

    @Test
    void anOwnerThatHasLostItsPartitionsWithoutNoticingWritesNothing() throws Exception {
        try (RoughLine line = new RoughLine(3, RealDatabase.fresh(Flavour.POSTGRESQL))) {
            List<RoughTraffic.Batch> traffic = RoughTraffic.of(line.register(3), 40, SEED + 1);
            List<RoughTraffic.Batch> first = traffic.subList(0, traffic.size() / 2);
            AtomicBoolean armed = new AtomicBoolean();
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            try (WatchedAggregator stale = WatchedAggregator.start(line, 5, step -> {
                if (step == LedgerStep.LEDGERS_LOADED && armed.compareAndSet(true, false)) {
                    held.countDown();
                    awaitUninterruptibly(release);
                }
            })) {
                line.send(first);
                await().atMost(Duration.ofSeconds(30)).until(line::hasStoredAll);
                armed.set(true);
                // The same again, so that nothing but the offsets keeps the stale owner from writing.
                line.send(first);
                assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

                line.emptyTheGroup();
                try (WatchedAggregator next = WatchedAggregator.start(line, 5, step -> {})) {
                    await().atMost(Duration.ofSeconds(30)).until(line::hasStoredAll);
                    release.countDown();
                    await().atMost(Duration.ofSeconds(30)).until(() -> stale.failedTries() > 0);
                    assertThat(line.hasStoredAll())
                            .as("offsets stay where they are")
                            .isTrue();
                    line.send(traffic.subList(traffic.size() / 2, traffic.size()));

                    await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> line.members().size() == 2);
                    assertThat(next.failedTries()).isZero();
                }
            } finally {
                release.countDown();
            }
            line.assertExact("after a stale owner");
            line.verdicts().assertNewestAreThoseStored();
        }
    }

    private static ServiceProcess aggregator(RoughLine line) throws Exception {
        List<String> words = new ArrayList<>(List.of("aggregate"));
        words.addAll(line.options(10));
        return ServiceProcess.start(words.toArray(String[]::new));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Batches sent a few at a time, over and over again. */
    private static final class Load implements AutoCloseable {
        private final RoughLine line;
        private final List<RoughTraffic.Batch> batches;
        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
        private int sent;

        Load(RoughLine line, List<RoughTraffic.Batch> batches) {
            this.line = line;
            this.batches = batches;
        }

        void start() {
            executor.scheduleAtFixedRate(() -> send(RECORDS_AT_A_TIME), 0, 100, TimeUnit.MILLISECONDS);
        }

        private void send(int count) {
            for (int i = 0; i < count; i++) {
                line.send(List.of(batches.get(sent++ % batches.size())));
            }
        }

        /** Sends what has not been sent yet, and no more. */
        void end() throws Exception {
            executor.submit(() -> send(Math.max(0, batches.size() - sent))).get(30, TimeUnit.SECONDS);
            close();
        }

        @Override
        public void close() {
            executor.shutdown();
        }
    }
}

package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.aggregator.stream.LedgerStep;
import io.kilowatch.deploy.testing.OwnPostgres;
import io.kilowatch.deploy.testing.RealDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An aggregator whose database goes away and comes back, whose connections break, whose server is killed under it. */
class DatabaseOutageIT {
    private static final long SEED = 41;
    private static final int RECORDS_IN_A_POLL = 5;
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static OwnPostgres server;

    @BeforeAll
    static void startServer() {
        server = OwnPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void waitsWhileTheServerIsDownAndThenGoesOnExactly() throws Exception {
        try (RoughLine line = new RoughLine(3, RealDatabase.fresh(server))) {
            List<RoughTraffic.Batch> traffic = RoughTraffic.of(line.register(6), 40, SEED);
            line.send(traffic.subList(0, traffic.size() / 2));
            AtomicBoolean down = new AtomicBoolean();
            Consumer<LedgerStep> crash = atTheFifth(LedgerStep.READINGS_POSTED, () -> {
                server.crash();
                down.set(true);
            });
            try (WatchedAggregator aggregator = WatchedAggregator.start(line, RECORDS_IN_A_POLL, crash)) {
                await().atMost(Duration.ofSeconds(30)).untilTrue(down);
                Set<String> members = line.members();
                line.send(traffic.subList(traffic.size() / 2, traffic.size()));

                await().during(OUTAGE)
                        .atMost(OUTAGE.plusSeconds(20))
                        .until(() -> !aggregator.isUp("aggregator-database"));
                assertThat(aggregator.failedTries()).isBetween(2, 10);
                server.restart();

                await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
                await().atMost(Duration.ofSeconds(15)).until(aggregator::isUp);
                line.assertExact("after the outage");
                line.verdicts().assertNewestAreThoseStored();
                assertThat(line.members()).as("it was never out of the group").isEqualTo(members);
            }
        }
    }

    @Test
    void repeatsTheTransactionWhenItsConnectionBreaksAtAnyStep() throws Exception {
        try (RoughLine line = new RoughLine(3, RealDatabase.fresh(server))) {
            line.send(RoughTraffic.of(line.register(6), 40, SEED + 1));
            Set<LedgerStep> broken = EnumSet.noneOf(LedgerStep.class);
            AtomicInteger committed = new AtomicInteger();
            Consumer<LedgerStep> breaker = step -> {
                if (committed.get() > 2 * step.ordinal() && broken.add(step)) {
                    breakConnections(line);
                }
                if (step == LedgerStep.COMMITTED) {
                    committed.incrementAndGet();
                }
            };
            try (WatchedAggregator aggregator = WatchedAggregator.start(line, RECORDS_IN_A_POLL, breaker)) {
                await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);

                assertThat(broken).containsExactly(LedgerStep.values());
                assertThat(aggregator.failedTries()).isGreaterThanOrEqualTo(broken.size() - 1);
                line.assertExact("after the broken connections");
                line.verdicts().assertNewestAreThoseStored();
            }
        }
    }

    @Test
    void goesOnAfterTheServerHasRecoveredFromACrashOfItsOwn() throws Exception {
        try (RoughLine line = new RoughLine(3, RealDatabase.fresh(server))) {
            line.send(RoughTraffic.of(line.register(6), 20, SEED + 2));
            AtomicBoolean crashed = new AtomicBoolean();
            Consumer<LedgerStep> crash = atTheFifth(LedgerStep.OFFSETS_ADVANCED, () -> {
                killBackend(line);
                crashed.set(true);
            });
            try (WatchedAggregator aggregator = WatchedAggregator.start(line, RECORDS_IN_A_POLL, crash)) {
                await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);

                assertThat(crashed).isTrue();
                assertThat(aggregator.failedTries()).isPositive();
                line.assertExact("after the server's recovery");
                line.verdicts().assertNewestAreThoseStored();
            }
        }
    }

    private static Consumer<LedgerStep> atTheFifth(LedgerStep wanted, Runnable fault) {
        AtomicInteger count = new AtomicInteger();
        return step -> {
            if (step == wanted && count.incrementAndGet() == 5) {
                fault.run();
            }
        };
    }

    private static void breakConnections(RoughLine line) {
        rows(line, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'watched'");
    }

    private static void killBackend(RoughLine line) {
        String pid = rows(
                        line,
                        "SELECT pid FROM pg_stat_activity"
                                + " WHERE application_name = 'watched' AND state = 'idle in transaction'")
                .get(0);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private static List<String> rows(RoughLine line, String sql) {
        try {
            return line.store().rows(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

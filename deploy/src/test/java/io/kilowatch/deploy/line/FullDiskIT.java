package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.OwnPostgres;
import io.kilowatch.deploy.testing.RealDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An aggregator whose database finds no room for another page of a table. */
class FullDiskIT {
    private static final long SEED = 43;
    /** A file of the write-ahead log, the smallest that must still be writable. */
    private static final long LOG_FILE = 16L << 20;

    @Test
    void triesAgainUntilThereIsRoomAndLosesNothing() throws Exception {
        try (OwnPostgres server = OwnPostgres.start();
                RoughLine line = new RoughLine(3, RealDatabase.fresh(server))) {
            List<RoughTraffic.Batch> traffic = RoughTraffic.of(line.register(6), 80, SEED);
            line.send(traffic.subList(0, 100));
            try (WatchedAggregator aggregator = WatchedAggregator.start(line, 20, step -> {})) {
                await().atMost(Duration.ofSeconds(30)).until(line::hasStoredAll);
                fillAFileOfTheLogsSize(line);
                server.limitFilesTo(size(line));
                long before = line.stored();

                line.send(traffic.subList(100, traffic.size()));
                await().atMost(Duration.ofSeconds(30)).until(() -> aggregator.failedTries() >= 3);
                assertThat(server.said()).contains("could not extend file");
                assertThat(line.hasStoredAll()).isFalse();
                assertThat(line.stored()).isGreaterThanOrEqualTo(before);
                line.assertExact("while the disk is full");
                server.limitFilesTo(0);

                await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
                line.assertExact("once there is room");
                line.verdicts().assertNewestAreThoseStored();
                assertThat(aggregator.isUp()).isTrue();
            }
        }
    }

    /** Rows of meters that do not exist, so that the table's next page lies beyond a file of the log's size. */
    private static void fillAFileOfTheLogsSize(RoughLine line) throws SQLException {
        try (Connection connection = line.store().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO reading SELECT 1000000, timestamptz '2000-01-01' + n * interval '1 second', n, 0, 0,
                      timestamptz '2000-01-01', n FROM generate_series(1, 250000) n
                    """);
        }
        assertThat(size(line)).isGreaterThan(LOG_FILE);
    }

    private static long size(RoughLine line) throws SQLException {
        return Long.parseLong(
                line.store().rows("SELECT pg_relation_size('reading')").get(0));
    }
}

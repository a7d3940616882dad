package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.simulators.replay.Replay;
import io.kilowatch.simulators.replay.ReplayReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A replay that is interrupted and called again. */
class ReplayResumeIT {
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");
    private static final int ROWS = 3_000;
    private static final String TOTAL = Integer.toString(2 * ROWS);

    private final TestPlant plant = new TestPlant(7, 13_000);

    @Test
    void goesOnWhereItStoppedWithoutAGapAndCountsNothingTwice() throws Exception {
        try (RunningLine line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system())) {
            line.register(plant.code(), plant.document());
            Map<String, String> options = feed();

            ReplayReport first = interruptedAfter(500, line, options);
            ReplayReport second = line.replayAll(options);

            assertThat(first.complete()).isFalse();
            assertThat(first.acknowledged()).isBetween(1L, 2L * ROWS - 1);
            assertThat(second.complete()).isTrue();
            assertThat(second.before()).isEqualTo(first.acknowledged());
            assertThat(second.acknowledged()).isEqualTo(2L * ROWS - first.acknowledged());
            assertThat(line.value("SELECT count(*) FROM reading")).isEqualTo(TOTAL);
            assertThat(line.rows("SELECT m.code, count(*), sum(s.amount), sum(s.measured), sum(s.interpolated)"
                            + " FROM slot s JOIN meter m ON m.id = s.meter GROUP BY 1 ORDER BY 1"))
                    .containsExactly(row("AL", ROWS, 1_000L), row("EL", ROWS - 1, 13_000L));
        }
    }

    private static String row(String meter, int slots, long baseUnitsInEach) {
        return meter + '|' + slots + '|' + slots * baseUnitsInEach + "000000|" + slots * 900_000L + "|0";
    }

    /** Replays at a pace that leaves time to interrupt it: all of it would take half a minute. */
    private static ReplayReport interruptedAfter(int readings, RunningLine line, Map<String, String> options)
            throws Exception {
        Map<String, String> paced = new HashMap<>(options);
        paced.put("speed", Integer.toString(ROWS * 900 / 30));
        try (Replay replay = line.replay(paced)) {
            CompletableFuture<ReplayReport> report = CompletableFuture.supplyAsync(() -> run(replay));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Integer.parseInt(line.value("SELECT count(*) FROM reading")) > readings);
            replay.close();
            return report.get();
        }
    }

    private static ReplayReport run(Replay replay) {
        try {
            return replay.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> feed() throws IOException {
        Path folder = TestFolder.fresh("resume");
        StringBuilder rows = new StringBuilder("time,power,aluminium\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append("%s,%d,1\n".formatted(START.plusSeconds(row * 900L), row * 13_000L));
        }
        Path csv = Files.writeString(folder.resolve("feed.csv"), rows);
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), """
                time: {column: time}
                interval: PT15M
                columns:
                  - {column: power, meter: EL, kind: register}
                  - {column: aluminium, meter: AL, kind: amount}
                """);
        return Map.of(
                "feed", csv.toString(),
                "mapping", mapping.toString(),
                "device-user", plant.user(),
                "device-password", TestPlant.PASSWORD);
    }
}

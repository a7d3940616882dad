package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.feed.GatewayExaminer;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.desk.DocumentFiles;
import io.kilowatch.simulators.replay.DryRun;
import io.kilowatch.simulators.replay.ReplayConfig;
import io.kilowatch.simulators.replay.ReplayReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** A folder of files of several formats, each a device's, rehearsed and then replayed into a whole line. */
class FeedsIT {
    private static final int ROWS = 200;
    private static final LocalDateTime START = LocalDateTime.of(2026, 9, 1, 0, 0);
    private static final String MAPPING = """
            time: {column: time, stamp: end, pattern: yyyy-MM-dd HH:mm}
            interval: PT15M
            device: {file: "([^.]+)\\\\..*"}
            columns:
              - {column: MWh, meter: EL, kind: register, unit: MWh, as: kWh}
              - {column: t, meter: AL, kind: amount}
              - {column: gas, meter: GAS, kind: amount}
            """;

    private final Path folder = TestFolder.fresh("feeds");
    private final Path feeds = folder.resolve("feeds");
    private final Path documents = folder.resolve("documents");
    private final TestPlant csv = new TestPlant(11, 13_000);
    private final TestPlant json = new TestPlant(12, 13_000);
    private final TestPlant workbook = new TestPlant(13, 13_000);

    @Test
    void theGatewayRefusesWhatTheRehearsalSaidAndStoresTheRestExactly() throws Exception {
        try (RunningLine line = new RunningLine(Flavour.POSTGRESQL, InstantSource.system())) {
            write();
            line.register(documents, csv.code());
            Map<String, String> options = Map.of(
                    "feed", feeds.toString(),
                    "mapping", folder.resolve("mapping.yaml").toString(),
                    "passwords", folder.resolve("passwords").toString(),
                    "batch", "70");

            String rehearsal = rehearse(options);
            ReplayReport report = line.replayAll(options);

            assertThat(rehearsal).contains("3 readings would be refused:").contains("unknown-meter");
            assertThat(rehearsal).contains("2 of " + csv.user() + ", meter GAS").contains("1 of " + json.user());
            assertThat(report.complete()).isTrue();
            assertThat(report.refused()).isEqualTo(3);
            assertThat(report.badRows()).isEqualTo(1);
            for (TestPlant plant : List.of(csv, json, workbook)) {
                assertThat(line.rows("SELECT m.code, count(*), sum(s.amount) FROM slot s JOIN meter m ON m.id = s.meter"
                                + " WHERE m.enterprise = '" + plant.code() + "' GROUP BY 1 ORDER BY 1"))
                        .as("%s", plant)
                        .containsExactly(
                                "AL|" + ROWS + '|' + ROWS * 1_000_000_000L,
                                "EL|" + (ROWS - 1) + '|' + (ROWS - 1) * 13_000_000_000L);
            }
        } finally {
            TestFolder.remove(folder);
        }
    }

    private String rehearse(Map<String, String> options) {
        Settings settings = new Settings(options, Map.of());
        ReplayConfig config = ReplayConfig.from(settings);
        settings.check();
        GatewayExaminer examiner = new GatewayExaminer(
                DocumentFiles.read(List.of(documents), BusinessCalendar.CHINA), InstantSource.system());
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        boolean clean = new DryRun(
                        config, Optional.of(examiner), new PrintStream(shown, true, UTF_8), InstantSource.system())
                .run();
        assertThat(clean).isFalse();
        return shown.toString(UTF_8);
    }

    private void write() throws IOException {
        Files.createDirectories(feeds);
        Files.createDirectories(documents);
        StringBuilder passwords = new StringBuilder();
        for (TestPlant plant : List.of(csv, json, workbook)) {
            Files.writeString(documents.resolve(plant.code() + ".yaml"), plant.document());
            passwords
                    .append(plant.user())
                    .append('=')
                    .append(TestPlant.PASSWORD)
                    .append('\n');
        }
        Files.writeString(folder.resolve("passwords"), passwords);
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        writeCsv();
        writeJson();
        writeWorkbook();
    }

    private void writeCsv() throws IOException {
        StringBuilder rows = new StringBuilder("time,MWh,t,gas\nnever,1,1,1\n");
        for (int row = 1; row <= ROWS; row++) {
            rows.append("%s,%d,1,%s\n".formatted(stamp(row), row * 13L, row > ROWS - 2 ? "5" : ""));
        }
        Files.writeString(feeds.resolve(file(csv) + ".csv"), rows);
    }

    private void writeJson() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= ROWS; row++) {
            String gas = row == 7 ? ",\"gas\":1" : "";
            rows.append("{\"time\":\"%s\",\"MWh\":%d,\"t\":\"1\"%s}\n".formatted(stamp(row), row * 13L, gas));
        }
        Files.writeString(feeds.resolve(file(json) + ".jsonl"), rows);
    }

    private void writeWorkbook() throws IOException {
        try (OutputStream out = Files.newOutputStream(feeds.resolve(file(workbook) + ".xlsx"));
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("data");
            List<String> names = List.of("time", "MWh", "t", "gas");
            for (int column = 0; column < names.size(); column++) {
                sheet.value(0, column, names.get(column));
            }
            for (int row = 1; row <= ROWS; row++) {
                sheet.value(row, 0, START.plusMinutes(15L * row));
                sheet.style(row, 0).format("yyyy/m/d h:mm").set();
                sheet.value(row, 1, row * 13L);
                sheet.value(row, 2, 1);
            }
        }
    }

    private static String file(TestPlant plant) {
        return plant.user().replace('/', '_');
    }

    /** The end of an interval, where that of a day is 24:00 of it. */
    private static String stamp(int row) {
        LocalDateTime end = START.plusMinutes(15L * row);
        boolean midnight = end.getHour() == 0 && end.getMinute() == 0;
        return midnight
                ? end.minusDays(1).toLocalDate() + " 24:00"
                : end.toString().replace('T', ' ');
    }
}

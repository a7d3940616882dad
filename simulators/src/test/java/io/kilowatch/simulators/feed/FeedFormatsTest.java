package io.kilowatch.simulators.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.InvalidSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same readings from files of every format. */
class FeedFormatsTest {
    private static final List<String> READINGS = List.of(
            "E/gw-1 A 2025-12-31T16:00:00Z amount 1234.5 measured",
            "E/gw-1 R 2025-12-31T16:15:00Z register 100.25 measured",
            "E/gw-1 A 2025-12-31T16:15:00Z amount 0.1 measured");
    private static final String MAPPING = """
            time: {column: time, stamp: end, zone: Asia/Shanghai}
            interval: PT15M
            device: {file: "(.+?)\\\\..*"}
            columns:
              - {column: MWh, meter: A, kind: amount, unit: MWh, as: kWh}
              - {column: total, meter: R, kind: register}
            """;

    private final List<BadRow> bad = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void readsCsvOfAHistorianWhoseRowsHaveATag() throws IOException {
        write("E_gw-1.csv", """
                exported by historian 4
                Day;Clock;Tag;Value
                2026-01-01;0:15;PT01;1.234.500,0
                2026-01-01;0:15;PT09;7
                2026-01-01;0:15;FQ02;100,25
                2026-01-01;0:30;PT01;100
                2026-01-01;0:30;PT09;7
                """);

        assertThat(read("E_gw-1.csv", """
                header: 2
                delimiter: ";"
                decimalComma: true
                time: {column: Day, clock: Clock, pattern: yyyy-MM-dd H:mm, stamp: end}
                interval: PT15M
                device: {file: "(.+)\\\\.csv"}
                tag: Tag
                value: Value
                columns:
                  - {column: PT01, meter: A, kind: amount, unit: Wh, as: kWh}
                  - {column: FQ02, meter: R, kind: register}
                """)).containsExactlyElementsOf(READINGS);
        assertThat(bad).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.reason()).contains("PT09");
        });
    }

    @Test
    void readsJsonLinesPackedOrNot() throws IOException {
        String text = """
                {"time": "2026-01-01T00:15:00+08:00", "MWh": 1.2345, "total": "100.25", "quality": [1]}

                {"time": "2026-01-01 00:30", "MWh": 0.0001, "total": null}
                {"time": "2026-01-01 00:45", "MWh": 1e
                {"time": "2026-01-01 00:45", "time": "2026-01-01 01:00"}
                [1]
                """;
        write("E_gw-1.jsonl", text);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("E_gw-1.ndjson.gz"), packed.toByteArray());

        assertThat(read("E_gw-1.jsonl", MAPPING)).containsExactlyElementsOf(READINGS);
        assertThat(bad).extracting(BadRow::line).containsExactly(4L, 5L, 6L);
        assertThat(read("E_gw-1.ndjson.gz", MAPPING)).containsExactlyElementsOf(READINGS);
    }

    @Test
    void namesMembersOfMembersWithADot() throws IOException {
        write("feed.jsonl", """
                {"plant": {"device": "E/gw-1"}, "at": {"start": "2026-01-01T00:00+08:00"}, "value": {"kWh": 1}}
                """);

        assertThat(read("feed.jsonl", """
                time: {column: at.start}
                interval: PT15M
                device: {column: plant.device}
                columns: [{column: value.kWh, meter: A, kind: amount}]
                """)).containsExactly("E/gw-1 A 2025-12-31T16:00:00Z amount 1 measured");
    }

    @Test
    void readsASheetOfAWorkbookWithItsTimesAndExactNumbers() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("E_gw-1.xlsx"));
                Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("Cover").value(0, 0, "nothing");
            Worksheet sheet = book.newWorksheet("电量");
            sheet.value(0, 0, "a title");
            sheet.value(2, 0, "time");
            sheet.value(2, 1, "MWh");
            sheet.value(2, 2, "total");
            sheet.value(3, 0, LocalDateTime.of(2026, 1, 1, 0, 15));
            sheet.style(3, 0).format("yyyy-mm-dd hh:mm").set();
            sheet.value(3, 1, 1.2345);
            sheet.value(3, 2, "100.25");
            sheet.value(5, 0, "2026/1/1 0:30");
            sheet.value(5, 1, 0.1 / 1000 + 1e-20);
            sheet.value(6, 0, "soon");
            sheet.value(6, 1, 1);
        }

        assertThat(read("E_gw-1.xlsx", """
                sheet: 电量
                header: 3
                time: {column: time, stamp: end, pattern: yyyy/M/d H:mm}
                interval: PT15M
                device: {file: "(.+)\\\\.xlsx"}
                columns:
                  - {column: MWh, meter: A, kind: amount, unit: MWh, as: kWh}
                  - {column: total, meter: R, kind: register}
                """)).containsExactlyElementsOf(READINGS);
        assertThat(bad).extracting(BadRow::line).containsExactly(7L);
    }

    @Test
    void saysWhatIsNoWorkbookAndWhichSheetsThereAre() throws IOException {
        write("feed.xlsx", "no workbook");
        try (OutputStream out = Files.newOutputStream(folder.resolve("other.xlsx"));
                Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("Data").value(0, 0, "time");
        }
        String mapping = "sheet: Nothing\n" + MAPPING;

        assertThatThrownBy(() -> read("feed.xlsx", mapping)).hasMessageContaining("no XLSX workbook");
        assertThatThrownBy(() -> read("other.xlsx", mapping))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("\"Nothing\"")
                .hasMessageContaining("Data");
    }

    @Test
    void readsWhatKilowatchItselfWritesWithoutAMapping() throws IOException {
        write("own.jsonl", """
                {"device":"E/gw-1","meter":"A","at":"2026-01-01T00:00:00+08:00","amount":"1234.5"}
                {"device":"E/gw-1","meter":"R","at":"2026-01-01T00:15:00+08:00","register":"100.25","source":"manual"}
                {"device":"E/gw-1","meter":"R","at":"2026-01-01T00:15:00+08:00"}
                {"device":"E","meter":"R","at":"2026-01-01T00:15:00+08:00","power":"1"}
                {"meter":"R","at":"yesterday","power":"1"}
                {"meter":"R","at":"2026-01-01T00:15:00+08:00","power":"1","source":"rumour"}
                {"meter":"R","at":"2026-01-01T00:15:00.500Z","power":"-1"}
                """);

        assertThat(text(new FeedFile(folder.resolve("own.jsonl"), Optional.empty()).readings(bad::add)))
                .containsExactly(
                        "E/gw-1 A 2025-12-31T16:00:00Z amount 1234.5 measured",
                        "E/gw-1 R 2025-12-31T16:15:00Z register 100.25 manual",
                        " R 2026-01-01T00:15:00.500Z power -1 measured");
        assertThat(bad).extracting(BadRow::line).containsExactly(3L, 4L, 5L, 6L);
        write("other.csv", "device,meter\n");
        assertThatThrownBy(() -> new FeedFile(folder.resolve("other.csv"), Optional.empty()).readings(bad::add))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("needs a mapping");
    }

    @Test
    void manyFilesAreManyDevicesInOrderOfTime() throws IOException {
        String mapping = """
                time: {column: time}
                interval: PT15M
                device: {file: "(.+)\\\\.csv", names: {north: E/gw-1}}
                columns: [{column: kWh, meter: A, kind: amount}]
                """;
        write("north.csv", "time,kWh\n2026-01-01T00:00Z,1\n2026-01-01T00:30Z,3\n");
        write("E_gw-2.csv", "time,kWh\n2026-01-01T00:15Z,2\n2026-01-01T00:30Z,4\n");
        write("notes.md", "not a feed");
        write("empty_one.csv", "time,kWh\n");

        Feed feed = Feed.of(List.of(folder), Optional.of(MappingReader.read("m", mapping)), Optional.empty());

        assertThat(feed.files()).hasSize(3);
        assertThat(text(feed.readings(bad::add)))
                .containsExactly(
                        "E/gw-1 A 2026-01-01T00:00:00Z amount 1 measured",
                        "E/gw-2 A 2026-01-01T00:15:00Z amount 2 measured",
                        "E/gw-2 A 2026-01-01T00:30:00Z amount 4 measured",
                        "E/gw-1 A 2026-01-01T00:30:00Z amount 3 measured");
        Feed asOne = new Feed(feed.files(), Optional.of("F/one"));
        assertThat(text(asOne.readings(bad::add))).allMatch(line -> line.startsWith("F/one "));
        write("south.csv", "time,kWh\n");
        assertThatThrownBy(
                        () -> Feed.of(List.of(folder), Optional.of(MappingReader.read("m", mapping)), Optional.empty())
                                .readings(bad::add))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("south.csv")
                .hasMessageContaining("device.names");
    }

    private List<String> read(String file, String mapping) {
        return text(
                new FeedFile(folder.resolve(file), Optional.of(MappingReader.read("m", mapping))).readings(bad::add));
    }

    private static List<String> text(Stream<FeedReading> feed) {
        try (feed) {
            return feed.map(one -> String.join(
                            " ",
                            one.device(),
                            one.reading().meter(),
                            one.at().toString(),
                            one.reading().kind().member(),
                            one.reading().value().stripTrailingZeros().toPlainString(),
                            one.reading().source().word()))
                    .toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}

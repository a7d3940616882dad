package io.kilowatch.simulators.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.device.ReadingSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFileTest {
    private static final String MAPPING = """
            time: {column: time, zone: Asia/Shanghai, stamp: end}
            interval: PT15M
            estimated: filled
            blanks: ["NA"]
            columns:
              - {column: kWh, meter: A, kind: amount}
              - {column: total, meter: R, kind: register, source: manual}
            """;

    private final List<BadRow> bad = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void anEndStampIsTheStartOfAnAmountAndTheInstantOfARegister() throws IOException {
        List<DeviceReading> readings = read(MAPPING, "\uFEFFtime,kWh,total,filled\n2018-01-01 00:15,3.17,100.5,\n");

        assertThat(readings)
                .containsExactly(
                        new DeviceReading(
                                "A",
                                Instant.parse("2017-12-31T16:00:00Z"),
                                ReadingKind.AMOUNT,
                                new BigDecimal("3.17"),
                                ReadingSource.MEASURED),
                        new DeviceReading(
                                "R",
                                Instant.parse("2017-12-31T16:15:00Z"),
                                ReadingKind.REGISTER,
                                new BigDecimal("100.5"),
                                ReadingSource.MANUAL));
        assertThat(bad).isEmpty();
    }

    @Test
    void blanksAreNoReadingsAndFilledValuesAreEstimated() throws IOException {
        List<DeviceReading> readings = read(MAPPING, """
                time,kWh,total,filled
                2018-01-01 00:15,NA, ,
                2018-01-01 00:30,1,2,other | kWh
                """);

        assertThat(readings)
                .extracting(DeviceReading::source)
                .containsExactly(ReadingSource.ESTIMATED, ReadingSource.MANUAL);
    }

    @Test
    void badRowsAreToldWithTheirLineAndStopNothing() throws IOException {
        List<DeviceReading> readings = read(MAPPING, """
                time,kWh,total,filled
                yesterday,1,1,
                2018-01-01 00:15,1
                2018-01-01 00:30,"1,1,
                2018-01-01 00:45,a lot,7,
                2018-01-01 01:00,1E+999999999,8,

                2018-01-01 01:15,5,9,
                """);

        assertThat(readings).extracting(reading -> reading.value().toString()).containsExactly("7", "8", "5", "9");
        assertThat(bad).extracting(BadRow::line).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(bad)
                .extracting(BadRow::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("yesterday"),
                        reason -> assertThat(reason).contains("2 fields").contains("4"),
                        reason -> assertThat(reason).contains("not closed"),
                        reason -> assertThat(reason).contains("kWh").contains("a lot"),
                        reason -> assertThat(reason).contains("1E+999999999"));
    }

    @Test
    void readsDecimalCommasAndOtherCharsets() throws IOException {
        Charset gbk = Charset.forName("GBK");
        Path file = folder.resolve("feed.csv");
        Files.write(file, "时间;电量\n2018-01-01 00:15;1.234,5\n".getBytes(gbk));
        FeedMapping mapping = MappingReader.read("m", """
                delimiter: ";"
                charset: GBK
                decimalComma: true
                time: {column: 时间}
                interval: PT15M
                columns: [{column: 电量, meter: A, kind: amount}]
                """);

        assertThat(all(new FeedFile(file, Optional.of(mapping))))
                .extracting(reading -> reading.value().toPlainString())
                .containsExactly("1234.5");
    }

    @Test
    void aHeaderWithoutAMappedColumnIsAFault() {
        assertThatThrownBy(() -> read(MAPPING, "time,total\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("\"kWh\"")
                .hasMessageContaining("\"filled\"");
    }

    @Test
    void aHeaderThatCannotBeCutIsAFaultOfTheFile() {
        assertThatThrownBy(() -> read(MAPPING, "time,\"kWh\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("feed.csv: its header in line 1: a quote is not closed");
    }

    private List<DeviceReading> read(String mapping, String text) throws IOException {
        Path file = folder.resolve("feed.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return all(new FeedFile(file, Optional.of(MappingReader.read("m", mapping))));
    }

    private List<DeviceReading> all(FeedFile feed) {
        try (Stream<FeedReading> readings = feed.readings(bad::add)) {
            return readings.map(FeedReading::reading).toList();
        }
    }
}

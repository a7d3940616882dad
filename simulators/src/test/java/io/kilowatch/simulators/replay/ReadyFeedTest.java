package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingSource;
import io.kilowatch.simulators.feed.BadRow;
import io.kilowatch.simulators.feed.FeedFile;
import io.kilowatch.simulators.feed.FeedMapping;
import io.kilowatch.simulators.feed.FeedReading;
import io.kilowatch.simulators.feed.MappingReader;
import io.kilowatch.simulators.province.CreditCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadyFeedTest {
    private final List<BadRow> bad = new ArrayList<>();

    @Test
    void theRegistryDocumentsFitTheMappingsAndPasswords() throws IOException {
        for (ReadyFeed feed : ReadyFeed.values()) {
            JsonNode root = new YAMLMapper().readTree(feed.registry());
            String code = root.at("/enterprise/code").asText();
            PasswordHash hash =
                    PasswordHash.parse(root.at("/devices/0/password").asText());

            assertThat(CreditCode.valid(code)).isTrue();
            assertThat(code + "/gw-1").isEqualTo(feed.user());
            assertThat(hash.matches(feed.password())).isTrue();
            assertThat(root.path("meters").findValuesAsText("id"))
                    .containsExactlyInAnyOrderElementsOf(
                            MappingReader.read(feed.word(), feed.mapping()).columns().stream()
                                    .map(FeedMapping.ColumnMapping::meter)
                                    .toList());
        }
    }

    @Test
    void theSteelYearHas35040IntervalsInOrderAndItsKnownTotal() {
        List<DeviceReading> readings = real(ReadyFeed.STEEL, "Steel_industry_data.csv");

        Instant start = Instant.parse("2017-12-31T16:00:00Z");
        assertThat(readings).hasSize(35_040);
        for (int place = 0; place < readings.size(); place++) {
            assertThat(readings.get(place).at())
                    .isEqualTo(start.plus(Duration.ofMinutes(15).multipliedBy(place)));
        }
        assertThat(readings.stream().map(DeviceReading::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("959636.71");
        assertThat(bad).isEmpty();
    }

    @Test
    void theHouseholdsRegistersNeverGoBackAndFilledValuesAreEstimated() {
        List<DeviceReading> readings = real(ReadyFeed.HOUSEHOLD, "household_data_60min_singleindex.csv");

        var byMeter = readings.stream().collect(Collectors.groupingBy(DeviceReading::meter));
        assertThat(byMeter).hasSize(9);
        byMeter.forEach((meter, series) -> {
            for (int place = 1; place < series.size(); place++) {
                assertThat(series.get(place).at()).isAfter(series.get(place - 1).at());
                assertThat(series.get(place).value())
                        .isGreaterThanOrEqualTo(series.get(place - 1).value());
            }
        });
        assertThat(readings).anyMatch(reading -> reading.source() == ReadingSource.ESTIMATED);
        assertThat(bad).isEmpty();
    }

    private List<DeviceReading> real(ReadyFeed feed, String file) {
        Optional<Path> found = Optional.ofNullable(System.getenv("KILOWATCH_REAL_DATA"))
                .map(folder -> Path.of(folder, feed.word(), file));
        assumeThat(found)
                .as("set KILOWATCH_REAL_DATA to a folder with %s/%s, from: %s", feed.word(), file, feed.origin())
                .hasValueSatisfying(path -> assertThat(Files.isReadable(path)).isTrue());
        FeedMapping mapping = MappingReader.read(feed.word(), feed.mapping());
        try (Stream<FeedReading> readings =
                new FeedFile(found.orElseThrow(), Optional.of(mapping)).readings(bad::add)) {
            return readings.map(FeedReading::reading).toList();
        }
    }
}

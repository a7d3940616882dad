package io.kilowatch.simulators.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.replay.ReadyFeed;
import org.junit.jupiter.api.Test;

class MappingReaderTest {
    @Test
    void findsEveryFaultAndNamesItsPath() {
        InvalidSettings faulty = catchThrowableOfType(InvalidSettings.class, () -> MappingReader.read("m", """
                delimiter: ";;"
                charset: klingon
                time: {zone: Moon/Crater, stamp: middle, pattern: "bbbb"}
                interval: often
                speed: 1
                format: pdf
                header: 0
                tag: t
                device: {file: "(", names: {a: b}, place: x}
                columns:
                  - {column: a, meter: "a b", kind: litres, source: gossip}
                  - {column: a, meter: A, kind: amount, unit: MWh, as: t}
                  - {column: a, meter: A, kind: amount, unit: MWh}
                  - {column: a, meter: A, kind: power, unit: MW, as: horses}
                """));

        assertThat(faulty.faults())
                .anyMatch(fault -> fault.contains("delimiter"))
                .anyMatch(fault -> fault.contains("charset"))
                .anyMatch(fault -> fault.contains("time.column"))
                .anyMatch(fault -> fault.contains("time.stamp"))
                .anyMatch(fault -> fault.contains("zone"))
                .anyMatch(fault -> fault.contains("pattern"))
                .anyMatch(fault -> fault.contains("interval"))
                .anyMatch(fault -> fault.contains("speed"))
                .anyMatch(fault -> fault.contains("columns[0].meter"))
                .anyMatch(fault -> fault.contains("columns[0].kind"))
                .anyMatch(fault -> fault.contains("columns[0].source"))
                .anyMatch(fault -> fault.contains("format"))
                .anyMatch(fault -> fault.contains("header"))
                .anyMatch(fault -> fault.contains("tag"))
                .anyMatch(fault -> fault.contains("device.file"))
                .anyMatch(fault -> fault.contains("device.names.a"))
                .anyMatch(fault -> fault.contains("device.place"))
                .anyMatch(fault -> fault.contains("columns[1].as") && fault.contains("MWh does not measure"))
                .anyMatch(fault -> fault.contains("columns[2].unit"))
                .anyMatch(fault -> fault.contains("columns[3].as") && fault.contains("MW"))
                .hasSize(20);
    }

    @Test
    void whatIsNoYamlIsSaidToBeNone() {
        InvalidSettings faulty =
                catchThrowableOfType(InvalidSettings.class, () -> MappingReader.read("m", "time: {column"));

        assertThat(faulty.faults()).singleElement().asString().contains("is no YAML");
    }

    @Test
    void theReadyMappingsHaveNoFault() {
        for (ReadyFeed feed : ReadyFeed.values()) {
            assertThat(MappingReader.read(feed.word(), feed.mapping()).columns())
                    .isNotEmpty();
        }
    }
}

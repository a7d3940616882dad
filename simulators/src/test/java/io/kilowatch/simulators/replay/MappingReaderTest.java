package io.kilowatch.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kilowatch.platform.config.InvalidSettings;
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
                columns:
                  - {column: a, meter: "a b", kind: litres, source: gossip}
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
                .hasSize(11);
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

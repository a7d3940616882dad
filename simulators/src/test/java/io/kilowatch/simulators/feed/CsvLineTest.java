package io.kilowatch.simulators.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void cutsPlainAndQuotedFields() {
        assertThat(CsvLine.parse("a,,\"b,c\",\"say \"\"hi\"\"\",", ',').fields())
                .containsExactly("a", "", "b,c", "say \"hi\"", "");
        assertThat(CsvLine.parse("", ';').fields()).containsExactly("");
        assertThat(CsvLine.parse("1,5;2", ';').fields()).containsExactly("1,5", "2");
    }

    @Test
    void saysWhyALineCannotBeCut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvLine.parse("a,\"b", ','))
                .withMessageContaining("not closed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvLine.parse("\"a\"b,c", ','))
                .withMessageContaining("character 4");
    }

    @Property
    void readsBackWhatIsQuoted(@ForAll @NotEmpty List<String> fields) {
        String line = fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));

        assertThat(CsvLine.parse(line, ',').fields()).isEqualTo(fields);
    }
}

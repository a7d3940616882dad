package io.kilowatch.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TemplateTest {
    private static final Instant FIRST = Instant.parse("2024-02-28T23:59:00Z");

    private final Template template = new Template(7, 3, FIRST.getEpochSecond());

    @Property
    void eachBatchHasItsOwnSecondAndRegister(@ForAll @IntRange(max = 100_000_000) int batch) throws IOException {
        JsonNode json = read(batch);

        assertThat(json.get("batch").asInt()).isEqualTo(batch);
        assertThat(json.get("readings")).hasSize(3).allSatisfy(reading -> {
            Instant at = OffsetDateTime.parse(reading.get("at").asText()).toInstant();
            assertThat(at).isEqualTo(FIRST.plusSeconds(batch));
            assertThat(new BigDecimal(reading.get("register").asText()))
                    .isEqualByComparingTo(new BigDecimal(100_000_000L + batch * 37L).add(new BigDecimal("0.25")));
        });
    }

    @Test
    void followsTheCalendarOverALeapDay() throws IOException {
        assertThat(read(0).at("/sentAt").asText()).isEqualTo("2024-02-29T07:59:00+08:00");
        assertThat(read(86_400).at("/readings/2/at").asText()).isEqualTo("2024-03-01T07:59:00+08:00");
        assertThat(read(1).at("/readings/0/at").asText()).isEqualTo("2024-02-29T07:59:01+08:00");
    }

    @Test
    void metersAreNamedByDeviceAndPlace() throws IOException {
        assertThat(read(0).findValuesAsText("meter")).containsExactly("EL-7-000", "EL-7-001", "EL-7-002");
    }

    private JsonNode read(int batch) throws IOException {
        return new ObjectMapper().readTree(template.batch(batch));
    }
}

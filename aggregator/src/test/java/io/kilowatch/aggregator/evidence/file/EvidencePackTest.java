package io.kilowatch.aggregator.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Smelter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidencePackTest {
    private final MemoryArchive archive = Smelter.archive();

    @Test
    void givesTheSameBytesForTheSameData() throws Exception {
        byte[] first = Packed.bytes(archive, Smelter.PER_TONNE);

        assertThat(Packed.bytes(Smelter.archive(), Smelter.PER_TONNE)).isEqualTo(first);
    }

    @Test
    void listsEveryFileInTheFormOfSha256sum() throws Exception {
        Packed packed = Packed.of(Packed.bytes(archive, Smelter.PER_TONNE));

        assertThat(packed.text("manifest.sha256").lines())
                .hasSize(16)
                .allMatch(line -> line.matches("[0-9a-f]{64}  [a-z.-]+"))
                .isEqualTo(packed.sealedAgain().text("manifest.sha256").lines().toList());
        List<String> names = new ArrayList<>();
        packed.names().forEach(names::add);
        assertThat(names).endsWith("manifest.sha256").hasSize(17);
        assertThat(names.subList(0, 16)).isSorted();
    }

    @Test
    void keepsPasswordsToItself() throws Exception {
        Packed packed = Packed.of(Packed.bytes(archive, Smelter.PER_TONNE));

        assertThat(packed.text("enterprise.json"))
                .contains("gw-1")
                .doesNotContain("pbkdf2")
                .doesNotContain("password");
    }

    @Test
    void holdsOnlyTheReferenceRowsThatAreUsedAsTheyStandInTheProject() throws Exception {
        Packed packed = Packed.of(Packed.bytes(archive, Smelter.ENERGY));

        assertThat(packed.text("carrier-factors.csv").lines())
                .hasSize(9)
                .allMatch(line -> line.matches("(carrier|electricity|raw-coal),.*"));
        assertThat(packed.text("carriers.csv").lines()).hasSize(3);
        assertThat(packed.text("quotas.csv").lines()).hasSize(1);
        assertThat(Packed.of(Packed.bytes(archive, Smelter.PER_TONNE)).text("quotas.csv"))
                .contains("aluminium.liquid-ac,limit,GB 21346-2022,电解铝和氧化铝单位产品能源消耗限额");
    }

    @Test
    void holdsTheReadingsFromBeforeThePeriodOnWithMarksAndSenders() throws Exception {
        Packed packed = Packed.of(Packed.bytes(archive, Smelter.PER_TONNE));

        List<String> readings = packed.text("readings.csv").lines().toList();
        assertThat(readings.get(0)).isEqualTo("meter,at,kind,value,source,mark,received_at,sender,position");
        assertThat(readings)
                .contains(
                        "EL,2026-09-02T10:07:00+08:00,register,0,measured,zero,1970-01-01T08:00:00.001+08:00,gw-1,497")
                .anyMatch(line -> line.startsWith("EL,2026-08-31T23:15:00+08:00,register"))
                .noneMatch(line -> line.startsWith("EL,2026-08-31T23:00:00+08:00,register"));
        assertThat(packed.text("superseded.csv").lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("EL,2026-09-02T11:00:00+08:00,register,999999,"));
        assertThat(packed.text("days.csv"))
                .startsWith("meter,day,amount,unit,measured_ms,interpolated_ms\nAL,2026-09-01,96000,kg,86400000,0\n");
    }

    @Test
    void tellsTheFigureWithItsNumbers() throws Exception {
        JsonNode json = json(Smelter.PER_TONNE);

        assertThat(json.at("/verdict/value").asText()).isEqualTo("13400.000000");
        assertThat(json.at("/verdict/outcome").asText()).isEqualTo("exceeds");
        assertThat(json.at("/formula/text").asText())
                .isEqualTo("(+ EL 2572800 kWh) ÷ ((+ AL 192000 kg) ÷ 1000) = 2572800 ÷ 192 = 13400 kWh/t");
        assertThat(json.at("/quota/limit").asText()).isEqualTo("13350");
        assertThat(json.at("/quota/standard").asText()).isEqualTo("GB 21346-2022");
        assertThat(json.at("/corrections").isArray()).isTrue();
        assertThat(json.at("/corrections")).isEmpty();
        assertThat(json.at("/meters/1/id").asText()).isEqualTo("EL");
        assertThat(json.at("/meters/1/sums/amount").asText()).isEqualTo("3216000");
        assertThat(json.at("/meters/1/sums/completeness").asText()).isEqualTo("1.0000");
        assertThat(json.at("/meters/1/readings/counts/zero").asInt()).isEqualTo(1);
        assertThat(json.at("/meters/1/readings/suspect/0/at").asText()).isEqualTo("2026-09-02T10:07:00+08:00");
        assertThat(json.at("/meters/1/readings/before/at").asText()).isEqualTo("2026-08-31T23:45:00+08:00");
        assertThat(json.at("/meters/1/readings/first/at").asText()).isEqualTo("2026-09-01T00:00:00+08:00");
        assertThat(json.at("/meters/1/readings/last/at").asText()).isEqualTo("2026-09-03T12:00:00+08:00");
        assertThat(json.at("/meters/1/readings/after").isNull()).isTrue();
        assertThat(json.at("/meters/1/superseded/count").asInt()).isEqualTo(1);
        assertThat(json.at("/meters/1/definition/multipliers/0/value").asText()).isEqualTo("1000");
    }

    @Test
    void tellsTheFactorsOfCoalEquivalentWithTheirSource() throws Exception {
        JsonNode json = json(Smelter.ENERGY);

        assertThat(json.at("/formula/text").asText())
                .isEqualTo("(+ EL 3216000 kWh × 0.1229 kgce/kWh + CO 20000 kg × 0.7143 kgce/kg) ÷ 1000"
                        + " = 409.5324 tce");
        assertThat(json.at("/factors/1/carrier").asText()).isEqualTo("raw-coal");
        assertThat(json.at("/factors/1/verified").asBoolean()).isFalse();
        assertThat(json.at("/factors/0/source").asText()).isNotEmpty();
        assertThat(json.at("/formula/parts/0/above/0/kgce").asText()).isEqualTo("395246.4000000000");
        assertThat(json.at("/quota").isNull()).isTrue();
    }

    private JsonNode json(Figure figure) throws Exception {
        return read(Packed.of(Packed.bytes(archive, figure)).text("evidence.json"));
    }

    private static JsonNode read(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}

package io.kilowatch.aggregator.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Works;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What evidence tells of how a figure came to be. */
class ExplanationTest {
    private static final MemoryArchive archive = Works.archive();

    private static JsonNode json(Figure figure) throws Exception {
        archive.publish(figure, Works.COMPUTED);
        return new ObjectMapper()
                .readTree(Packed.of(Packed.bytes(archive, figure)).text("evidence.json"));
    }

    /** GB 16780-2021 at a clinker ratio of 76 % and 80 kPa: 81.10, 88.15 and 95.20 × (1.179 - 0.211 × 80000 / 101325). */
    @Test
    void tellsHowALimitWasCorrectedRuleByRule() throws Exception {
        JsonNode json = json(Works.year("unit-product:cement"));

        assertThat(json.at("/corrections/0/levels/0/before").asText()).isEqualTo("80");
        assertThat(json.at("/corrections/0/levels/0/after").asText()).isEqualTo("81.10");
        assertThat(json.at("/corrections/2/levels/0/after").asText()).isEqualTo("95.20");
        assertThat(json.at("/corrections/3/expression").asText()).contains("altitude > 1500");
        assertThat(json.at("/corrections/3/levels/0/before").asText()).isEqualTo("95.20");
        assertThat(json.at("/corrections/3/levels/0/after").asText()).startsWith("96.381179965");
        assertThat(json.at("/corrections/3/inputs/0/input").asText()).isEqualTo("altitude");
        assertThat(json.at("/corrections/3/inputs/0/origin").asText()).isEqualTo("site");
        assertThat(json.at("/parts/0/limits/level3").asText()).isEqualTo("96.381180");
        assertThat(json.at("/quota/level3").asText()).isEqualTo("94");
        assertThat(json.at("/quota/limits/level3").asText()).isEqualTo("96.381180");
    }

    @Test
    void tellsTheStretchesInWhichAFactorStaysTheSame() throws Exception {
        JsonNode json = json(Works.month("unit-product:plain", "2026-03-01"));

        assertThat(json.at("/formula/text").asText())
                .isEqualTo("(+ COAL [2026-03-01 – 2026-03-10] 1000000 kg × 0.7133985724 kgce/kg"
                        + " + COAL [2026-03-11 – 2026-03-31] 2100000 kg × 0.7335981111 kgce/kg)"
                        + " ÷ ((+ CEMENT 31000000 kg) ÷ 1000) = 2253954.60571 ÷ 31000 = 72.708213 kgce/t");
        assertThat(json.at("/factors/0/origin").asText()).isEqualTo("measured");
        assertThat(json.at("/factors/0/kilojoules").asText()).isEqualTo("20908");
        assertThat(json.at("/factors/1/kilojoules").asText()).isEqualTo("21500");
        assertThat(json.at("/factors/1/from").asText()).isEqualTo("2026-03-11");
    }

    @Test
    void showsAYearThatStraddlesTwoEditionsByParts() throws Exception {
        JsonNode json = json(Works.year("unit-product:iron"));

        assertThat(json.at("/parts/0/edition/standard").asText()).isEqualTo("GB 21256-2013");
        assertThat(json.at("/parts/0/until").asText()).isEqualTo("2026-07-01");
        assertThat(json.at("/parts/1/edition/standard").asText()).isEqualTo("GB 21256-2025");
        assertThat(json.at("/parts/1/limits/level3").asText()).isEqualTo("426.72"); // 415 + 10 × 0.45 + 2 × 3.61
        assertThat(json.at("/formula/parts")).hasSize(2);
        assertThat(json.at("/formula/parts/1/text").asText()).contains("COAL").contains("IRON");
    }

    @Test
    void tellsTheEnergyOfADataCentreInKilowattHours() throws Exception {
        JsonNode json = json(Works.month("pue:hall", "2026-03-01"));

        assertThat(json.at("/formula/text").asText())
                .startsWith("(+ EL 3720000 kWh - EXPORT 620000 kWh + (+ COOL 223200 MJ) ÷ 3.6"
                        + " + (+ DIESEL 9300 kg × 1.4571 kgce/kg) × 29307.6 ÷ 3600) ÷ (+ IT 2480000 kWh) = ");
        assertThat(json.at("/formula/parts/0/facility/megajoules").asText()).isEqualTo("223200.000000");
    }

    @Test
    void tellsWhatARuleOfDualControlTakesOff() throws Exception {
        JsonNode json = json(Works.year("dual-control:2022-1258"));

        assertThat(json.at("/declaration/rule/document").asText()).isEqualTo("发改运行〔2022〕1258号");
        assertThat(json.at("/declaration/nonFossil/kilowattHours").asText()).isEqualTo("4000000");
        assertThat(json.at("/declaration/nonFossil/baseYear").asText()).isEqualTo("1000000");
        assertThat(json.at("/declaration/nonFossil/deducted").asText()).isEqualTo("3000000");
        BigDecimal left = decimal(json, "/declaration/total").subtract(decimal(json, "/declaration/nonFossil/tce"));
        assertThat(left).isEqualByComparingTo(decimal(json, "/formula/numerator"));
        assertThat(decimal(json, "/declaration/nonFossil/tce")).isEqualByComparingTo("368.7");
    }

    private static BigDecimal decimal(JsonNode json, String pointer) {
        return new BigDecimal(json.at(pointer).asText());
    }
}

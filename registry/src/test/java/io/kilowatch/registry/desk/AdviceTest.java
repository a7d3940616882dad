package io.kilowatch.registry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.registry.desk.DocumentFiles.Document;
import io.kilowatch.registry.document.SampleDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {
    private static final String FURNACE = "quota: ferrosilicon.smelting-electricity\n    site: north\n";
    private static final String GRADES = """
                inputs:
                  - {input: ore_grade, from: 2026-01-01, value: 97.5}
                  - {input: ore_grade, from: 2026-07-01, value: 98}
            """;
    private static final String GAS = "  - {carrier: natural-gas, from: 2026-01-01, value: 35.5, unit: MJ/m³}\n";

    @Test
    void thereIsNoneOnADocumentThatLeavesNothingOpen() {
        assertThat(advice(SampleDocument.WORKS)).isEmpty();
    }

    @Test
    void namesDocumentAndEnterprise() {
        assertThat(advice(SampleDocument.WORKS.with(GRADES, "")))
                .singleElement()
                .asString()
                .startsWith("advice  works.yaml  91350100M000100Y43  ");
    }

    @Test
    void namesTheInputsThatAQuotaNeeds() {
        assertThat(advice(SampleDocument.WORKS.with(GRADES, "")))
                .singleElement()
                .asString()
                .endsWith("without these inputs it cannot be judged; declare them: account furnace ore_grade"
                        + " (入炉矿品位, grade of the ore charged)");
    }

    @Test
    void namesTheInputsThatAConversionNeeds() {
        SampleDocument document =
                SampleDocument.WORKS.with("    inputs: [{input: gas_yield, from: 2026-01-01, value: 99}]\n", "");

        assertThat(advice(document)).singleElement().asString().contains("account own gas_yield (");
    }

    @Test
    void namesThePressureOfASiteThatIsHighOnly() {
        SampleDocument clinker = SampleDocument.WORKS
                .with(GRADES, "")
                .with(
                        "energy: [{meter: EL}]\n    output: [{meter: OUT}]",
                        "energy: [{meter: COAL}]\n    output: [{meter: OUT}]");

        SampleDocument low = clinker.with(FURNACE, "quota: cement.clinker.energy\n    site: north\n")
                .with(", pressure: 88600", "");
        SampleDocument high = clinker.with(FURNACE, "quota: cement.clinker.energy\n    site: south\n");

        assertThat(advice(low)).isEmpty();
        assertThat(advice(high))
                .singleElement()
                .asString()
                .contains("account furnace pressure (当地大气压, ")
                .endsWith(", of its site)");
    }

    @Test
    void namesTheAltitudeWhereSeveralSitesLeaveItOpen() {
        SampleDocument clinker = SampleDocument.WORKS
                .with(GRADES, "")
                .with(
                        "energy: [{meter: EL}]\n    output: [{meter: OUT}]",
                        "energy: [{meter: COAL}]\n    output: [{meter: OUT}]")
                .with(FURNACE, "quota: cement.clinker.energy\n");

        assertThat(advice(clinker)).singleElement().asString().contains("account furnace altitude (");
    }

    @Test
    void namesTheRacksOfADataCentreWithoutItsSection() {
        String text = SampleDocument.WORKS.text().replace("thresholds: [commitment, ", "thresholds: [");
        String without = text.replaceAll("(?s)dataCentre:.*calorificValues:", "calorificValues:");

        assertThat(advice(new SampleDocument(without)))
                .singleElement()
                .asString()
                .contains("account hall racks (")
                .endsWith(", in dataCentre)");
    }

    @Test
    void asksForTheCalorificValueOfNaturalGas() {
        assertThat(advice(SampleDocument.WORKS.with(GAS, "")))
                .singleElement()
                .asString()
                .endsWith("no standard has one calorific value for these; declare measured ones, dated, in"
                        + " calorificValues for: GAS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"32.1", "39.1"})
    void doubtsACalorificValueOutsideTheStandardsRange(String value) {
        assertThat(advice(SampleDocument.WORKS.with("value: 35.5, unit: MJ/m³", "value: " + value + ", unit: MJ/m³")))
                .singleElement()
                .asString()
                .contains("outside the standard's range; check value and unit of: natural-gas from 2026-01-01, "
                        + value.replace(".", "") + "00 kJ (32238 to 38979 kJ in GB/T 2589-2020)");
    }

    @Test
    void asksForTheStateOfSteam() {
        assertThat(advice(SampleDocument.WORKS.with(
                        "steam:\n  - {meter: STEAM, from: 2026-01-01, pressure: 0.8, temperature: 185}\n", "")))
                .singleElement()
                .asString()
                .endsWith("give them, dated, in steam for: STEAM");
    }

    @Test
    void asksNothingOfSteamThatNoAccountCounts() {
        SampleDocument document = SampleDocument.WORKS
                .with("{meter: STEAM}, ", "")
                .with("steam:\n  - {meter: STEAM, from: 2026-01-01, pressure: 0.8, temperature: 185}\n", "");

        assertThat(advice(document)).isEmpty();
    }

    private static List<String> advice(SampleDocument document) {
        return Advice.of(new Document(Path.of("works.yaml"), document.enterprise(), ""));
    }
}

package io.kilowatch.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One spoilt piece of an account, or of where its energy comes from, gives one fault, at its exact path. */
class AccountFaultsTest {
    private static final String OF_FURNACE = "energy: [{meter: EL}]\n    output: [{meter: OUT}]";
    private static final String FURNACE = "quota: ferrosilicon.smelting-electricity";
    private static final String GRADE = "{input: ore_grade, from: 2026-01-01, value: 97.5}";

    @ParameterizedTest(name = "{0} -> {1}: {2} {3}")
    @MethodSource({"ofOrigins", "ofSources", "ofTerms", "ofUnitProduct", "ofInputs", "ofPue"})
    void isFoundAlone(String piece, String replacement, String path, String message) {
        assertThat(SampleDocument.WORKS.with(piece, replacement).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path))
                .satisfies(fault -> assertThat(fault.message()).contains(message));
    }

    static Stream<Arguments> ofOrigins() {
        return Stream.of(
                spoilt(
                        ", origin: purchased",
                        "",
                        "meters[8].origin",
                        "compressed-air is a working medium; say purchased"),
                spoilt("origin: purchased", "origin: bought", "meters[8].origin", "must be one of purchased, own"),
                spoilt(
                        "producedFrom: [EL]",
                        "origin: own",
                        "meters[1].origin",
                        "is for meters of a working medium, of which are "),
                spoilt(
                        "product: wafer",
                        "product: wafer, origin: own",
                        "meters[11].origin",
                        "is for meters of a working medium"),
                spoilt(
                        "{meter: AIR, sign: '-'}",
                        "{meter: AIR}",
                        "accounts[0].energy[5].meter",
                        "its energy is counted already where it is made; take it out, or take it off with sign"));
    }

    static Stream<Arguments> ofSources() {
        String twice = "so that its energy would be counted twice; take one of them out";
        return Stream.of(
                spoilt("producedFrom: [EL]", "producedFrom: EL", "meters[1].producedFrom", "must be a list"),
                spoilt("producedFrom: [EL]", "producedFrom: [EL, EL]", "meters[1].producedFrom[1]", "is listed twice"),
                spoilt("producedFrom: [EL]", "producedFrom: [LE]", "meters[1].producedFrom[0]", "no meter \"LE\""),
                spoilt("producedFrom: [EL]", "producedFrom: [OUT]", "meters[1].producedFrom[0]", "counts a product"),
                spoilt(
                        "producedFrom: [EL]",
                        "producedFrom: [EL-AIR]",
                        "meters[1].producedFrom[0]",
                        "cannot be produced from itself"),
                spoilt(
                        "product: wafer",
                        "product: wafer, producedFrom: [EL]",
                        "meters[11].producedFrom",
                        "is for meters of energy"),
                spoilt(
                        "{meter: STEAM}",
                        "{meter: EL-AIR}",
                        "accounts[0].energy[3].meter",
                        "meter \"EL-AIR\" is produced from what meter \"EL\" counts, " + twice),
                spoilt("{meter: AIR}]", "{meter: AIR}, {meter: EL}]", "accounts[2].energy[1].meter", twice),
                spoilt("{meter: GAS}]\n", "{meter: GAS}, {meter: EL-AIR}]\n", "accounts[3].facility[2].meter", twice));
    }

    @Test
    void metersThatAreProducedFromEachOtherAreFoundAtBothEnds() {
        SampleDocument document = SampleDocument.WORKS.with("producedFrom: [EL]", "producedFrom: [AIR]");

        assertThat(document.faults())
                .extracting(Fault::path)
                .containsExactly("meters[1].producedFrom[0]", "meters[7].producedFrom[0]");
        assertThat(document.faults().get(0).message()).contains("is produced from itself by way of others");
    }

    @Test
    void whatIsTakenOffIsNotCountedTwice() {
        SampleDocument document = SampleDocument.WORKS.with("{meter: STEAM}", "{meter: EL-AIR, sign: '-'}");

        assertThat(document.faults()).isEmpty();
    }

    static Stream<Arguments> ofTerms() {
        return Stream.of(
                spoilt("use: fuel", "use: heat", "accounts[0].energy[2].use", "must be one of fuel, feedstock"),
                spoilt(
                        "{meter: EL}, {meter: COAL, use",
                        "{meter: EL, use: feedstock}, {meter: COAL, use",
                        "accounts[0].energy[0].use",
                        "electricity is no raw material; take it out"),
                spoilt(
                        "it: [{meter: EL-SENT}]\n  - id: room-1",
                        "it: [{meter: EL-SENT, use: fuel}]\n  - id: room-1",
                        "accounts[3].it[0].use",
                        "allowed are meter, sign"),
                spoilt(
                        "{meter: AIR}]",
                        "{meter: AIR, conversion: x}]",
                        "accounts[2].energy[1].conversion",
                        "allowed are meter, sign, use"),
                spoilt(
                        OF_FURNACE,
                        "energy: [{meter: EL}]\n    output: [{meter: OUT, conversion: x}]",
                        "accounts[1].output[0].conversion",
                        "no conversion \"x\" is known; known are "));
    }

    static Stream<Arguments> ofUnitProduct() {
        return Stream.of(
                spoilt(FURNACE, "quota: ferrosilicon", "accounts[1].quota", "of ferrosilicon there are ferrosilicon."),
                spoilt(FURNACE, "quota: bread.energy", "accounts[1].quota", "known ones begin with "),
                spoilt("site: north", "site: east", "accounts[1].site", "no site \"east\""),
                spoilt("capacity: 50000.5", "capacity: 0", "accounts[1].capacity", "a decimal from 0.000001"),
                spoilt(
                        OF_FURNACE,
                        "energy: [{meter: GAS}]\n    output: [{meter: OUT}]",
                        "accounts[1].energy[0].meter",
                        "does not count electricity"),
                spoilt(
                        OF_FURNACE,
                        "energy: [{meter: EL}]\n    output: [{meter: VOLUME}]",
                        "accounts[1].output[0].meter",
                        "does not count mass, which kWh/t is per; its unit must be one of g, kg, t"),
                spoilt(
                        OF_FURNACE,
                        "energy: [{meter: EL}]\n    output: [{meter: EL-SENT}]",
                        "accounts[1].output[0].meter",
                        "counts energy, not a product"));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @MethodSource("judged")
    void whatIsSummedFitsTheQuotasUnit(String quota, String energy, String output, String field, String message) {
        SampleDocument document = SampleDocument.WORKS.with(
                "  - id: hall\n",
                "  - {id: p, indicator: unit-product, name: {zh: 单, en: P}, quota: " + quota + ", energy: [" + energy
                        + "], output: [" + output + "]}\n  - id: hall\n");

        assertThat(document.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("accounts[3]." + field))
                .satisfies(fault -> assertThat(fault.message()).contains(message));
    }

    static Stream<Arguments> judged() {
        String coke = "blast-furnace-ferromanganese.coke";
        String power = "power.coal.ultra-supercritical-1000mw.supply-coal";
        String wafers = "monocrystalline-silicon.wafer.energy";
        return Stream.of(
                Arguments.of(coke, "{meter: EL}", "{meter: OUT}", "energy[0].meter", "does not count mass; kg/t is of"),
                Arguments.of(
                        coke,
                        "{meter: COKE}, {meter: COAL}",
                        "{meter: OUT}",
                        "energy[1].meter",
                        "counts raw-coal, meter \"COKE\" coke; kg/t is of the mass of one carrier"),
                Arguments.of(wafers, "{meter: EL}", "{meter: OUT}", "output[0].meter", "does not count pieces, which"),
                Arguments.of("coal-to-gas.energy", "{meter: COAL}", "{meter: OUT}", "output[0].meter", "count volume"),
                Arguments.of(power, "{meter: COAL}", "{meter: GAS}", "output[0].meter", "count electricity"),
                Arguments.of(power, "{meter: COAL}", "{meter: OUT}", "output[0].meter", "count electricity"),
                Arguments.of(
                        "data-centre.pue.gb40879",
                        "{meter: EL}",
                        "{meter: OUT}",
                        "quota",
                        "judges \"1\", not energy per unit of product; name another quota"));
    }

    static Stream<Arguments> ofInputs() {
        String path = "accounts[1].inputs[0]";
        return Stream.of(
                spoilt(GRADE, "97.5", path, "must be a mapping"),
                spoilt(GRADE, "{from: 2026-01-01, value: 97.5}", path + ".input", "is missing"),
                spoilt(GRADE, "{input: ore_grade, value: 97.5}", path + ".from", "is missing"),
                spoilt(GRADE, "{input: ore_grade, from: 2026-01-01}", path + ".value", "is missing"),
                spoilt(GRADE, GRADE.replace("97.5", "101"), path + ".value", "a decimal from 0 to 100"),
                spoilt(GRADE, GRADE.replace("97.5", "high"), path + ".value", "a decimal from 0 to 100"),
                spoilt(
                        GRADE,
                        GRADE.replace("ore_grade", "grade"),
                        path + ".input",
                        "no input \"grade\" is known; this account's quota and conversions use ore_grade"),
                spoilt(
                        GRADE,
                        GRADE.replace("ore_grade", "gas_yield"),
                        path + ".input",
                        "\"gas_yield\" is not used here; this account's quota and conversions use ore_grade"),
                spoilt(
                        GRADE,
                        GRADE.replace("ore_grade", "altitude"),
                        path + ".input",
                        "is taken from the site; give it"),
                spoilt(GRADE, GRADE.replace("ore_grade", "racks"), path + ".input", "give it in dataCentre"),
                spoilt(
                        "from: 2026-07-01",
                        "from: 2026-01-01",
                        "accounts[1].inputs[1].from",
                        "\"ore_grade\" has another value from 2026-01-01; keep one of them"));
    }

    @Test
    void anAccountWithoutInputsSaysSo() {
        SampleDocument document = SampleDocument.WORKS.with(FURNACE, "quota: aluminium.liquid-ac");

        assertThat(document.faults())
                .extracting(Fault::message)
                .allSatisfy(message -> assertThat(message)
                        .endsWith("neither the quota nor a conversion of this account has inputs to declare"))
                .hasSize(2);
    }

    @Test
    void aWrongChoiceIsToldTheRightOnes() {
        SampleDocument document = SampleDocument.WORKS
                .with(FURNACE, "quota: steel.converter.energy")
                .with(GRADE, "{input: steel_class, from: 2026-01-01, value: 9}")
                .with("      - {input: ore_grade, from: 2026-07-01, value: 98}\n", "");

        assertThat(document.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("accounts[1].inputs[0].value"))
                .satisfies(fault ->
                        assertThat(fault.message()).startsWith("\"9\" must be one of 0 (普通钢种, ordinary steel), 1 ("));
    }

    static Stream<Arguments> ofPue() {
        String path = "accounts[3]";
        String plan = "data-centre.pue.ningxia-new-large";
        return Stream.of(
                spoilt(plan, "data-centre.pue.gb40879", path + ".thresholds[1]", "judges this account already"),
                spoilt(plan, "commitment", path + ".thresholds[1]", "judges this account already"),
                spoilt(plan, "ferrosilicon.energy", path + ".thresholds[1]", "judges kgce/t, not a ratio"),
                spoilt(plan, "data-centre.none", path + ".thresholds[1]", "of data-centre there are data-centre."),
                spoilt(
                        "  commitment: {pue: 1.25, document: 节能审查意见〔2025〕1号, from: 2025-03-01}\n",
                        "",
                        path + ".thresholds[0]",
                        "there is no commitment in dataCentre; give it there"),
                spoilt(
                        "thresholds: [commitment, " + plan + ']',
                        "thresholds: x",
                        path + ".thresholds",
                        "must be a list"),
                spoilt(
                        "{meter: EL}, {meter: GAS}]\n",
                        "{meter: EL}, {meter: OUT}]\n",
                        path + ".facility[1].meter",
                        "counts a product"),
                spoilt(
                        "partial: true\n",
                        "partial: true\n    quota: data-centre.pue.gb40879\n",
                        "accounts[4].quota",
                        "judges a whole centre, not a part of it; take it out"),
                spoilt(
                        "partial: true\n",
                        "partial: true\n    thresholds: [commitment]\n",
                        "accounts[4].thresholds",
                        "judges a whole centre"),
                spoilt("partial: true", "partial: maybe", "accounts[4].partial", "must be one of true, false"),
                spoilt(
                        "partial: true",
                        "partial: false",
                        "accounts[4].indicator",
                        "has another account already; an enterprise has one; say partial: true of one that"));
    }

    private static Arguments spoilt(String piece, String replacement, String path, String message) {
        return Arguments.of(piece, replacement, path, message);
    }
}

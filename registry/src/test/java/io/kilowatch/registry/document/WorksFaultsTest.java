package io.kilowatch.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One spoilt piece of what is declared besides meters gives one fault, at its exact path. */
class WorksFaultsTest {
    @ParameterizedTest(name = "{0} -> {1}: {2} {3}")
    @MethodSource({
        "ofSitesAndDataCentre",
        "ofCalorificValues",
        "ofSteam",
        "ofEconomics",
        "ofBudgets",
        "ofRenewables",
        "ofTariffs"
    })
    void isFoundAlone(String piece, String replacement, String path, String message) {
        assertThat(SampleDocument.WORKS.with(piece, replacement).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path))
                .satisfies(fault -> assertThat(fault.message()).contains(message));
    }

    static Stream<Arguments> ofSitesAndDataCentre() {
        String commitment = "dataCentre.commitment";
        return Stream.of(
                spoilt("pressure: 88600", "pressure: 886", "sites[0].pressure", "a decimal from 50000 to 110000"),
                spoilt("pressure: 88600", "pressure: 110001", "sites[0].pressure", "a decimal from 50000 to 110000"),
                spoilt("pue: 1.25, ", "", commitment + ".pue", "is missing"),
                spoilt("pue: 1.25", "pue: 0.9", commitment + ".pue", "a decimal from 1 to 10"),
                spoilt("document: 节能审查意见〔2025〕1号, ", "", commitment + ".document", "is missing"),
                spoilt(", from: 2025-03-01", "", commitment + ".from", "is missing"),
                spoilt("from: 2025-03-01", "by: x, from: 2025-03-01", commitment + ".by", "allowed are pue, document"));
    }

    static Stream<Arguments> ofCalorificValues() {
        String coal = "{carrier: raw-coal, from: 2026-01-01, value: 20908}";
        String ofCoal = "{carrier: raw-coal, meters: [COAL], from: 2026-02-01, value: 5000, unit: kcal/kg}";
        String path = "calorificValues";
        return Stream.of(
                spoilt(coal, "coal", path + "[0]", "must be a mapping"),
                spoilt(coal, "{from: 2026-01-01, value: 20908}", path + "[0].carrier", "is missing"),
                spoilt(
                        coal,
                        "{carrier: electricity, from: 2026-01-01, value: 3600}",
                        path + "[0].carrier",
                        "\"electricity\" has no calorific value to declare; one of these has: "),
                spoilt(coal, "{carrier: peat, from: 2026-01-01, value: 1}", path + "[0].carrier", "\"peat\" has no"),
                spoilt(coal, "{carrier: raw-coal, value: 20908}", path + "[0].from", "is missing"),
                spoilt(coal, "{carrier: raw-coal, from: 2026-01, value: 20908}", path + "[0].from", "a date such as"),
                spoilt(coal, "{carrier: raw-coal, from: 2026-01-01}", path + "[0].value", "is missing"),
                spoilt(coal, "{carrier: raw-coal, from: 2026-01-01, value: 0}", path + "[0].value", "from 0.000001"),
                spoilt(
                        coal,
                        "{carrier: raw-coal, from: 2026-01-01, value: 1, unit: kJ/t}",
                        path + "[0].unit",
                        "must be one of kJ/kg, MJ/kg, kcal/kg, kJ/m3"),
                spoilt(
                        coal,
                        "{carrier: raw-coal, from: 2026-01-01, value: 1, unit: MJ/m3}",
                        path + "[0].unit",
                        "MJ/m3 is no unit for raw-coal; use kJ/kg, MJ/kg, kcal/kg"),
                spoilt(
                        coal,
                        coal + "\n  - " + coal,
                        path + "[1].from",
                        "raw-coal has another value from 2026-01-01; keep one of them, or give each the meters"),
                spoilt(
                        ofCoal,
                        ofCoal + "\n  - " + ofCoal,
                        path + "[2].from",
                        "raw-coal has another value from 2026-02-01"),
                spoilt("meters: [COAL]", "meters: COAL", path + "[1].meters", "list at least one meter"),
                spoilt("meters: [COAL]", "meters: []", path + "[1].meters", "list at least one meter, or leave it out"),
                spoilt("meters: [COAL]", "meters: [KOAL]", path + "[1].meters[0]", "no meter \"KOAL\""),
                spoilt("meters: [COAL]", "meters: [COAL, GAS]", path + "[1].meters[1]", "does not count raw-coal"),
                spoilt("meters: [COAL]", "meters: [COAL, COAL]", path + "[1].meters[1]", "is listed twice"));
    }

    static Stream<Arguments> ofSteam() {
        String steam = "{meter: STEAM, from: 2026-01-01, pressure: 0.8, temperature: 185}";
        return Stream.of(
                spoilt("pressure: 0.8, ", "", "steam[0].pressure", "is missing"),
                spoilt("pressure: 0.8", "pressure: 800", "steam[0].pressure", "a decimal from 0.000611 to 100"),
                spoilt(", temperature: 185", "", "steam[0].temperature", "is missing"),
                spoilt("temperature: 185", "temperature: 801", "steam[0].temperature", "a decimal from 0 to 800"),
                spoilt("{meter: STEAM, from: 2026-01-01, ", "{meter: STEAM, ", "steam[0].from", "is missing"),
                spoilt("{meter: STEAM, from", "{meter: STEEM, from", "steam[0].meter", "no meter \"STEEM\""),
                spoilt("{meter: STEAM, from", "{meter: EL, from", "steam[0].meter", "counts no steam whose state"),
                spoilt("{meter: STEAM, from", "{meter: OUT, from", "steam[0].meter", "counts no steam whose state"),
                spoilt(
                        steam,
                        steam + "\n  - " + steam,
                        "steam[1].from",
                        "meter \"STEAM\" has another state from 2026-01-01; keep one of them"));
    }

    static Stream<Arguments> ofEconomics() {
        return Stream.of(
                spoilt("month: 2026-02", "month: 2026-13", "economics[1].month", "a month such as 2026-01"),
                spoilt("month: 2026-02", "month: 2026-02-01", "economics[1].month", "a month such as 2026-01"),
                spoilt("{month: 2026-02, ", "{", "economics[1].month", "is missing"),
                spoilt("month: 2026-02", "month: 2026-01", "economics[1].month", "2026-01 is given twice; keep one"),
                spoilt(
                        "month: 2026-02, valueAdded: 3100",
                        "month: 2026-02",
                        "economics[1]",
                        "outputValue or valueAdded"),
                spoilt("outputValue: 12500.5", "outputValue: -1", "economics[0].outputValue", "a decimal from 0"));
    }

    static Stream<Arguments> ofBudgets() {
        String months = "[0.1, 0.05, 0.1, 0.05, 0.1, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05]";
        return Stream.of(
                spoilt("tce: 125000, ", "", "budgets[0].tce", "is missing"),
                spoilt("tce: 125000", "tce: 0", "budgets[0].tce", "a decimal from 0.000001"),
                spoilt("year: 2026, tce: 125000", "year: 26, tce: 125000", "budgets[0].year", "a whole number from"),
                spoilt("basis: primary", "basis: thermal", "budgets[1].basis", "must be one of calorific, primary"),
                spoilt(
                        "basis: primary",
                        "basis: calorific",
                        "budgets[1].year",
                        "2026 on the basis calorific is given twice; keep one of them"),
                spoilt(
                        "basis: calorific, document: 宁发改〔2026〕1号",
                        "basis: calorific",
                        "budgets[0].document",
                        "is missing"),
                spoilt(months, "[0.5, 0.5]", "budgets[1].months", "has 2 shares; give one for each of the 12 months"),
                spoilt(months, "[]", "budgets[1].months", "has 0 shares"),
                spoilt(months, "0.5", "budgets[1].months", "must be a list"),
                spoilt(months, months.replace("[0.1,", "[0.2,"), "budgets[1].months", "adds up to 1.10; the 12 shares"),
                spoilt(months, months.replace("[0.1,", "[x,"), "budgets[1].months[0]", "a decimal from 0 to 1"),
                spoilt(months, months.replace("[0.1,", "[-0.1,"), "budgets[1].months[0]", "a decimal from 0 to 1"));
    }

    static Stream<Arguments> ofRenewables() {
        String path = "renewables";
        return Stream.of(
                spoilt("kind: nuclear", "kind: solar", path + "[3].kind", "must be one of certificate, bundled-cert"),
                spoilt("kind: nuclear", "kind: own-generation", path + "[3].year", "2026 of this kind is given twice"),
                spoilt("kind: nuclear, kWh: 0", "kind: nuclear", path + "[3]", "either kWh or, for kind certificate"),
                spoilt("kWh: 500}", "certificates: 5}", path + "[1].certificates", "for kind certificate only"),
                spoilt("certificates: 1200", "certificates: 1200, kWh: 5", path + "[0]", "either kWh or"),
                spoilt("certificates: 1200", "certificates: 1.5", path + "[0].certificates", "a whole number from 0"),
                spoilt("kWh: 500}", "kWh: -1}", path + "[1].kWh", "a decimal from 0 to"),
                spoilt("{year: 2026, kind: nuclear", "{kind: nuclear", path + "[3].year", "is missing"));
    }

    static Stream<Arguments> ofTariffs() {
        return Stream.of(
                spoilt(
                        "category: permitted",
                        "category: allowed",
                        "tariffs[0].category",
                        "must be one of permitted, re"),
                spoilt("category: permitted, ", "", "tariffs[0].category", "is missing"),
                spoilt(", from: 2020-01-01", "", "tariffs[0].from", "is missing"),
                spoilt("from: 2020-01-01", "from: 2026-01-01", "tariffs[1].from", "2026-01-01 is given twice"));
    }

    private static Arguments spoilt(String piece, String replacement, String path, String message) {
        return Arguments.of(piece, replacement, path, message);
    }
}

package io.kilowatch.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One spoilt piece gives one fault, at its exact path. */
class FaultsTest {
    @ParameterizedTest(name = "{0} -> {1}: {2} {3}")
    @MethodSource({
        "ofEnterprise",
        "ofSitesAndDevices",
        "ofMeters",
        "ofMultipliers",
        "ofReplacements",
        "ofAccounts",
        "ofTerms",
        "ofDataCentre"
    })
    void isFoundAlone(String piece, String replacement, String path, String message) {
        assertThat(SampleDocument.VALID.with(piece, replacement).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path))
                .satisfies(fault -> assertThat(fault.message()).contains(message));
    }

    static Stream<Arguments> ofEnterprise() {
        return Stream.of(
                spoilt("  code: 91350100M000100Y43\n", "", "enterprise.code", "is missing"),
                spoilt("91350100M000100Y43", "91350100M000100Y44", "enterprise.code", "check character should be 3"),
                spoilt("91350100M000100Y43", "\"\"", "enterprise.code", "is empty"),
                spoilt("91350100M000100Y43", "[1]", "enterprise.code", "must be a single value"),
                spoilt("  name: {zh: 示例, en: Sample}\n", "", "enterprise.name", "its fields are zh, en"),
                spoilt("{zh: 示例, en: Sample}", "Sample", "enterprise.name", "must be a mapping"),
                spoilt("{zh: 示例, en: Sample}", "{zh: 示例}", "enterprise.name.en", "is missing"),
                spoilt("{zh: 示例, en: Sample}", "{zh: '  ', en: S}", "enterprise.name.zh", "is empty"),
                spoilt("{zh: 示例, en: Sample}", "{zh: 例, en: S, de: B}", "enterprise.name.de", "is not a field here"),
                spoilt("region: 640121", "region: 64012", "enterprise.region", "six digits"),
                spoilt("industry: C3216", "industry: 3216", "enterprise.industry", "GB/T 4754"),
                spoilt("plant: existing", "plant: old", "enterprise.plant", "must be one of existing, new"),
                spoilt("  plant: existing\n", "  plant: existing\n  size: 3\n", "enterprise.size", "allowed are code"),
                spoilt("sites:\n", "city: x\nsites:\n", "city", "is not a field here"));
    }

    static Stream<Arguments> ofSitesAndDevices() {
        return Stream.of(
                spoilt(
                        "- id: main\n",
                        "- {id: a b, name: {zh: 例, en: x}}\n  - id: main\n",
                        "sites[0].id",
                        "1 to 64 letters"),
                spoilt("altitude: 1115", "altitude: high", "sites[0].altitude", "a decimal from -500 to 9000"),
                spoilt("altitude: 1115", "latitude: 91", "sites[0].latitude", "a decimal from -90 to 90"),
                spoilt("altitude: 1115", "altitude: 1e999999999", "sites[0].altitude", "a decimal"),
                spoilt("- id: gw-1\n", "- id: gw-1\n  - id: gw-1\n", "devices[1].id", "is used twice"),
                spoilt("- id: gw-1\n", "- id: gw-1\n  - gw-2\n", "devices[1]", "must be a mapping"),
                spoilt("- id: gw-1\n", "- {id: gw-1, password: x}\n", "devices[0].password", "no password hash"),
                spoilt("- id: gw-1\n", "- {id: gw-1, certificate: gw-1}\n", "devices[0].certificate", "no subject"),
                spoilt("- id: gw-1\n", "- {id: gw-1, interval: 15m}\n", "devices[0].interval", "PT15M"));
    }

    static Stream<Arguments> ofMeters() {
        return Stream.of(
                spoilt(
                        "- id: COAL\n    device: gw-1",
                        "- id: COAL\n    device: gw-9",
                        "meters[1].device",
                        "no device \"gw-9\""),
                spoilt("    site: main\n", "    site: second\n", "meters[0].site", "no site \"second\""),
                spoilt(
                        "carrier: raw-coal",
                        "carrier: brown-coal",
                        "meters[1].carrier",
                        "is no known carrier; known are "),
                spoilt("    carrier: raw-coal\n", "", "meters[1]", "either a carrier or a product"),
                spoilt("carrier: raw-coal\n", "carrier: raw-coal\n    product: x\n", "meters[1]", "either a carrier"),
                spoilt("product: aluminium", "product: ''", "meters[2].product", "is empty"),
                spoilt("unit: kWh", "unit: kVAh", "meters[0].unit", "must be one of Wh, kWh"),
                spoilt(
                        "unit: kWh",
                        "unit: t",
                        "meters[0].unit",
                        "t does not measure electricity; use Wh, kWh, MWh, GWh"),
                spoilt("    unit: kWh\n", "", "meters[0].unit", "is missing"),
                spoilt("kind: register", "kind: counter", "meters[0].kind", "register, amount, power"),
                spoilt("kind: register", "kind: power", "meters[0].digits", "only a register has digits"),
                spoilt("digits: 8", "digits: 13", "meters[0].digits", "a whole number from 1 to 12"),
                spoilt("maximumPower: 200000", "maximumPower: 0", "meters[0].maximumPower", "a decimal from 0.000001"),
                spoilt("interval: PT15M", "interval: PT20M", "meters[0].interval", "PT1M, PT5M"),
                spoilt("from: 2024-01-01", "from: 2024-02-30", "meters[0].from", "a date such as"),
                spoilt("from: 2024-01-01", "from: 0202-01-01", "meters[0].from", "a date such as"),
                spoilt(
                        "from: 2024-01-01",
                        "from: 2024-01-01\n    to: 2023-12-31",
                        "meters[0].to",
                        "is before from, 2024-01-01; give the last day in force"),
                spoilt("from: 2024-01-01", "to: 2024-01-01T10:30", "meters[0].to", "a date such as"));
    }

    static Stream<Arguments> ofMultipliers() {
        String piece = "- {from: 2020-01-01, value: 110000}";
        String path = "meters[0].multiplier";
        return Stream.of(
                spoilt(piece, "- {from: 2020-01-01, value: -1}", path + "[0].value", "a decimal from 0.000001"),
                spoilt(piece, "- {from: 2020-01-01}", path + "[0].value", "is missing"),
                spoilt(piece, "- {value: 2}", path + "[0].from", "is missing"),
                spoilt(piece, "- {from: 2020, value: 2}", path + "[0].from", "a date such as"),
                spoilt(piece, "- {from: 2026-03-01T25:00, value: 2}", path + "[0].from", "2026-01-31T10:30"),
                spoilt(piece, "- {from: 2026-03-01 10:30:00, value: 2}", path + "[0].from", "2026-01-31T10:30"),
                spoilt(piece, "- {from: 2026-03-01T10:30:00.0005, value: 2}", path + "[0].from", "to the millisecond"),
                spoilt(piece, "- {from: 2026-03-01T10:30+0800, value: 2}", path + "[0].from", "10:30:00+08:00"),
                spoilt(piece, "- {from: 0026-03-01T10:30Z, value: 2}", path + "[0].from", "from 1900 to 2199"),
                spoilt(piece, piece + "\n      " + piece, path + "[1].from", "2020-01-01 is used twice"),
                spoilt(
                        piece,
                        piece + "\n      - {from: 2019-12-31T16:00:00Z, value: 2}",
                        path + "[1].from",
                        "2019-12-31T16:00:00Z is used twice"),
                spoilt("multiplier:\n      " + piece, "multiplier: 4000", path, "must be a list"));
    }

    static Stream<Arguments> ofReplacements() {
        String path = "meters[0].replacements";
        return Stream.of(
                replaced("{final: 5, initial: 0}", path + "[0].at", "is missing"),
                replaced("{at: 2026-03-01, initial: 0}", path + "[0].final", "is missing"),
                replaced("{at: 2026-03-01, final: 5}", path + "[0].initial", "is missing"),
                replaced("{at: noon, final: 5, initial: 0}", path + "[0].at", "a date such as 2026-01-31 or"),
                replaced("{at: 2026-03-01, final: -1, initial: 0}", path + "[0].final", "a decimal from 0 to"),
                replaced("{at: 2026-03-01, final: 5, initial: x}", path + "[0].initial", "a decimal from 0 to"),
                replaced(
                        "{at: 2026-03-01, final: 100000000, initial: 0}",
                        path + "[0].final",
                        "must be below 100000000, as the register has 8 digits; correct the number, or digits"),
                replaced("{at: 2026-03-01, final: 5, initial: 1e8}", path + "[0].initial", "must be below 100000000"),
                replaced("{at: 2026-03-01, final: 5, initial: 0, by: x}", path + "[0].by", "allowed are at, final"),
                replaced(
                        "{at: 2026-03-01, final: 5, initial: 0}, {at: 2026-03-01T00:00+08:00, final: 6, initial: 0}",
                        path + "[1].at",
                        "2026-03-01T00:00+08:00 is used twice"),
                spoilt("digits: 8", "digits: 8\n    replacements: none", path, "must be a list"),
                spoilt(
                        "carrier: raw-coal\n",
                        "carrier: raw-coal\n    replacements: [{at: 2026-03-01, final: 5, initial: 0}]\n",
                        "meters[1].replacements",
                        "only a register is replaced; take them out, or make the kind register"));
    }

    private static Arguments replaced(String items, String path, String message) {
        return spoilt("digits: 8", "digits: 8\n    replacements: [" + items + ']', path, message);
    }

    static Stream<Arguments> ofAccounts() {
        return Stream.of(
                spoilt(
                        "indicator: pue",
                        "indicator: PUE",
                        "accounts[2].indicator",
                        "must be one of comprehensive-energy"),
                spoilt("    indicator: pue\n", "", "accounts[2].indicator", "is missing"),
                spoilt("aluminium.liquid-ac", "aluminium", "accounts[1].quota", "no quota \"aluminium\""),
                spoilt(
                        "aluminium.liquid-ac",
                        "data-centre.pue.gb40879",
                        "accounts[1].quota",
                        "not energy per unit of product"),
                spoilt("data-centre.pue.gb40879", "ferrosilicon.energy", "accounts[2].quota", "judges kgce/t"),
                spoilt("- id: al\n", "- id: all\n", "accounts[1].id", "is used twice"),
                spoilt(
                        "  - id: al\n",
                        "  - {id: two, indicator: comprehensive-energy, energy: [{meter: EL}]}\n  - id: al\n",
                        "accounts[1].indicator",
                        "has another account already"),
                spoilt("    output: [{meter: OUT}]\n", "", "accounts[1].output", "list at least one meter"),
                spoilt("    output: [{meter: OUT}]\n", "    output: []\n", "accounts[1].output", "list at least one"),
                spoilt("it: [{meter: EL}]", "it: EL", "accounts[2].it", "list at least one meter"));
    }

    static Stream<Arguments> ofTerms() {
        return Stream.of(
                spoilt(
                        "output: [{meter: OUT}]",
                        "output: [{meter: OOT}]",
                        "accounts[1].output[0].meter",
                        "no meter \"OOT\""),
                spoilt(
                        "output: [{meter: OUT}]",
                        "output: [{meter: EL}]",
                        "accounts[1].output[0].meter",
                        "counts energy"),
                spoilt("output: [{meter: OUT}]", "output: [OUT]", "accounts[1].output[0]", "must be a mapping"),
                spoilt("it: [{meter: EL}]", "it: [{meter: OUT}]", "accounts[2].it[0].meter", "counts a product"),
                spoilt(
                        "it: [{meter: EL}]",
                        "it: [{meter: COAL}]",
                        "accounts[2].it[0].meter",
                        "does not count electricity"),
                spoilt(
                        "it: [{meter: EL}]",
                        "it: [{meter: EL}, {meter: EL}]",
                        "accounts[2].it[1].meter",
                        "counted twice"),
                spoilt("COAL, sign: +", "COAL, sign: plus", "accounts[0].energy[1].sign", "must be + or -"),
                spoilt("COAL, sign: +", "COAL, factor: 2", "accounts[0].energy[1].factor", "is not a field here"));
    }

    static Stream<Arguments> ofDataCentre() {
        return Stream.of(
                spoilt("category: 2", "category: 4", "dataCentre.category", "from 1 to 3"),
                spoilt("  category: 2\n", "", "dataCentre.category", "is missing"),
                spoilt("racks: 2000", "racks: 0", "dataCentre.racks", "from 1 to"),
                spoilt("racks: 2000", "racks: many", "dataCentre.racks", "from 1 to"));
    }

    private static Arguments spoilt(String piece, String replacement, String path, String message) {
        return Arguments.of(piece, replacement, path, message);
    }

    @Test
    void areAllReportedTogetherInTheDocumentsOrderWithTheirLines() {
        SampleDocument document = SampleDocument.VALID
                .with("region: 640121", "region: x")
                .with("unit: kWh", "unit: kVAh")
                .with("{meter: OUT}", "{meter: OOT}")
                .with("category: 2", "category: 9");

        assertThat(document.faults())
                .extracting(fault -> fault.line() + " " + fault.path())
                .containsExactly(
                        "4 enterprise.region",
                        "20 meters[0].unit",
                        "50 accounts[1].output[0].meter",
                        "58 dataCentre.category");
    }

    @Test
    void aMissingFieldHasTheLineOfWhatItIsMissingIn() {
        assertThat(SampleDocument.VALID
                        .with("    carrier: raw-coal\n    kind: amount\n", "    carrier: raw-coal\n")
                        .faults())
                .singleElement()
                .hasToString("line 27, meters[1].kind: is missing");
    }
}

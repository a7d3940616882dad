package io.kilowatch.deploy.bench;

import io.kilowatch.platform.security.PasswordHash;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents that ask much of the accounting: two products with corrections and conversions, coal whose calorific value is
 * measured every day, both bases, feedstock, dual control, intensity, a budget.
 *
 * <p>The last meters of a plant count coal, natural gas, cement and ferrosilicon, all before them electricity.
 *
 * @param plants whose documents
 * @param oreGrade the ore's grade from the first day of 2026, in per cent
 * @param multiplier the electricity meters' multiplier from the first day of 2026
 * @param multiplied how many electricity meters have it; the others have 1
 */
record AccountingDocuments(BenchPlants plants, String oreGrade, int multiplier, int multiplied) {
    static final int YEAR = 2026;
    private static final int FEWEST_ITERATIONS = 1_000;
    private static final int OTHERS = 4;
    private static final int MONTHS = 12;
    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR, 1, 1);

    /** The documents of plants whose meters have no multiplier. */
    static AccountingDocuments of(BenchPlants plants) {
        return new AccountingDocuments(plants, "97.5", 1, 0);
    }

    /** A day of the year, counted from 0. */
    static LocalDate dayOfYear(int day) {
        return NEW_YEAR.plusDays(day);
    }

    /** How many of a plant's meters, the first ones, count energy. */
    static int energyMeters(BenchPlants plants) {
        return plants.meters() - 2;
    }

    /** The documents by credit code. */
    Map<String, String> texts() {
        String hash = PasswordHash.of(BenchPlants.PASSWORD, FEWEST_ITERATIONS).text();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int plant = 0; plant < plants.plants(); plant++) {
            texts.put(plants.code(plant), text(plants.code(plant), hash));
        }
        return texts;
    }

    private String text(String code, String hash) {
        return """
                enterprise: {code: %s, name: {zh: 测试, en: Bench}, region: "640100", industry: C3140, plant: existing}
                sites: [{id: main, name: {zh: 厂区, en: site}, altitude: 2000, pressure: 80000}]
                devices: [{id: %s, password: "%s"}]
                meters:
                %saccounts:
                  - {id: all, indicator: comprehensive-energy, energy: [%s]}
                %s%scalorificValues:
                %s  - {carrier: natural-gas, from: %s, value: 35.2, unit: MJ/m3}
                economics:
                %sbudgets:
                  - {year: %d, tce: 200000, basis: calorific, document: bench}
                renewables:
                  - {year: %d, kind: certificate, certificates: 1000}
                """.formatted(
                        code,
                        BenchPlants.DEVICE,
                        hash,
                        meters(),
                        terms(0, energyMeters(plants)) + ", {meter: " + coal() + ", use: feedstock}",
                        product("fesi", "ferrosilicon.smelting-electricity", BenchPlants.meter(0), 1, fesi()),
                        product("cement", "cement.energy", BenchPlants.meter(1) + "}, {meter: " + coal(), 2, cement()),
                        calorificValues(),
                        NEW_YEAR,
                        economics(),
                        YEAR,
                        YEAR);
    }

    private String coal() {
        return BenchPlants.meter(plants.meters() - OTHERS);
    }

    private String meters() {
        StringBuilder yaml = new StringBuilder();
        int electricity = plants.meters() - OTHERS;
        for (int meter = 0; meter < plants.meters(); meter++) {
            String what = switch (meter - electricity) {
                case 0 -> "carrier: raw-coal, unit: t";
                case 1 -> "carrier: natural-gas, unit: m3";
                case 2 -> "product: cement, unit: t";
                case 3 -> "product: ferrosilicon, unit: t";
                default -> "carrier: electricity, unit: kWh" + multiplier(meter);
            };
            yaml.append("  - {id: %s, device: %s, name: {zh: 表, en: meter}, kind: register, interval: PT15M, %s}%n"
                    .formatted(BenchPlants.meter(meter), BenchPlants.DEVICE, what));
        }
        return yaml.toString();
    }

    private String multiplier(int meter) {
        return meter < multiplied ? ", multiplier: [{from: " + NEW_YEAR + ", value: " + multiplier + "}]" : "";
    }

    /** All energy meters but the coal, which is named apart. */
    private String terms(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(BenchPlants::meter)
                .filter(meter -> !meter.equals(coal()))
                .map(meter -> "{meter: " + meter + "}")
                .collect(Collectors.joining(", "));
    }

    private String product(String id, String quota, String energy, int fromLast, String rest) {
        return "  - {id: %s, indicator: unit-product, name: {zh: %s, en: %s}, quota: %s, capacity: 100000,%n"
                        .formatted(id, id, id, quota)
                + "     energy: [{meter: %s}], output: [{meter: %s%s}%n"
                        .formatted(energy, BenchPlants.meter(plants.meters() - fromLast), rest);
    }

    private String fesi() {
        return ", conversion: ferrosilicon.si}], inputs: [" + input("ore_grade", oreGrade) + ", "
                + input("si_content", "75.5") + "]";
    }

    private static String cement() {
        return "}], inputs: [" + input("clinker_ratio", "76") + "]";
    }

    private static String input(String id, String value) {
        return "{input: " + id + ", from: " + NEW_YEAR + ", value: " + value + "}";
    }

    /** Another one on every day of the year. */
    private static String calorificValues() {
        return IntStream.range(0, NEW_YEAR.lengthOfYear())
                .mapToObj(day -> "  - {carrier: raw-coal, from: %s, value: %d}%n"
                        .formatted(NEW_YEAR.plusDays(day), 20_500 + day * 37 % 800))
                .collect(Collectors.joining());
    }

    private static String economics() {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> "  - {month: %d-%02d, outputValue: 4000, valueAdded: 900}%n".formatted(YEAR, month))
                .collect(Collectors.joining());
    }
}

package io.kilowatch.deploy.bench;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.security.PasswordHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plants of one device each whose registers are read every quarter of an hour: electricity, and in the last one what is
 * produced.
 *
 * @param series tells apart the plants of several runs
 * @param plants how many
 * @param meters how many registers each has
 */
record BenchPlants(int series, int plants, int meters) {
    static final String DEVICE = "gw";
    static final String PASSWORD = "bench";

    private static final int FEWEST_ITERATIONS = 1_000;

    /** A plant's credit code. */
    String code(int plant) {
        String first = String.format(Locale.ROOT, "91640100MA%d%06d", series, plant);
        return first + EnterpriseCode.checkCharacter(first);
    }

    /** A register's id within its plant. */
    static String meter(int number) {
        return "M" + number;
    }

    /** All registers of all plants. */
    int allMeters() {
        return plants * meters;
    }

    /** Every plant's registry document. */
    List<String> documents() {
        String hash = PasswordHash.of(PASSWORD, FEWEST_ITERATIONS).text();
        List<String> documents = new ArrayList<>();
        for (int plant = 0; plant < plants; plant++) {
            documents.add(document(code(plant), hash));
        }
        return documents;
    }

    /** Every plant's registry document by its credit code. */
    Map<String, String> documentsByCode() {
        List<String> texts = documents();
        Map<String, String> byCode = new LinkedHashMap<>();
        for (int plant = 0; plant < plants; plant++) {
            byCode.put(code(plant), texts.get(plant));
        }
        return byCode;
    }

    private String document(String code, String hash) {
        StringBuilder yaml = new StringBuilder(8_192)
                .append("enterprise: {code: ")
                .append(code)
                .append(", name: {zh: 测试, en: Bench}, region: \"640100\", industry: C3140, plant: existing}\n")
                .append("devices: [{id: gw, password: \"")
                .append(hash)
                .append("\"}]\nmeters:\n");
        for (int meter = 0; meter < meters; meter++) {
            boolean output = meter == meters - 1;
            yaml.append("  - {id: ")
                    .append(meter(meter))
                    .append(", device: gw, name: {zh: 表, en: meter}, ")
                    .append(output ? "product: ferrosilicon" : "carrier: electricity")
                    .append(", kind: register, unit: ")
                    .append(output ? "t" : "kWh")
                    .append(", interval: PT15M}\n");
        }
        yaml.append("accounts:\n  - {id: all, indicator: comprehensive-energy, energy: [");
        for (int meter = 0; meter < meters - 1; meter++) {
            yaml.append(meter == 0 ? "" : ", ")
                    .append("{meter: ")
                    .append(meter(meter))
                    .append('}');
        }
        return yaml.append("]}\n  - {id: fesi, indicator: unit-product, name: {zh: 冶炼电耗, en: smelting electricity}, ")
                .append("quota: ferrosilicon.smelting-electricity, energy: [{meter: M0}], output: [{meter: ")
                .append(meter(meters - 1))
                .append("}]}\n")
                .toString();
    }
}

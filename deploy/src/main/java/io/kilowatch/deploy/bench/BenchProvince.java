package io.kilowatch.deploy.bench;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.simulators.load.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Plants of one device and fifty registers each, read every quarter of an hour from the beginning of 2026.
 *
 * @param series tells apart the plants of several runs
 * @param plants how many
 * @param readingsPerMessage 50 for a message a quarter of an hour, 1 for fifty messages
 */
record BenchProvince(int series, int plants, int readingsPerMessage) implements Messages {
    static final int METERS = 50;

    private static final long START = Instant.parse("2025-12-31T16:00:00Z").toEpochMilli();
    private static final String PASSWORD = "bench";
    private static final int FEWEST_ITERATIONS = 1_000;

    String code(int plant) {
        String first = String.format(Locale.ROOT, "91640100MA%d%06d", series, plant);
        return first + EnterpriseCode.checkCharacter(first);
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

    private static String document(String code, String hash) {
        StringBuilder yaml = new StringBuilder(8_192)
                .append("enterprise: {code: ")
                .append(code)
                .append(", name: {zh: 测试, en: Bench}, region: \"640100\", industry: C3140, plant: existing}\n")
                .append("devices: [{id: gw, password: \"")
                .append(hash)
                .append("\"}]\nmeters:\n");
        for (int meter = 0; meter < METERS; meter++) {
            String measured = meter == METERS - 1 ? "product: ferrosilicon" : "carrier: electricity";
            yaml.append("  - {id: M")
                    .append(meter)
                    .append(", device: gw, name: {zh: 表, en: meter}, ")
                    .append(measured)
                    .append(", kind: register, unit: ")
                    .append(meter == METERS - 1 ? "t" : "kWh")
                    .append(", interval: PT15M}\n");
        }
        yaml.append("accounts:\n  - {id: all, indicator: comprehensive-energy, energy: [");
        for (int meter = 0; meter < METERS - 1; meter++) {
            yaml.append(meter == 0 ? "" : ", ")
                    .append("{meter: M")
                    .append(meter)
                    .append('}');
        }
        return yaml.append("]}\n  - {id: fesi, indicator: unit-product, name: {zh: 冶炼电耗, en: smelting electricity}, ")
                .append("quota: ferrosilicon.smelting-electricity, energy: [{meter: M0}], output: [{meter: M49}]}\n")
                .toString();
    }

    @Override
    public String user(int device) {
        return code(device) + "/gw";
    }

    @Override
    public String password(int device) {
        return PASSWORD;
    }

    @Override
    public String topic(int device) {
        return "kw/v1/" + code(device) + "/gw/readings";
    }

    @Override
    public byte[] payload(int device, int number) {
        StringBuilder json = new StringBuilder(64 + 80 * readingsPerMessage);
        json.append("{\"batch\":\"").append(number).append("\",\"readings\":[");
        int messagesPerSlot = METERS / readingsPerMessage;
        int slot = number / messagesPerSlot;
        int first = number % messagesPerSlot * readingsPerMessage;
        String at = Instant.ofEpochMilli(START + slot * 900_000L).toString();
        for (int i = 0; i < readingsPerMessage; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"meter\":\"M")
                    .append(first + i)
                    .append("\",\"at\":\"")
                    .append(at)
                    .append("\",\"register\":\"")
                    .append(1_000 + slot * 37L)
                    .append(".5\"}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}

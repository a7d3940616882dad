package io.kilowatch.deploy.line;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.security.PasswordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A smelter with one device, an electricity register and an output of one tonne every quarter of an hour.
 *
 * @param number tells plants apart
 * @param kilowattHoursPerTonne what a tonne costs; the limit is 13,350
 */
record TestPlant(int number, int kilowattHoursPerTonne) {
    static final String PASSWORD = "correct horse";

    private static final long QUARTER_HOUR = 900_000L;

    String code() {
        String first = "91640381MA7" + (200_000 + number);
        return first + EnterpriseCode.checkCharacter(first);
    }

    String user() {
        return code() + "/gw-1";
    }

    String topic() {
        return "kw/v1/" + code() + "/gw-1/readings";
    }

    String document() {
        return """
                enterprise:
                  code: %s
                  name: {zh: 测试铝业 %d 号, en: Test Aluminium %d}
                  region: "640381"
                  industry: C3216
                  plant: existing
                devices:
                  - {id: gw-1, password: "%s"}
                meters:
                  - {id: EL, device: gw-1, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     interval: PT15M}
                  - {id: AL, device: gw-1, name: {zh: 铝, en: aluminium}, product: aluminium-liquid, kind: amount,
                     unit: t, interval: PT15M}
                accounts:
                  - {id: whole, indicator: comprehensive-energy, energy: [{meter: EL}]}
                  - {id: al, indicator: unit-product, name: {zh: 铝液交流电耗, en: AC electricity of molten aluminium},
                     quota: aluminium.liquid-ac, energy: [{meter: EL}], output: [{meter: AL}]}
                """.formatted(
                        code(), number, number, PasswordHash.of(PASSWORD, 1_000).text());
    }

    /** Batches of one day each. */
    List<String> days(Instant start, int count) {
        List<String> batches = new ArrayList<>();
        for (int day = 0; day < count; day++) {
            StringBuilder json = new StringBuilder("{\"batch\":\"day-" + day + "\",\"readings\":[");
            for (int slot = day * 96; slot <= (day + 1) * 96; slot++) {
                String at = start.plusMillis(slot * QUARTER_HOUR).toString();
                json.append("{\"meter\":\"EL\",\"at\":\"%s\",\"register\":\"%d\"},"
                        .formatted(at, (long) slot * kilowattHoursPerTonne));
                if (slot < (day + 1) * 96) {
                    json.append("{\"meter\":\"AL\",\"at\":\"%s\",\"amount\":1},".formatted(at));
                }
            }
            json.setLength(json.length() - 1);
            batches.add(json.append("]}").toString());
        }
        return batches;
    }
}

package io.kilowatch.deploy.line;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.security.PasswordHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A smelter whose meters have codes in the national system, with the daily records of September 2026.
 *
 * <p>Its two devices mean the opposite by {@code valid}: of {@code power} 1 marks a valid record, of {@code output} 0 does.
 *
 * @param number tells works apart
 */
record NationalWorks(int number) {
    /** The device that reads the electricity. */
    static final String POWER = "power";

    /** The device that reads the output. */
    static final String OUTPUT = "output";

    static final String PASSWORD = "correct horse";

    private static final int DAYS = 30;

    String code() {
        String first = "91640381MA8" + (200_000 + number);
        return first + EnterpriseCode.checkCharacter(first);
    }

    String user(String device) {
        return code() + '/' + device;
    }

    String document() {
        String hash = PasswordHash.of(PASSWORD, 1_000).text();
        return """
                enterprise:
                  code: %s
                  name: {zh: 测试铝业 %d 号, en: Test Aluminium %d}
                  region: "640381"
                  industry: C3216
                  plant: existing
                devices:
                  - {id: power, password: "%s", upload: {valid: "true"}}
                  - {id: output, password: "%s", upload: {valid: zero, slot: "01:38"}}
                meters:
                  - {id: EL, device: power, name: {zh: 电, en: power}, carrier: electricity, kind: amount, unit: kWh,
                     interval: P1D, dataCode: 00-00-0000-023300-11}
                  - {id: AL, device: output, name: {zh: 铝, en: aluminium}, product: aluminium-liquid, kind: amount,
                     unit: t, interval: P1D, dataCode: 00-00-0000-040001-30}
                accounts:
                  - {id: whole, indicator: comprehensive-energy, energy: [{meter: EL}]}
                  - {id: al, indicator: unit-product, name: {zh: 铝液交流电耗, en: AC electricity of molten aluminium},
                     quota: aluminium.liquid-ac, energy: [{meter: EL}], output: [{meter: AL}]}
                """.formatted(code(), number, number, hash, hash);
    }

    /** A record a day, then one that its source marks as not valid, and one whose code is none. */
    List<String> records(String device) {
        return device.equals(POWER) ? records("0000000002330011", 1) : records("0000000004000130", 0);
    }

    private static List<String> records(String dataCode, int valid) {
        List<String> records = new ArrayList<>();
        for (int day = 1; day <= DAYS; day++) {
            records.add(record(dataCode, valid == 1 ? energy(day) : "100", day, valid));
        }
        records.add(record(dataCode, "7", 15, 1 - valid));
        records.add(record("02-33-00", "7", 16, valid));
        return records;
    }

    /** In kWh: 1,300,000 and 1,000 for each day gone, a quarter more on odd days and less on even ones. */
    private static String energy(int day) {
        return day % 2 == 1 ? (1_300_000 + 1_000 * day) + ".25" : (1_299_999 + 1_000 * day) + ".75";
    }

    private static String record(String dataCode, String value, int day, int valid) {
        return """
                {"dataCode":"%s","dataValue":%s,"inputType":4,"statType":1,"statDate":"2026-09-%02d 00:00:00",\
                "uploadDate":"2026-10-01 01:38:00","scope":1,"valid":%d}""".formatted(dataCode, value, day, valid);
    }
}

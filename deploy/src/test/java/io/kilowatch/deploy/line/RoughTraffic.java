package io.kilowatch.deploy.line;

import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Batches as rough as they come: in random order, so mostly late, some missing, some sent twice, some restated with other
 * values. Everything follows from the seed.
 */
final class RoughTraffic {
    /** The first instant of all, 2026-01-01 in China. */
    static final long START = 1_767_196_800_000L;

    private static final long SLOT = 900_000L;
    private static final int PER_BATCH = 8;
    private static final long STEP = 1_250_000L;

    private RoughTraffic() {}

    /** One batch of an enterprise. */
    record Batch(String enterprise, long receivedAt, List<Reading> readings) {}

    /** The code of an enterprise, by number. */
    static String code(int number) {
        String first = "91640300MA7" + (100_000 + number);
        return first + EnterpriseCode.checkCharacter(first);
    }

    /** The document of an enterprise with an electricity register EL and an output AL, both every quarter of an hour. */
    static String document(String code) {
        return """
                enterprise: {code: %s, name: {zh: 测试, en: Test}, region: "640300", industry: C3140, plant: existing}
                devices: [{id: gw}]
                meters:
                  - {id: EL, device: gw, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     interval: PT15M}
                  - {id: AL, device: gw, name: {zh: 铝, en: aluminium}, product: aluminium, kind: amount, unit: t,
                     interval: PT15M}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}]}
                """.formatted(code);
    }

    /** So many batches of each enterprise, and what comes twice or is restated on top, all mixed. */
    static List<Batch> of(List<String> enterprises, int batches, long seed) {
        Random random = new Random(seed);
        List<Batch> all = new ArrayList<>();
        for (String enterprise : enterprises) {
            for (int number = 0; number < batches; number++) {
                long received = START + number * 1_000L;
                int fate = random.nextInt(100);
                if (fate < 6) {
                    continue; // never comes
                }
                all.add(batch(enterprise, number, received, 0));
                if (fate < 16) {
                    all.add(batch(enterprise, number, received + 500_000 * random.nextInt(2), 0));
                } else if (fate < 32) {
                    all.add(batch(enterprise, number, received + 1_000_000, 1 + random.nextInt(1_200_000)));
                }
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static Batch batch(String enterprise, int number, long receivedAt, long restatedBy) {
        List<Reading> readings = new ArrayList<>();
        for (int i = number * PER_BATCH; i < (number + 1) * PER_BATCH; i++) {
            long at = START + i * SLOT;
            long register = i * STEP + (i % 3) * 7 + restatedBy;
            long output = (i % 7 + 1) * Micros.ONE / 8 + restatedBy;
            readings.add(new Reading("EL", at, ReadingKind.REGISTER, register, ReadingSource.MEASURED));
            readings.add(new Reading("AL", at, ReadingKind.AMOUNT, output, ReadingSource.MEASURED));
        }
        return new Batch(enterprise, receivedAt, readings);
    }
}

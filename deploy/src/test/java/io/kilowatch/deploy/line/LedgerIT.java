package io.kilowatch.deploy.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger on real parts: figures are those of the set of readings, however they come. */
class LedgerIT {
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void givesTheSameFiguresInOrderShuffledAndTwice(Flavour flavour) throws Exception {
        List<Reading> month = month();
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            String first = code('1');
            String second = code('2');
            long offset = line.register(first, document(first));
            long other = line.register(second, document(second));

            for (List<Reading> day : portions(month, 192)) {
                line.publish(first, offset, START, day);
            }
            List<Reading> shuffled = new ArrayList<>(month);
            shuffled.addAll(month);
            Collections.shuffle(shuffled, new Random(7));
            int count = 0;
            for (List<Reading> some : portions(shuffled, 50)) {
                line.publish(second, other, START.plusSeconds(count), some);
                if (++count == 60) {
                    awaitStored(line);
                    line.restart();
                }
            }
            awaitStored(line);

            assertThat(slots(line, first)).hasSize(2 * 2880).isEqualTo(slots(line, second));
            assertThat(sums(line, first)).isEqualTo(sums(line, second)).hasSize(2 * 32);
            assertThat(line.rows("SELECT count(*) FROM reading")).containsExactly(Integer.toString(2 * month.size()));
            Verdict verdict = requireNonNull(line.verdicts().get(second + "|unit-product:al|month:2026-09-01"));
            assertThat(verdict.value()).hasValue(new BigDecimal("13400.000000"));
            assertThat(verdict.judgement().orElseThrow().outcome()).isEqualTo(Outcome.EXCEEDS);
            assertThat(verdict.completeness()).isEqualByComparingTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void computesAgainWhatARegistryChangeTouches(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            String code = code('3');
            long offset = line.register(code, document(code));
            line.publish(code, offset, START, month().subList(0, 1000));
            awaitStored(line);
            BigDecimal before = line.sum("EL", 1, "2026-09-01");

            line.register(code, document(code).replace("value: \"1000\"", "value: \"2000\""));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> line.sum("EL", 1, "2026-09-01").compareTo(before.multiply(new BigDecimal(2))) == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void putsARecordAsideThatIsNoBatchAndGoesOn(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            String code = code('4');
            long offset = line.register(code, document(code));
            line.publishRaw(code, "{broken".getBytes(StandardCharsets.UTF_8));
            line.publish(code, offset, START, month().subList(0, 100));

            awaitStored(line);

            assertThat(line.rows("SELECT count(*) FROM reading")).containsExactly("100");
        }
    }

    private static void awaitStored(RunningAggregator line) {
        await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
    }

    private static List<String> slots(RunningAggregator line, String enterprise) throws Exception {
        return line.rows(
                "SELECT m.code, s.at, s.amount, s.measured, s.interpolated FROM slot s JOIN meter m ON m.id = s.meter"
                        + " WHERE m.enterprise = '" + enterprise + "' ORDER BY 1, 2");
    }

    private static List<String> sums(RunningAggregator line, String enterprise) throws Exception {
        return line.rows("SELECT m.code, p.kind, p.start, p.amount, p.measured, p.interpolated FROM period_sum p"
                + " JOIN meter m ON m.id = p.meter WHERE m.enterprise = '" + enterprise + "' ORDER BY 1, 2, 3");
    }

    private static List<List<Reading>> portions(List<Reading> all, int size) {
        List<List<Reading>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            portions.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return portions;
    }

    /** September 2026: 13,400 kWh and one tonne in every quarter of an hour. */
    private static List<Reading> month() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= 2880; i++) {
            long at = START.toEpochMilli() + i * 900_000L;
            readings.add(new Reading("EL", at, ReadingKind.REGISTER, i * 13_400_000L, ReadingSource.MEASURED));
            if (i < 2880) {
                readings.add(new Reading("AL", at, ReadingKind.AMOUNT, Micros.ONE, ReadingSource.MEASURED));
            }
        }
        return readings;
    }

    private static String code(char digit) {
        String first = "91640300MA75KW00" + digit;
        return first + EnterpriseCode.checkCharacter(first);
    }

    private static String document(String code) {
        return """
                enterprise:
                  code: %s
                  name: {zh: 测试铝业, en: Test Aluminium}
                  region: "640300"
                  industry: C3216
                  plant: existing
                devices:
                  - {id: gw-1}
                meters:
                  - {id: EL, device: gw-1, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     multiplier: [{from: "2020-01-01", value: "1000"}], interval: PT15M}
                  - {id: AL, device: gw-1, name: {zh: 铝, en: aluminium}, product: aluminium, kind: amount, unit: t,
                     interval: PT15M}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}]}
                  - {id: al, indicator: unit-product, name: {zh: 铝液交流电耗, en: AC electricity}, quota: aluminium.liquid-ac,
                     energy: [{meter: EL}], output: [{meter: AL}]}
                """.formatted(code);
    }
}

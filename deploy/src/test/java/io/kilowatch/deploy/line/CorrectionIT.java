package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Corrections on real parts: of a document into the past, of a reading, of a register that was exchanged or misread. */
class CorrectionIT {
    private static final String CODE = "91640300MA75KW00" + "5" + EnterpriseCode.checkCharacter("91640300MA75KW005");
    private static final Instant START = Instant.parse("2026-08-31T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final int QUARTERS = 10 * 96;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aMultiplierCorrectedIntoThePastRestatesWhatItTouchesAndNothingElse(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            long offset = line.register(CODE, document("", ""));
            line.publish(CODE, offset, START, steps(0, QUARTERS, 0));
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
            List<String> before = versions(line);

            line.register(CODE, document(", {from: 2026-09-06, value: \"3\"}", ""));
            awaitSum(line, 1, "2026-09-01", "1200");

            List<String> after = versions(line);
            assertThat(after.subList(0, 5 * 96)).isEqualTo(before.subList(0, 5 * 96));
            assertThat(after.subList(5 * 96, QUARTERS)).doesNotContainAnyElementsOf(before);
            assertThat(line.rows("SELECT kind, start, old_value, new_value, cause FROM restatement"
                            + " WHERE indicator = 'energy.electricity' AND kind = 0 ORDER BY start"))
                    .hasSize(5)
                    .startsWith("0|2026-09-06|96.000000|144.000000|registry");
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aReplacedReadingRestatesTheFiguresAroundItAndStaysWithItsSender(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            long offset = line.register(CODE, document("", ""));
            line.publish(CODE, offset, START, steps(0, QUARTERS, 0));
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);

            Reading corrected = register(96, 96 * Micros.ONE / 2 - Micros.ONE / 4);
            line.publish(CODE, offset, START.plusSeconds(60), List.of(corrected));
            awaitSum(line, 0, "2026-09-01", "95.5");

            assertThat(line.sum("EL", 0, "2026-09-02")).isEqualByComparingTo("96.5");
            assertThat(line.rows("SELECT kind, start, old_value, new_value, cause FROM restatement"
                            + " WHERE indicator = 'energy.electricity' ORDER BY 1, 2"))
                    .containsExactly(
                            "0|2026-09-01|96.000000|95.500000|reading", "0|2026-09-02|96.000000|96.500000|reading");
            assertThat(line.rows("SELECT s.device, a.value FROM reading_aside a JOIN sender s ON s.id = a.sender"))
                    .containsExactly("gw-1|" + 96 * Micros.ONE / 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aRegisterExchangedMisreadAndResetIsCountedExactly(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            long offset = line.register(CODE, document("", ""));
            List<Reading> readings = steps(0, 96, 0);
            readings.set(40, register(40, 0));
            readings.set(50, register(50, 7_000 * Micros.ONE));
            readings.set(60, register(60, 60 * Micros.ONE / 2 - 2 * Micros.ONE));
            // A new meter from the 97th quarter on, and nobody has said so yet.
            readings.addAll(steps(97, 192, -97 * Micros.ONE / 2));
            line.publish(CODE, offset, START, readings);
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);

            assertThat(line.rows("SELECT mark FROM reading WHERE mark > 2 ORDER BY at"))
                    .containsExactly("4", "5", "3");
            assertThat(line.sum("EL", 0, "2026-09-01")).isEqualByComparingTo("96");
            assertThat(line.sum("EL", 0, "2026-09-02")).isEqualByComparingTo("95");

            // The 96th quarter's end: the old one stopped at 48, the new one began at 0.25 before its first reading of
            // 0.
            line.register(CODE, document("", """
                    , replacements: [{at: 2026-09-02T00:07:30, final: "48.25", initial: "0"}]"""));
            awaitSum(line, 0, "2026-09-02", "95.5");
            assertThat(line.rows("SELECT mark FROM reading WHERE mark > 2 ORDER BY at"))
                    .containsExactly("4", "5", "3");
        }
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void aRestartInTheMiddleOfADoubtLosesNothingOfIt(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            long offset = line.register(CODE, document("", ""));
            List<Reading> readings = steps(0, 96, 0);
            // It fell to zero and stands still there, longer than what is read of a meter's end at first.
            for (int i = 97; i <= 110; i++) {
                readings.add(register(i, 0));
            }
            line.publish(CODE, offset, START, readings);
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);

            line.restart();
            line.publish(CODE, offset, START.plusSeconds(9), List.of(register(111, 1), register(112, 2)));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(line.rows("SELECT mark FROM reading ORDER BY at DESC LIMIT 4"))
                            .containsExactly("0", "1", "2", "4"));
        }
    }

    private static void awaitSum(RunningAggregator line, int kind, String start, String value) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(line.sum("EL", kind, start)).isEqualByComparingTo(value));
    }

    /** The version of every slot's row: another one wherever it has been written again. */
    private static List<String> versions(RunningAggregator line) throws SQLException {
        return line.rows("SELECT at, amount, xmin FROM slot ORDER BY at");
    }

    /** Half a unit every quarter of an hour. */
    private static List<Reading> steps(int from, int to, long more) {
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            readings.add(register(i, i * Micros.ONE / 2 + more));
        }
        return readings;
    }

    private static Reading register(int quarter, long value) {
        long at = START.toEpochMilli() + quarter * 900_000L;
        return new Reading("EL", at, ReadingKind.REGISTER, value, ReadingSource.MEASURED);
    }

    private static String document(String multiplier, String more) {
        return """
                enterprise: {code: %s, name: {zh: 测试, en: Test}, region: "640300", industry: C3140, plant: existing}
                devices: [{id: gw-1}]
                meters:
                  - {id: EL, device: gw-1, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     maximumPower: "100", multiplier: [{from: 2020-01-01, value: "2"}%s], interval: PT15M%s}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}]}
                """.formatted(CODE, multiplier, more);
    }
}

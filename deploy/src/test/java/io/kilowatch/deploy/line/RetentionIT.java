package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.aggregator.retention.Retention;
import io.kilowatch.aggregator.retention.RetentionConfig;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readings that are no longer kept, on real parts: dropped, and their figures stay as they are. */
class RetentionIT {
    private static final String CODE = "91640300MA75KW00" + "6" + EnterpriseCode.checkCharacter("91640300MA75KW006");
    private static final Instant START = Instant.parse("2026-05-31T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final int DAYS = 120;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void dropsReadingsKeepsFiguresAndEntersNothingOlder(Flavour flavour) throws Exception {
        try (RunningAggregator line = new RunningAggregator(flavour, NOW)) {
            long offset = line.register(CODE, document("2"));
            line.publish(CODE, offset, START, hourly(0, DAYS * 24));
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
            List<String> sums = sums(line);
            Retention retention = new Retention(
                    new RetentionConfig(Period.ofMonths(3), Period.ofYears(1), Duration.ofHours(1)),
                    BusinessCalendar.CHINA,
                    line.database(),
                    InstantSource.fixed(NOW));

            assertThat(retention.run()).isTrue();
            assertThat(line.rows("SELECT count(*) FROM reading WHERE at < '2026-07-25'"))
                    .as("first only the limit is set")
                    .doesNotContain("0");
            retention.run();

            // Whole chunks of a week are dropped, so some older ones may stay.
            assertThat(line.rows("SELECT count(*) FROM reading WHERE at < '2026-07-23'"))
                    .containsExactly("0");
            assertThat(line.rows("SELECT count(*) FROM reading WHERE at >= '2026-07-31T16:00:00Z'"))
                    .containsExactly(Integer.toString(DAYS * 24 + 1 - 61 * 24));
            assertThat(sums(line)).isEqualTo(sums);

            Reading old = register(30 * 24 * 2 + 1, Micros.ONE);
            Reading late = register(100 * 24 * 2 + 1, (100 * 24 * 2 + 1) * Micros.ONE + 7);
            line.publish(CODE, offset, NOW, List.of(old, late));
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
            assertThat(line.rows("SELECT count(*) FROM reading WHERE value = " + late.value()))
                    .containsExactly("1");
            assertThat(line.rows("SELECT count(*) FROM reading WHERE at = '" + Instant.ofEpochMilli(old.at()) + "'"))
                    .containsExactly("0");
            assertThat(line.rows("SELECT sum(amount) FROM period_sum WHERE kind = 2"))
                    .containsExactly(Long.toString(DAYS * 24 * 2 * Micros.ONE * 2));

            line.register(CODE, document("4"));
            // Doubled from August on; June and July stay, for nothing is left to compute them again from.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(line.sum("EL", 1, "2026-08-01"))
                            .isEqualByComparingTo(Integer.toString(31 * 24 * 2 * 4)));
            assertThat(line.sum("EL", 1, "2026-06-01")).isEqualByComparingTo(Integer.toString(30 * 24 * 2 * 2));
        }
    }

    private static List<String> sums(RunningAggregator line) throws Exception {
        return line.rows("SELECT kind, start, amount, measured, interpolated FROM period_sum ORDER BY 1, 2");
    }

    private static List<Reading> hourly(int from, int to) {
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            readings.add(register(i * 2, i * 2 * Micros.ONE));
        }
        return readings;
    }

    private static Reading register(int halfHour, long value) {
        long at = START.toEpochMilli() + halfHour * 1_800_000L;
        return new Reading("EL", at, ReadingKind.REGISTER, value, ReadingSource.MEASURED);
    }

    private static String document(String multiplier) {
        return """
                enterprise: {code: %s, name: {zh: 测试, en: Test}, region: "640300", industry: C3140, plant: existing}
                devices: [{id: gw-1}]
                meters:
                  - {id: EL, device: gw-1, name: {zh: 电, en: power}, carrier: electricity, kind: register, unit: kWh,
                     maximumPower: "100", multiplier: [{from: 2020-01-01, value: "%s"}], interval: PT1H}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: EL}]}
                """.formatted(CODE, multiplier);
    }
}

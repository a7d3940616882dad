package io.kilowatch.aggregator.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.ReadingKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a meter, the evidence of its figures verifies. */
class RandomHistoryTest {
    @Property(tries = 400)
    void evidenceOfRegistersVerifies(@ForAll("registers") History history, @ForAll("periods") Period period)
            throws Exception {
        assertVerifies(history, period);
    }

    @Property(tries = 200)
    void evidenceOfAmountsVerifies(@ForAll("amounts") History history, @ForAll("periods") Period period)
            throws Exception {
        assertVerifies(history, period);
    }

    @Property(tries = 200)
    void evidenceOfPowersVerifies(@ForAll("powers") History history, @ForAll("periods") Period period)
            throws Exception {
        assertVerifies(history, period);
    }

    @Provide
    Arbitrary<History> registers() {
        return History.ofKind(ReadingKind.REGISTER);
    }

    @Provide
    Arbitrary<History> amounts() {
        return History.ofKind(ReadingKind.AMOUNT);
    }

    @Provide
    Arbitrary<History> powers() {
        return History.ofKind(ReadingKind.POWER);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(
                Times.day("2025-12-31"),
                Times.day("2026-01-01"),
                Times.day("2026-01-02"),
                Times.month("2025-12-01"),
                Times.month("2026-01-01"),
                Times.year(2025),
                Times.year(2026));
    }

    private static void assertVerifies(History history, Period period) throws Exception {
        MemoryArchive archive = new MemoryArchive(document(history.meter()), Smelter.RULES);
        archive.store("m1", history.points());
        Figure figure = new Figure(Smelter.CODE, "comprehensive-energy", period);
        archive.publish(figure, Instant.parse("2026-01-03T04:00:00Z"));
        Path file = Files.createTempFile("evidence-", ".zip");
        try {
            Files.write(file, Packed.bytes(archive, figure));

            Report report = Verification.of(file);

            assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
        } finally {
            Files.delete(file);
        }
    }

    private static String document(Meter meter) {
        StringBuilder multipliers = new StringBuilder();
        meter.multipliers()
                .forEach(one -> multipliers.append("{from: \"%s\", value: \"%s\"}, "
                        .formatted(one.from().toLocalDate(), one.value().toPlainString())));
        StringBuilder replacements = new StringBuilder();
        meter.replacements()
                .forEach(one -> replacements.append("{at: \"%s\", final: \"%s\", initial: \"%s\"}, "
                        .formatted(one.at(), one.finalRegister(), one.initialRegister())));
        return """
                enterprise:
                  code: %s
                  name: {zh: 企业, en: enterprise}
                  region: "640300"
                  industry: C3216
                  plant: existing
                devices:
                  - {id: gw-1}
                meters:
                  - {id: m1, device: gw-1, name: {zh: 电, en: power}, carrier: electricity, kind: %s, unit: %s,
                     interval: %s%s%s%s%s}
                accounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: m1}]}
                """.formatted(
                        Smelter.CODE,
                        meter.kind().word(),
                        meter.unit().symbol(),
                        meter.interval(),
                        multipliers.isEmpty() ? "" : ", multiplier: [" + multipliers + "]",
                        replacements.isEmpty() ? "" : ", replacements: [" + replacements + "]",
                        meter.digits().map(digits -> ", digits: " + digits).orElse(""),
                        meter.maximumPower()
                                .map(most -> ", maximumPower: \"" + most.toPlainString() + '"')
                                .orElse(""));
    }
}

package io.kilowatch.aggregator.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.PointBuilder;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.ReadingKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a meter, the evidence of its figures verifies. */
class RandomHistoryTest {
    private static final String FERROSILICON = """
              - id: fesi
                indicator: unit-product
                name: {zh: 硅铁电耗, en: Ferrosilicon}
                quota: ferrosilicon.smelting-electricity
                energy: [{meter: m1}]
                output: [{meter: c1, conversion: ferrosilicon.si}]
            """;

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

    /** Ferrosilicon whose ore, whose silicon and whose coke change within the period. */
    @Property(tries = 300)
    void evidenceOfCorrectedFiguresVerifies(
            @ForAll("registers") History history,
            @ForAll("periods") Period period,
            @ForAll @IntRange(min = 80, max = 100) int grade,
            @ForAll @IntRange(min = 0, max = 2) int changed)
            throws Exception {
        String inputs = """
                    inputs:
                      - {input: ore_grade, from: 2025-12-01, value: %d}
                      - {input: ore_grade, from: 2026-01-0%d, value: 97.3}
                      - {input: si_content, from: 2025-01-01, value: 72.5}
                      - {input: si_content, from: 2026-01-02, value: 75}
                """.formatted(grade, changed + 1);
        MemoryArchive archive = new MemoryArchive(
                document(
                        history.meter(),
                        FERROSILICON + inputs,
                        "  - {id: c1, device: gw-1, name: {zh: 硅铁, en: FeSi}, product: fesi,"
                                + " kind: amount, unit: t, interval: P1D}\n"),
                Smelter.RULES);
        archive.store("m1", history.points());
        List<Point> output = new ArrayList<>();
        for (int day = 0; day < 33; day++) {
            output.add(PointBuilder.aReading(LocalDate.of(2025, 12, 1).plusDays(day) + "T00:00")
                    .ofKind(ReadingKind.AMOUNT)
                    .of("0.125")
                    .inPosition(1_000_000L + day)
                    .build());
        }
        archive.store("c1", output);
        assertVerifies(archive, new Figure(Smelter.CODE, "unit-product:fesi", period));
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
        MemoryArchive archive = new MemoryArchive(document(history.meter(), "", ""), Smelter.RULES);
        archive.store("m1", history.points());
        assertVerifies(archive, new Figure(Smelter.CODE, "comprehensive-energy", period));
    }

    private static void assertVerifies(MemoryArchive archive, Figure figure) throws Exception {
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

    private static String document(Meter meter, String account, String more) {
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
                %saccounts:
                  - {id: all, indicator: comprehensive-energy, energy: [{meter: m1}]}
                %s""".formatted(
                        Smelter.CODE,
                        meter.kind().word(),
                        meter.unit().symbol(),
                        meter.interval(),
                        multipliers.isEmpty() ? "" : ", multiplier: [" + multipliers + "]",
                        replacements.isEmpty() ? "" : ", replacements: [" + replacements + "]",
                        meter.digits().map(digits -> ", digits: " + digits).orElse(""),
                        meter.maximumPower()
                                .map(most -> ", maximumPower: \"" + most.toPlainString() + '"')
                                .orElse(""),
                        more,
                        account);
    }
}

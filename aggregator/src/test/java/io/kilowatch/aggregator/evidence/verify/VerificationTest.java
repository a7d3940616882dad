package io.kilowatch.aggregator.evidence.verify;

import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.testing.Times;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private final MemoryArchive archive = Smelter.archive();

    @TempDir
    private Path folder;

    private Report verified(byte[] zip) throws Exception {
        return Verification.of(Files.write(folder.resolve("evidence.zip"), zip));
    }

    private Packed packed(Figure figure) throws Exception {
        return Packed.of(Packed.bytes(archive, figure));
    }

    private static void assertUnusable(Report report, String file) {
        assertThat(report.exitCode()).isEqualTo(Report.UNUSABLE);
        assertThat(report.lines().get(2)).startsWith("  " + file + ": ");
    }

    private static void assertDiffers(Report report, String... words) {
        assertThat(report.exitCode()).isEqualTo(Report.DIFFERS);
        assertThat(report.lines())
                .anySatisfy(line -> assertThat(line).contains("differs").contains(words));
    }

    @Test
    void agreesWithWhatWasPublished() throws Exception {
        for (Figure figure : new Figure[] {Smelter.PER_TONNE, Smelter.ENERGY}) {
            Report report = verified(Packed.bytes(archive, figure));

            assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
        }
        assertThat(verified(Packed.bytes(archive, Smelter.PER_TONNE)).lines())
                .anyMatch(line -> line.contains("agrees") && line.contains("13400.000000 kWh/t"))
                .anyMatch(line -> line.contains("EL") && line.contains("3216000 kWh"));
    }

    @Test
    void agreesWithADayAndAYear() throws Exception {
        for (Figure figure : new Figure[] {
            new Figure(Smelter.CODE, "unit-product:al", Times.day("2026-09-02")),
            new Figure(Smelter.CODE, "comprehensive-energy", Times.year(2026)),
            new Figure(Smelter.CODE, "comprehensive-energy:primary", Times.month("2026-09-01")),
            new Figure(Smelter.CODE, "energy.raw-coal", Times.month("2026-09-01"))
        }) {
            archive.publish(figure, Smelter.COMPUTED);

            Report report = verified(Packed.bytes(archive, figure));

            assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
        }
    }

    @Test
    void agreesWithAVerdictFoundTrueAgainAfterMoreHadBecomeDue() throws Exception {
        archive.publish(Smelter.ENERGY, Smelter.COMPUTED, Smelter.COMPUTED.plus(Duration.ofDays(4)));
        assertThat(archive.verdict(Smelter.ENERGY).orElseThrow().completeness()).isLessThan(java.math.BigDecimal.ONE);

        Report report = verified(Packed.bytes(archive, Smelter.ENERGY));

        assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
    }

    @Test
    void namesTheFileInWhichAByteWasChanged() throws Exception {
        Packed changed = packed(Smelter.PER_TONNE)
                .changing("readings.csv", text -> text.replace("register,727.8,", "register,827.8,"));

        assertUnusable(verified(changed.zip()), "readings.csv");
    }

    @Test
    void namesAWrongFactorsFile() throws Exception {
        Packed changed =
                packed(Smelter.ENERGY).changing("carrier-factors.csv", text -> text.replace("0.1229", "0.1129"));

        assertUnusable(verified(changed.zip()), "carrier-factors.csv");
    }

    @Test
    void namesAMissingAnAddedAndAnUnlistedFile() throws Exception {
        assertUnusable(verified(packed(Smelter.ENERGY).without("days.csv").zip()), "days.csv");
        assertUnusable(verified(packed(Smelter.ENERGY).with("more.csv", "x").zip()), "more.csv");
        assertUnusable(
                verified(packed(Smelter.ENERGY).without("manifest.sha256").zip()), "manifest.sha256");
        assertUnusable(
                verified(packed(Smelter.ENERGY)
                        .without("quotas.csv")
                        .sealedAgain()
                        .zip()),
                "quotas.csv");
    }

    @Test
    void refusesWhatIsNoZipFile() throws Exception {
        Report report = verified("nonsense".getBytes(StandardCharsets.UTF_8));

        assertThat(report.exitCode()).isEqualTo(Report.UNUSABLE);
        assertThat(Verification.of(folder.resolve("none.zip")).exitCode()).isEqualTo(Report.UNUSABLE);
    }

    @Test
    void namesACellThatCannotBeRead() throws Exception {
        Packed changed = packed(Smelter.PER_TONNE)
                .changing("days.csv", text -> text.replaceFirst("96000", "x"))
                .sealedAgain();
        Packed broken = packed(Smelter.ENERGY).with("evidence.json", "{}").sealedAgain();

        assertUnusable(verified(broken.zip()), "evidence.json");
        assertUnusable(verified(changed.zip()), "days.csv");
    }

    @Test
    void namesMeterAndDayOfAReadingThatWasChangedAndSealedAgain() throws Exception {
        Packed changed = packed(Smelter.PER_TONNE)
                .changing(
                        "readings.csv",
                        text -> text.replaceFirst(
                                "AL,2026-09-02T09:15:00\\+08:00,amount,1,", "AL,2026-09-02T09:15:00+08:00,amount,2,"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "AL", "2026-09-02", "97000", "96000");
        assertDiffers(report, "unit-product:al", "denominator");
    }

    @Test
    void namesAFactorThatWasChangedAndSealedAgain() throws Exception {
        Packed changed = packed(Smelter.ENERGY)
                .changing("carrier-factors.csv", text -> text.replace("0.1229", "0.1129"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "carrier-factors.csv", "electricity", "0.1129", "0.1229");
        assertDiffers(report, "comprehensive-energy", "numerator");
    }

    @Test
    void namesAValueALimitAndAMarkThatWereChangedAndSealedAgain() throws Exception {
        assertDiffers(
                verified(packed(Smelter.PER_TONNE)
                        .changing(
                                "evidence.json",
                                text -> text.replace("\"value\" : \"13400.000000\"", "\"value\" : \"13300.000000\""))
                        .sealedAgain()
                        .zip()),
                "value",
                "13300.000000",
                "13400.000000");
        assertDiffers(
                verified(packed(Smelter.PER_TONNE)
                        .changing("quotas.csv", text -> text.replace(",13350,", ",13500,"))
                        .sealedAgain()
                        .zip()),
                "judgement");
        assertDiffers(
                verified(packed(Smelter.PER_TONNE)
                        .changing("readings.csv", text -> text.replace(",zero,", ",jump,"))
                        .sealedAgain()
                        .zip()),
                "EL",
                "mark",
                "zero");
    }

    @Test
    void namesAMultiplierThatWasChangedAndSealedAgain() throws Exception {
        Packed changed = packed(Smelter.PER_TONNE)
                .changing("enterprise.json", text -> text.replace("\"1000\"", "\"900\""))
                .sealedAgain();

        assertDiffers(verified(changed.zip()), "EL", "definition");
    }

    @Test
    void saysThatReadingsNoLongerKeptAreVerifiedByDailySumsOnly() throws Exception {
        archive.drop("EL", at("2026-09-02T08:00"));
        archive.drop("AL", at("2026-09-04T08:00"));
        Packed kept = packed(Smelter.PER_TONNE);

        Report report = verified(kept.zip());

        assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
        assertThat(report.lines()).anyMatch(line -> line.contains("EL") && line.contains("down to the daily sums"));
        Packed changed = kept.changing("days.csv", text -> text.replace("AL,2026-09-01,96000", "AL,2026-09-01,95000"))
                .sealedAgain();
        assertDiffers(verified(changed.zip()), "AL", "amount");
    }
}

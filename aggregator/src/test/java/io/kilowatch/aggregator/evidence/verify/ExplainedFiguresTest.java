package io.kilowatch.aggregator.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.evidence.Dossier;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Formula;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Works;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of figure verifies from its ZIP file alone, its formula adds up, and what was tampered with is named. */
class ExplainedFiguresTest {
    private static final MemoryArchive archive = Works.archive();

    @TempDir
    private Path folder;

    private Report verified(byte[] zip) throws Exception {
        return Verification.of(Files.write(folder.resolve("evidence.zip"), zip));
    }

    private static Packed packed(Figure figure) throws Exception {
        archive.publish(figure, Works.COMPUTED);
        return Packed.of(Packed.bytes(archive, figure));
    }

    private static void assertDiffers(Report report, String... words) {
        assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.DIFFERS);
        assertThat(report.lines())
                .anySatisfy(line -> assertThat(line).contains("differs").contains(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comprehensive-energy",
                "energy.raw-coal",
                "energy.electricity",
                "feedstock-energy",
                "renewable-electricity",
                "dual-control:2021-1310",
                "dual-control:2022-803",
                "dual-control:2022-1258",
                "dual-control:2024-113",
                "intensity:output-value",
                "intensity:value-added",
                "energy-budget",
                "unit-product:cement",
                "unit-product:fesi",
                "unit-product:iron",
                "unit-product:refinery",
                "unit-product:plain",
                "pue:hall",
                "pue:hall:data-centre.pue.ningxia-new-large",
                "pue:hall:commitment"
            })
    void everyFigureOfAYearVerifiesAndAddsUp(String indicator) throws Exception {
        Figure figure = Works.year(indicator);

        Report report = verified(packed(figure).zip());

        assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
        Dossier dossier = Packed.dossier(archive, figure);
        assertAddsUp(dossier.verdict(), Formula.of(dossier.verdict(), dossier.subject(), dossier.reference()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comprehensive-energy",
                "feedstock-energy",
                "intensity:output-value",
                "unit-product:cement",
                "unit-product:iron",
                "unit-product:refinery",
                "pue:hall"
            })
    void everyFigureOfAMonthVerifiesAndAddsUp(String indicator) throws Exception {
        Figure figure = Works.month(indicator, indicator.startsWith("intensity") ? "2026-01-01" : "2026-03-01");

        Report report = verified(packed(figure).zip());

        assertThat(report.exitCode()).as("%s", report.lines()).isEqualTo(Report.AGREES);
        Dossier dossier = Packed.dossier(archive, figure);
        assertAddsUp(dossier.verdict(), Formula.of(dossier.verdict(), dossier.subject(), dossier.reference()));
    }

    private static void assertAddsUp(Verdict verdict, Formula formula) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Formula.Part part : formula.parts()) {
            above = above.add(part.numerator().orElseThrow());
            below = below.add(part.denominator().orElse(BigDecimal.ZERO));
        }
        if (verdict.indicator().startsWith("dual-control")
                || verdict.indicator().startsWith("renewable")) {
            return;
        }
        assertThat(above).isEqualByComparingTo(verdict.numerator().orElseThrow());
        Optional<BigDecimal> denominator =
                verdict.denominator().filter(one -> !verdict.indicator().startsWith("intensity"));
        assertThat(below).isEqualByComparingTo(denominator.orElse(BigDecimal.ZERO));
    }

    @Test
    void namesAnInputThatWasTakenOut() throws Exception {
        Packed packed = packed(Works.month("unit-product:cement", "2026-04-01"));
        Packed without = Packed.of(packed.zip())
                .changing(
                        "enterprise.json",
                        text -> text.replaceFirst("(?s)\\{\\s*\"input\" : \"clinker_ratio\".*?\\}", ""))
                .sealedAgain();

        Report report = verified(without.zip());

        assertDiffers(report, "judgement.outcome", "within", Outcome.CANNOT_BE_JUDGED.word());
        assertDiffers(report, "corrections[0].missing");
    }

    @Test
    void namesAnInputThatWasChanged() throws Exception {
        Packed changed = packed(Works.year("unit-product:cement"))
                .changing("enterprise.json", text -> text.replaceFirst("\"value\" : \"?76\"?", "\"value\" : 80"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "corrections[0].inputs[clinker_ratio].value", "enterprise.json", "76", "80");
        assertDiffers(report, "judgement.limits.level1", "81.10", "85.50");
    }

    @Test
    void namesARuleThatWasChanged() throws Exception {
        Packed changed = packed(Works.year("unit-product:cement"))
                .changing(
                        "quota-rules.csv",
                        text -> text.replace("(clinker_ratio - 75) * 1.20", "(clinker_ratio - 75) * 2.20"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "corrections[2].expression", "quota-rules.csv", "1.20", "2.20");
        assertDiffers(report, "judgement.limit ");
    }

    @Test
    void namesAConversionThatWasChanged() throws Exception {
        Packed changed = packed(Works.year("unit-product:fesi"))
                .changing("output-conversions.csv", text -> text.replace("si_content / 75", "si_content / 70"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "below[FESI].conversion.expression", "output-conversions.csv", "/ 75", "/ 70");
        assertDiffers(report, "denominator");
    }

    @Test
    void namesAConstantThatWasChanged() throws Exception {
        Packed changed = packed(Works.year("comprehensive-energy"))
                .changing("constants.csv", text -> text.replace("29307.6", "29308"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "factors[raw-coal].kilojoulesPerKgce", "constants.csv", "29307.6", "29308");
        assertDiffers(report, "numerator");
    }

    @Test
    void namesACalorificValueThatWasChanged() throws Exception {
        Packed changed = packed(Works.month("comprehensive-energy", "2026-03-01"))
                .changing("enterprise.json", text -> text.replace("21500", "22500"))
                .sealedAgain();

        Report report = verified(changed.zip());

        assertDiffers(report, "factors[raw-coal].kilojoules", "enterprise.json", "21500", "22500");
    }

    @Test
    void namesASteamStateAndABudgetThatWereChanged() throws Exception {
        Packed steam = packed(Works.month("comprehensive-energy", "2026-03-01"))
                .changing(
                        "enterprise.json",
                        text -> text.replaceFirst("\"temperature\" : \"?190\"?", "\"temperature\" : 200"))
                .sealedAgain();
        Packed budget = packed(Works.year("energy-budget"))
                .changing("enterprise.json", text -> text.replace("36000", "46000"))
                .sealedAgain();

        assertDiffers(verified(steam.zip()), "factors[steam].celsius", "190", "200");
        assertDiffers(verified(budget.zip()), "declaration.tce", "36000", "46000");
    }

    @Test
    void namesARuleOfDualControlAndAGradeThatWereChanged() throws Exception {
        Packed rule = packed(Works.year("dual-control:2022-1258"))
                .changing("dual-control-rules.csv", text -> text.replace(",2020,", ",2019,"))
                .sealedAgain();
        Packed grade = packed(Works.year("energy-budget"))
                .changing("warning-grades.csv", text -> text.replace("a city plan of 2010", "another plan"))
                .sealedAgain();

        assertDiffers(verified(rule.zip()), "declaration.rule.baseYear", "dual-control-rules.csv", "2020", "2019");
        assertDiffers(verified(grade.zip()), "grade.document", "a city plan of 2010", "another plan");
    }

    @Test
    void namesAnExplanationThatDoesNotBelongToTheFigure() throws Exception {
        Packed changed = packed(Works.year("unit-product:cement"))
                .changing(
                        "evidence.json",
                        text -> text.replace("GB 16780-2021 ", "GB 0 ")
                                .replaceFirst("\"after\" : \"81.10\"", "\"after\" : \"81.20\""))
                .sealedAgain();

        assertDiffers(verified(changed.zip()), "corrections[0].levels[1].after", "81.20", "81.10");
    }

    @Test
    void saysThatAnotherVersionWroteAnOldFile() throws Exception {
        Packed old = packed(Works.year("comprehensive-energy"))
                .changing("evidence.json", text -> text.replace("kilowatch-evidence/2", "kilowatch-evidence/1"))
                .without("constants.csv")
                .sealedAgain();

        Report report = verified(old.zip());

        assertThat(report.exitCode()).isEqualTo(Report.UNUSABLE);
        assertThat(report.lines()).anyMatch(line -> line.contains("evidence.json") && line.contains("evidence/1"));
    }
}

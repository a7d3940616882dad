package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.EnterpriseBuilder;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Unit;
import io.kilowatch.domain.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Energy per carrier and comprehensive energy, with the factors of carrier-factors.csv (GB/T 2589-2020). */
class EnergyTest {
    private static final Period YEAR = year(2025);

    @Test
    void oneMegawattHourIsFixedAt1229TenThousandthsOfATonneOfCoal() {
        Verdict verdict = Appraisal.of(plant(), YEAR, new FakeFigures().whole("grid", YEAR, "1000"))
                .verdict("comprehensive-energy");

        assertThat(verdict.value().orElseThrow()).isEqualByComparingTo("0.1229");
        assertThat(verdict.unit()).isEqualTo("tce");
        assertThat(verdict.judgement()).isEmpty();
        assertThat(verdict.denominator()).isEmpty();
    }

    @Test
    void carriersAreAddedUpByTheirFactors() {
        FakeFigures figures = new FakeFigures()
                .whole("grid", YEAR, "2000000")
                .whole("coal", YEAR, "1000000")
                .whole("steam", YEAR, "50000");

        assertThat(Appraisal.of(plant(), YEAR, figures)
                        .verdict("comprehensive-energy")
                        .numerator()
                        .orElseThrow())
                .isEqualByComparingTo("961.806"); // 245.8 + 714.3 + 1.706
    }

    @Test
    void energyExportedIsDeducted() {
        FakeFigures figures = new FakeFigures().whole("grid", YEAR, "1000").whole("solar", YEAR, "400");

        Appraisal appraisal = Appraisal.of(plant(), YEAR, figures);

        assertThat(appraisal.verdict("energy.electricity").value().orElseThrow())
                .isEqualByComparingTo("600");
        assertThat(appraisal.verdict("comprehensive-energy").value().orElseThrow())
                .isEqualByComparingTo("0.07374");
    }

    @Test
    void moreExportedThanUsedIsNegative() {
        assertThat(Appraisal.of(plant(), YEAR, new FakeFigures().whole("solar", YEAR, "1000"))
                        .verdict("comprehensive-energy")
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("-0.1229");
    }

    @Test
    void eachCarrierHasItsOwnIndicatorInItsBaseUnit() {
        Appraisal appraisal = Appraisal.of(plant(), YEAR, new FakeFigures().whole("coal", YEAR, "1234.567891"));

        assertThat(appraisal.indicators())
                .startsWith("energy.electricity", "energy.heat", "energy.raw-coal", "comprehensive-energy");
        assertThat(appraisal.verdict("energy.raw-coal").unit()).isEqualTo("kg");
        assertThat(appraisal.verdict("energy.heat").unit()).isEqualTo("MJ");
        assertThat(appraisal.verdict("energy.raw-coal").value().orElseThrow()).isEqualByComparingTo("1234.567891");
        assertThat(appraisal.verdict("energy.raw-coal").name().zh()).isEqualTo("原煤");
    }

    @Test
    void completenessIsThatOfTheLeastCompleteMeter() {
        FakeFigures figures = new FakeFigures();
        for (String meter : new String[] {"grid", "solar", "steam", "coal"}) {
            figures.whole(meter, YEAR, "1");
        }
        figures.cover("coal", LocalDate.of(2025, 5, 1), 0);

        Appraisal appraisal = Appraisal.of(plant(), YEAR, figures);

        assertThat(appraisal.verdict("comprehensive-energy").completeness()).isEqualByComparingTo("0.9972");
        assertThat(appraisal.verdict("energy.electricity").completeness()).isEqualByComparingTo("1");
    }

    @Test
    void aRunningMonthReachesAsFarAsTheFurthestMeter() {
        FakeFigures figures = new FakeFigures()
                .every("grid", LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 4), "10")
                .every("coal", LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 3), "5");

        Verdict verdict = Appraisal.of(plant(), month("2026-08-01"), figures, at("2026-08-04T00:00"))
                .verdict("comprehensive-energy");

        assertThat(verdict.asOf()).isEqualTo(Instant.ofEpochMilli(at("2026-08-04T00:00")));
        assertThat(verdict.numerator().orElseThrow()).isEqualByComparingTo("0.01083"); // 3.687 + 7.143 kgce
        assertThat(verdict.completeness()).isEqualByComparingTo("0");
        assertThat(verdict.computedAt()).isEqualTo(Appraisal.NOW);
    }

    @Test
    void theTotalIsUnknownWhereAFactorIsMissing() {
        EnterpriseBuilder burner = anEnterprise()
                .with(aMeter().called("gas").ofCarrier("lpg", Unit.KG))
                .comprehensive("gas");
        Period before = year(2019);

        Appraisal appraisal = Appraisal.of(burner.build(), before, new FakeFigures().whole("gas", before, "9"));

        assertThat(appraisal.indicators()).containsExactly("energy.lpg", "comprehensive-energy");
        assertThat(appraisal.verdict("comprehensive-energy").value()).isEmpty();
    }

    private static io.kilowatch.domain.Enterprise plant() {
        return anEnterprise()
                .with(
                        aMeter().called("grid"),
                        aMeter().called("solar"),
                        aMeter().called("coal").ofCarrier("raw-coal", Unit.T),
                        aMeter().called("steam").ofCarrier("heat", Unit.GJ))
                .comprehensive("grid", "-solar", "coal", "steam")
                .build();
    }
}

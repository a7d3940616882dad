package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.EnterpriseBuilder;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.registry.reference.ReferenceData;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Levels as standards have them: missing, out of order, negative. */
class LevelsTest {
    private static final Period YEAR = year(2026);

    @Test
    void aMissingLimitCannotBeJudgedBy() {
        ReferenceData reference = Appraisal.quota("kWh/t", "10", "20", "");

        Appraisal appraisal = appraise(reference, plant(), "15");

        assertThat(appraisal.reasons()).containsExactly("no-limit");
        assertThat(appraisal.judgement().limit()).isEmpty();
        assertThat(appraisal.judgement().levelReached()).contains(2);
        assertThat(appraisal.only().margin()).isEmpty();
    }

    @Test
    void aMissingLevelIsPassedOver() {
        ReferenceData reference = Appraisal.quota("kWh/t", "61", "", "86"); // as for electric furnaces below 50 t

        assertThat(appraise(reference, plant(), "61").judgement().levelReached())
                .contains(1);
        assertThat(appraise(reference, plant(), "62").judgement().levelReached())
                .contains(3);
        assertThat(appraise(reference, plant().asNewPlant(), "61").reasons()).containsExactly("no-limit");
    }

    @Test
    void levelsOutOfOrderAreKeptAsTheyAre() {
        ReferenceData reference = Appraisal.quota("kWh/t", "286", "285", "300"); // as in GB 21258-2024

        assertThat(appraise(reference, plant(), "285.5").judgement().levelReached())
                .contains(1);
        assertThat(appraise(reference, plant().asNewPlant(), "285.5").outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(appraise(reference, plant().asNewPlant(), "285").outcome()).isEqualTo(Outcome.WITHIN);
    }

    @Test
    void negativeLimitsAreMetByWhatIsLower() {
        ReferenceData reference = Appraisal.quota("kWh/t", "-30", "-28", "-12"); // the converter of GB 21256-2025

        assertThat(appraise(reference, plant(), "-12").outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(appraise(reference, plant(), "-11.999999").outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(appraise(reference, plant(), "0").outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(appraise(reference, plant(), "-29").judgement().levelReached())
                .contains(2);
        assertThat(appraise(reference, plant(), "-30.5").judgement().levelReached())
                .contains(1);
        assertThat(appraise(reference, plant(), "-30.5").only().margin().orElseThrow())
                .isEqualByComparingTo("18.5");
    }

    private static Appraisal appraise(ReferenceData reference, EnterpriseBuilder plant, String perTonne) {
        FakeFigures figures = new FakeFigures().whole("grid", YEAR, perTonne).whole("out", YEAR, "1000");
        return Appraisal.of(
                reference, plant.build(), YEAR, figures, io.kilowatch.aggregator.testing.Times.at("2027-01-01T00:00"));
    }

    private static EnterpriseBuilder plant() {
        return anEnterprise()
                .with(aMeter().called("grid"), aMeter().called("out").ofProduct("product"))
                .unitProduct(Optional.of("q"), List.of("grid"), "out");
    }
}

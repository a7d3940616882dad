package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.EnterpriseBuilder;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Site;
import io.kilowatch.domain.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unit-product energy against the rows of quotas.csv that the quota ids name. */
class UnitProductTest {
    private static final Period YEAR = year(2025);
    private static final Name NAME = new Name("名", "name");

    /** GB 21346-2022, GB 21341-2022 and GB 21343-2023: kilowatt-hours per tonne, levels 1, 2 and 3. */
    @ParameterizedTest
    @CsvSource({
        "aluminium.liquid-ac, 12950, 13000, 13350",
        "aluminium.liquid-comprehensive-ac, 13250, 13350, 13700",
        "aluminium.ingot-comprehensive-ac, 13300, 13400, 13750",
        "ferrosilicon.smelting-electricity, 8050, 8300, 8400",
        "calcium-carbide.furnace-electricity, 3000, 3080, 3200",
        "cement.clinker.electricity, 48, 57, 61"
    })
    void electricityPerTonneIsWithinUpToItsLimitExactly(String quota, int level1, int level2, int level3) {
        assertJudged(electric(quota), quota, "kWh/t", level1, level2, level3, "1000000");
    }

    /**
     * GB 16780-2021, GB 21341-2022, GB 21343-2023 and GB 21346-2022: kilograms of coal equivalent per tonne. As many
     * kilograms of raw coal as kilowatt-hours are 0.8372 kgce each, so 837.2 t put the value on the limit exactly.
     */
    @ParameterizedTest
    @CsvSource({
        "cement.clinker.energy, 100, 107, 117",
        "ferrosilicon.energy, 1700, 1770, 1850",
        "calcium-carbide.energy, 805, 823, 940",
        "aluminium.ingot-energy, 1670, 1680, 1720"
    })
    void coalEquivalentPerTonneIsWithinUpToItsLimitExactly(String quota, int level1, int level2, int level3) {
        assertJudged(mixed(quota), quota, "kgce/t", level1, level2, level3, "837200");
    }

    private static void assertJudged(
            EnterpriseBuilder plant, String quota, String unit, int level1, int level2, int level3, String kilograms) {
        Appraisal exactly = appraise(plant, level3 + "000", kilograms);
        assertThat(exactly.only().unit()).isEqualTo(unit);
        assertThat(exactly.only().value().orElseThrow()).isEqualByComparingTo(Integer.toString(level3));
        assertThat(exactly.outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(exactly.judgement().levelReached()).contains(3);
        assertThat(exactly.judgement().quota().map(Quota::id)).contains(quota);
        assertThat(exactly.only().margin().orElseThrow()).isEqualByComparingTo("0");

        Appraisal above = appraise(plant, level3 + "000.001", kilograms);
        assertThat(above.only().value().orElseThrow()).isEqualByComparingTo(level3 + ".000001");
        assertThat(above.outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(above.judgement().levelReached()).isEmpty();

        assertThat(appraise(plant, level2 + "000", kilograms).judgement().levelReached())
                .contains(2);
        assertThat(appraise(plant, level1 + "000", kilograms).judgement().levelReached())
                .contains(1);
    }

    @Test
    void aValueAboveItsLimitByLessThanIsShownExceedsAllTheSame() {
        Appraisal appraisal = appraise(electric("aluminium.liquid-ac"), "13350000.000001", "1000000");

        assertThat(appraisal.only().value().orElseThrow()).isEqualByComparingTo("13350");
        assertThat(appraisal.outcome()).isEqualTo(Outcome.EXCEEDS);
    }

    @Test
    void newPlantsAreJudgedByLevel2() {
        EnterpriseBuilder smelter = electric("aluminium.liquid-ac").asNewPlant();

        assertThat(appraise(smelter, "13000000", "1000000").outcome()).isEqualTo(Outcome.WITHIN);
        Appraisal above = appraise(smelter, "13000000.001", "1000000");
        assertThat(above.outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(above.judgement().judgedLevel()).isEqualTo(2);
        assertThat(above.judgement().limit().orElseThrow()).isEqualByComparingTo("13000");
        assertThat(above.judgement().levelReached()).contains(3);
    }

    @Test
    void existingPlantsAreJudgedByLevel3() {
        assertThat(appraise(electric("aluminium.liquid-ac"), "1", "1")
                        .judgement()
                        .judgedLevel())
                .isEqualTo(3);
    }

    @Test
    void aSmelterAt13700IsWithinTheComprehensiveLimitOf2025() {
        Appraisal appraisal = appraise(electric("aluminium.liquid-comprehensive-ac"), "13700000", "1000000");

        assertThat(appraisal.outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(appraisal.judgement().quota().orElseThrow().standard()).isEqualTo("GB 21346-2022");
    }

    @Test
    void theEditionInForceOnThePeriodsFirstDayDecides() {
        EnterpriseBuilder furnace = electric("calcium-carbide.furnace-electricity"); // from 2024-12-01

        assertThat(appraise(furnace, month("2024-11-01"), "3000", "1000").reasons())
                .containsExactly("no-quota-in-force");
        assertThat(appraise(furnace, year(2024), "3000", "1000").reasons()).containsExactly("no-quota-in-force");
        assertThat(appraise(furnace, month("2024-12-01"), "3000", "1000").outcome())
                .isEqualTo(Outcome.WITHIN);
    }

    @Test
    void withoutOutputThereIsNothingToJudge() {
        Appraisal appraisal = appraise(electric("aluminium.liquid-ac"), "1000", "0");

        assertThat(appraisal.reasons()).containsExactly("no-output");
        assertThat(appraisal.only().value()).isEmpty();
        assertThat(appraisal.only().numerator().orElseThrow()).isEqualByComparingTo("1000");
        assertThat(appraisal.judgement().levelReached()).isEmpty();
    }

    @Test
    void aProductWithoutQuotaIsComputedAndNotJudged() {
        EnterpriseBuilder plant = withMeters(Optional.empty(), "grid", "coal");

        assertThat(appraise(plant, "1000", "1000").only().judgement()).isEmpty();
        assertThat(appraise(plant, "1000", "1000").only().value().orElseThrow()).isEqualByComparingTo("837.2");
    }

    @Test
    void aFactorThatIsMissingKeepsItFromBeingJudged() {
        EnterpriseBuilder plant = anEnterprise()
                .with(
                        aMeter().called("grid"),
                        aMeter().called("gas").ofCarrier("lpg", Unit.KG),
                        aMeter().called("gas2").ofCarrier("lpg", Unit.KG),
                        aMeter().called("out").ofProduct("clinker"))
                .unitProduct(Optional.of("cement.clinker.energy"), List.of("grid", "gas", "gas2"), "out");
        Period before = year(2020);
        FakeFigures figures = new FakeFigures();
        List.of("grid", "gas", "gas2", "out").forEach(meter -> figures.whole(meter, before, "1000"));

        Appraisal appraisal = Appraisal.of(plant.build(), before, figures);

        assertThat(appraisal.reasons()).containsExactly("no-factor", "no-quota-in-force");
        assertThat(appraisal.only().value()).isEmpty();
    }

    private static Appraisal appraise(EnterpriseBuilder plant, String energy, String output) {
        return appraise(plant, YEAR, energy, output);
    }

    private static Appraisal appraise(EnterpriseBuilder plant, Period period, String energy, String output) {
        FakeFigures figures = new FakeFigures()
                .whole("grid", period, energy)
                .whole("coal", period, energy)
                .whole("out", period, output);
        return Appraisal.of(plant.build(), period, figures);
    }

    private static EnterpriseBuilder electric(String quota) {
        return withMeters(Optional.of(quota), "grid");
    }

    private static EnterpriseBuilder mixed(String quota) {
        return withMeters(Optional.of(quota), "grid", "coal");
    }

    private static EnterpriseBuilder withMeters(Optional<String> quota, String... energy) {
        return anEnterprise()
                .with(
                        aMeter().called("grid"),
                        aMeter().called("coal").ofCarrier("raw-coal", Unit.T),
                        aMeter().called("out").ofProduct("product"))
                .at(new Site("works", NAME, Optional.empty(), Optional.empty(), Optional.of(BigDecimal.valueOf(1_115))))
                .account(new Account.UnitProduct(
                        "product",
                        NAME,
                        quota,
                        Stream.of(energy).map(id -> new Term(id, false)).toList(),
                        List.of(new Term("out", false)),
                        List.of(new Input("ore_grade", LocalDate.EPOCH, BigDecimal.valueOf(98))),
                        Optional.empty(),
                        Optional.empty()));
    }
}

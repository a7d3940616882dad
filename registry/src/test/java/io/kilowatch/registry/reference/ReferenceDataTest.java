package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.BenchmarkTarget;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Dimension;
import io.kilowatch.domain.DualControlRule;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.WarningGrade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The carriers, constants, prices and rules that come with the program. */
class ReferenceDataTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private final ReferenceData data = ReferenceData.standard();

    @ParameterizedTest
    @CsvSource({
        "electricity, 2026-01-01, 0.1229",
        "raw-coal, 2026-01-01, 0.7143",
        "raw-coal, 2010-01-01, 0.7143",
        "lng, 2026-01-01, 1.7572",
        "blast-furnace-gas, 2026-01-01, 0.1286",
        "heat, 2026-01-01, 0.03412",
        "new-water, 2021-03-31, 0.0000857",
        "new-water, 2021-04-01, 0.0002571",
        "compressed-air, 2026-01-01, 0.0400"
    })
    void aCarrierHasTheFactorOfItsEdition(String carrier, LocalDate day, BigDecimal kgce) {
        assertThat(data.factor(carrier, day).flatMap(CarrierFactor::kgcePerUnit))
                .contains(kgce);
    }

    @Test
    void naturalGasHasARangeAndNoFigure() {
        CarrierFactor factor = data.factor("natural-gas", DAY).orElseThrow();

        assertThat(factor.kgcePerUnit()).isEmpty();
        assertThat(factor.least()).contains(new BigDecimal("1.1000"));
        assertThat(factor.most()).contains(new BigDecimal("1.3300"));
        assertThat(data.carrier("natural-gas").map(Carrier::quality)).contains(Carrier.Quality.CALORIFIC_VALUE);
    }

    @Test
    void everyCarrierHasAFactorUnlessItIsMeasured() {
        assertThat(data.carriers())
                .filteredOn(carrier -> data.factor(carrier.id(), DAY).isEmpty())
                .extracting(Carrier::id)
                .allMatch(id -> id.equals("converter-gas") || id.equals("steam") || id.startsWith("refinery-steam-"));
    }

    @Test
    void steamIsConvertedByItsStateAndRefineriesUseTheirGrades() {
        assertThat(data.carrier("steam").map(Carrier::quality)).contains(Carrier.Quality.STEAM_STATE);
        assertThat(data.factor("refinery-steam-1000kpa", Basis.CALORIFIC, Optional.of("GB 30251-2024"), DAY)
                        .flatMap(CarrierFactor::kgcePerUnit))
                .contains(new BigDecimal("0.1085736")); // 76 kgoe/t
        assertThat(data.factor("electricity", Basis.CALORIFIC, Optional.of("GB 30251-2024"), DAY)
                        .flatMap(CarrierFactor::kgcePerUnit))
                .contains(new BigDecimal("0.300006")); // 0.21 kgoe/kWh
    }

    @Test
    void onThePrimaryBasisElectricityHasAFactorOfItsOwnAndFuelsHaveThatOfTheOther() {
        assertThat(primary("electricity")).contains(new BigDecimal("0.3066"));
        assertThat(primary("raw-coal")).contains(new BigDecimal("0.7143"));
        assertThat(primary("coke")).contains(new BigDecimal("0.9714"));
        assertThat(primary("heat")).isEmpty();
        assertThat(primary("cooling")).isEmpty();
    }

    private Optional<BigDecimal> primary(String carrier) {
        return data.factor(carrier, Basis.PRIMARY, Optional.empty(), DAY).flatMap(CarrierFactor::kgcePerUnit);
    }

    @Test
    void carriersSayWhatTheyAre() {
        assertThat(data.carrier("new-water").map(Carrier::kind)).contains(Carrier.Kind.WORKING_MEDIUM);
        assertThat(data.carrier("coke").map(Carrier::kind)).contains(Carrier.Kind.SECONDARY_ENERGY);
        assertThat(data.carrier("crude-oil").map(Carrier::kind)).contains(Carrier.Kind.PRIMARY_ENERGY);
        assertThat(data.carrier("cooling").map(Carrier::dimension)).contains(Dimension.HEAT);
        assertThat(data.carrierIds()).startsWith("acetylene, blast-furnace-gas");
    }

    @Test
    void aKilogramOfCoalEquivalentIs7000Kilocalories() {
        assertThat(data.constant("kgce.kilojoules", DAY))
                .isEqualByComparingTo(new BigDecimal("4.1868").multiply(new BigDecimal("7000")));
        assertThat(data.constant("kgce.kilojoules", LocalDate.EPOCH)).isEqualByComparingTo("29307.6");
        assertThatThrownBy(() -> data.constant("pi", DAY)).hasMessageContaining("no constant \"pi\"");
    }

    @ParameterizedTest
    @CsvSource({"2022-12-31, 13650", "2023-01-01, 13450", "2024-12-31, 13450", "2025-01-01, 13300"})
    void aluminiumPaysByStepsAboveTheThresholdOfTheYear(LocalDate day, BigDecimal threshold) {
        List<PriceTier> steps = data.priceTiers().stream()
                .filter(tier -> tier.kind() == PriceTier.Kind.STEPS)
                .filter(tier -> !tier.effectiveFrom().isAfter(day))
                .filter(tier -> tier.until().filter(end -> !day.isBefore(end)).isEmpty())
                .toList();

        assertThat(steps).singleElement().satisfies(tier -> {
            assertThat(tier.quota()).contains("aluminium.liquid-comprehensive-ac");
            assertThat(tier.threshold()).contains(threshold);
            assertThat(tier.step()).contains(new BigDecimal("20"));
            assertThat(tier.adder()).contains(new BigDecimal("0.01"));
        });
    }

    @Test
    void steelPaysByTheListItStandsIn() {
        assertThat(data.priceTiers())
                .filteredOn(tier -> tier.policy().equals("steel-2016-2803"))
                .extracting(
                        tier -> tier.category().orElseThrow(),
                        tier -> tier.adder().orElseThrow())
                .containsExactly(
                        tuple(Declared.Tariff.Category.ELIMINATED, new BigDecimal("0.5")),
                        tuple(Declared.Tariff.Category.RESTRICTED, new BigDecimal("0.1")),
                        tuple(Declared.Tariff.Category.CAPACITY_NOT_CUT, new BigDecimal("0.5")));
    }

    @Test
    void beijingPricesDataCentresAbove1Point35WithoutAFigureThatIsKnown() {
        assertThat(data.priceTiers())
                .filteredOn(tier -> tier.kind() == PriceTier.Kind.THRESHOLD)
                .singleElement()
                .satisfies(tier -> {
                    assertThat(tier.region()).isEqualTo("11");
                    assertThat(tier.threshold()).contains(new BigDecimal("1.35"));
                    assertThat(tier.adder()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "budget, 1.2, green",
        "budget, 1, green",
        "budget, 0.999, yellow",
        "budget, 0.9, yellow",
        "budget, 0.899, orange",
        "budget, 0.501, orange",
        "budget, 0.5, red",
        "budget, -1, red",
        "barometer, -0.001, 1",
        "barometer, 0, 2",
        "barometer, 0.999, 2",
        "barometer, 1, 3"
    })
    void everyCompletionHasOneGrade(String scheme, BigDecimal completion, String grade) {
        assertThat(data.grades(scheme))
                .filteredOn(one -> one.holds(completion))
                .extracting(WarningGrade::id)
                .containsExactly(grade);
    }

    @Test
    void dualControlRulesTakeOffWhatTheirDocumentsSay() {
        assertThat(data.dualControlRules())
                .extracting(DualControlRule::id, DualControlRule::feedstock, DualControlRule::renewables)
                .containsExactly(
                        tuple("2021-1310", false, DualControlRule.Share.NONE),
                        tuple("2022-803", true, DualControlRule.Share.NONE),
                        tuple("2022-1258", false, DualControlRule.Share.INCREMENT),
                        tuple("2024-113", false, DualControlRule.Share.ALL));
        assertThat(data.dualControlRules().get(2).baseYear()).contains(2020);
        assertThat(data.dualControlRules().get(3).kinds())
                .isEqualTo(Set.of(
                        Declared.Renewable.Kind.CERTIFICATE,
                        Declared.Renewable.Kind.OWN_GENERATION,
                        Declared.Renewable.Kind.NUCLEAR));
    }

    @Test
    void thePlansTargetCoversTheEightKeyIndustries() {
        assertThat(data.benchmarkTargets()).hasSize(8).allSatisfy(target -> {
            assertThat(target.above()).isEqualByComparingTo("0.3");
            assertThat(target.by()).isEqualTo("2025-12-31");
            assertThat(target.clause()).contains("达到能效标杆水平的比例超过 30%");
        });
        assertThat(covering("steel.converter.energy")).containsExactly("ningxia-2025-steel");
        assertThat(covering("low-carbon-silicomanganese.energy")).containsExactly("ningxia-2025-ferroalloy");
        assertThat(covering("aluminium-carbon.cathode-paste.kneading.energy")).isEmpty();
        assertThat(covering("ammonium-bicarbonate.electricity")).isEmpty();
    }

    private List<String> covering(String quota) {
        return data.benchmarkTargets().stream()
                .filter(target -> target.covers(quota).isPresent())
                .map(BenchmarkTarget::id)
                .toList();
    }

    @Test
    void theDigestIsOfAllFiles() {
        assertThat(ReferenceData.standardDigest()).matches("[0-9a-f]{64}").isEqualTo(ReferenceFiles.digest());
    }
}

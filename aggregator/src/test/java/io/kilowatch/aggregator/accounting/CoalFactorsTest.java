package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Declared.SteamState;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Unit;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoalFactorsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final MeterBuilder COAL = aMeter().called("coal").ofCarrier("raw-coal", Unit.T);
    private static final MeterBuilder GAS = aMeter().called("gas").ofCarrier("natural-gas", Unit.CUBIC_METRE);
    private static final MeterBuilder STEAM = aMeter().called("steam").ofCarrier("steam", Unit.T);

    @Test
    void withoutMeasurementTheStandardsFactorHolds() {
        CoalFactor factor = factor(COAL.build(), Declared.NONE, DAY);

        assertThat(factor).isInstanceOf(CoalFactor.Standard.class);
        assertThat(kgce(factor)).isEqualByComparingTo("0.7143");
    }

    @Test
    void aMeasuredCalorificValueGoesBeforeTheStandardsFactor() {
        // 7,000 kcal/kg are 29,307.6 kJ/kg: one kilogram of such coal is one kilogram of coal equivalent.
        assertThat(kgce(factor(COAL.build(), measured(value("29307.6", "2026-01-01")), DAY)))
                .isEqualByComparingTo("1");
        assertThat(kgce(factor(COAL.build(), measured(value("21500", "2026-01-01")), DAY)))
                .isEqualByComparingTo("0.7335981111");
    }

    @Test
    void aMeasurementHoldsFromItsDayUntilTheNext() {
        Declared two = measured(value("29307.6", "2026-01-01"), value("14653.8", "2026-03-02"));

        assertThat(kgce(factor(COAL.build(), two, LocalDate.of(2025, 12, 31)))).isEqualByComparingTo("0.7143");
        assertThat(kgce(factor(COAL.build(), two, DAY))).isEqualByComparingTo("1");
        assertThat(kgce(factor(COAL.build(), two, DAY.plusDays(1)))).isEqualByComparingTo("0.5");
        assertThat(factors(two, Basis.CALORIFIC).changes(COAL.build()))
                .contains(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 2));
    }

    @Test
    void theMetersOwnMeasurementGoesBeforeTheCarriers() {
        CalorificValue own =
                new CalorificValue("raw-coal", List.of("coal"), LocalDate.of(2026, 1, 1), new BigDecimal("14653.8"));
        CalorificValue other =
                new CalorificValue("raw-coal", List.of("coal2"), LocalDate.of(2026, 2, 2), new BigDecimal("1"));

        assertThat(kgce(factor(COAL.build(), measured(own, other, value("29307.6", "2026-02-01")), DAY)))
                .isEqualByComparingTo("0.5");
    }

    @Test
    void naturalGasHasARangeOnlyAndNeedsAMeasurement() {
        CoalFactor factor = factor(GAS.build(), Declared.NONE, DAY);

        assertThat(factor).isInstanceOfSatisfying(CoalFactor.Missing.class, missing -> {
            assertThat(missing.reason().code()).isEqualTo("calorific-value-needed");
            assertThat(missing.reason().text().en()).contains("1.1000–1.3300");
        });
        Declared measured = new Declared(
                List.of(new CalorificValue("natural-gas", List.of(), DAY, new BigDecimal("35588"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(kgce(factor(GAS.build(), measured, DAY))).isEqualByComparingTo("1.2142925385");
    }

    @Test
    void steamIsConvertedByItsEnthalpy() {
        // IAPWS-IF97, region 2: 0.0035 MPa and 300 K, 2,549.91145 kJ/kg (release of 2007, table 15).
        CoalFactor factor = factor(STEAM.build(), steam("0.0035", "26.85"), DAY);

        assertThat(factor).isInstanceOfSatisfying(CoalFactor.Steam.class, steam -> {
            assertThat(steam.enthalpy()).isEqualByComparingTo("2549.911");
            assertThat(steam.kgce()).isEqualByComparingTo("0.0870029633"); // × 0.03412 kgce/MJ
        });
    }

    @Test
    void steamWithoutItsStateCannotBeConverted() {
        assertThat(missing(factor(STEAM.build(), Declared.NONE, DAY))).isEqualTo("steam-state-needed");
        assertThat(missing(factor(STEAM.build(), steam("1", "200"), LocalDate.of(2025, 1, 1))))
                .isEqualTo("steam-state-needed");
    }

    @Test
    void steamIsConvertedByTheStateOfItsOwnMeter() {
        Meter other = aMeter().called("other").ofCarrier("steam", Unit.T).build();

        assertThat(missing(factor(other, steam("0.0035", "26.85"), DAY))).isEqualTo("steam-state-needed");
    }

    @Test
    void theLatestStateCountsInWhateverOrderTheyAreDeclared() {
        SteamState later = new SteamState("steam", DAY, new BigDecimal("0.0035"), new BigDecimal("26.85"));
        SteamState earlier = new SteamState("steam", DAY.minusDays(1), BigDecimal.ONE, new BigDecimal("250"));
        Declared declared =
                new Declared(List.of(), List.of(later, earlier), List.of(), List.of(), List.of(), List.of());

        assertThat(factor(STEAM.build(), declared, DAY))
                .isInstanceOfSatisfying(
                        CoalFactor.Steam.class,
                        steam -> assertThat(steam.state()).isEqualTo(later));
    }

    @Test
    void steamOfATimeWithoutAFactorOfHeatCannotBeConverted() {
        SteamState state = new SteamState("steam", LocalDate.of(1999, 1, 1), BigDecimal.ONE, new BigDecimal("250"));
        Declared declared = new Declared(List.of(), List.of(state), List.of(), List.of(), List.of(), List.of());

        CoalFactor factor = factor(STEAM.build(), declared, LocalDate.of(2000, 1, 1));

        assertThat(factor)
                .isInstanceOfSatisfying(
                        CoalFactor.Missing.class,
                        missing -> assertThat(missing.reason().text().en())
                                .isEqualTo("no coal-equivalent factor of heat was in force on 2000-01-01"));
    }

    @Test
    void steamChangesWithItsStateAndWithTheFactorOfHeat() {
        assertThat(factors(steam("1", "250"), Basis.CALORIFIC).changes(STEAM.build()))
                .contains(LocalDate.of(2008, 6, 1), LocalDate.of(2021, 4, 1), LocalDate.of(2026, 1, 1));
        Meter hydrogen =
                aMeter().called("h").ofCarrier("hydrogen", Unit.CUBIC_METRE).build();
        assertThat(factors(steam("1", "250"), Basis.CALORIFIC).changes(hydrogen))
                .containsExactly(LocalDate.of(2021, 4, 1));
    }

    @Test
    void aMeasurementOfAnotherCarrierDoesNotCount() {
        assertThat(missing(factor(GAS.build(), measured(value("29307.6", "2026-01-01")), DAY)))
                .isEqualTo("calorific-value-needed");
    }

    @Test
    void aStateThatNoSteamHasIsSaid() {
        assertThat(missing(factor(STEAM.build(), steam("1", "2800"), DAY))).isEqualTo("no-steam");
    }

    @Test
    void bothBasesAreTheSameForFuelsAndDifferForElectricity() {
        Meter grid = aMeter().called("grid").build();

        assertThat(kgce(factors(Declared.NONE, Basis.PRIMARY).of(COAL.build(), DAY)))
                .isEqualByComparingTo("0.7143");
        assertThat(kgce(factors(Declared.NONE, Basis.CALORIFIC).of(grid, DAY))).isEqualByComparingTo("0.1229");
        assertThat(kgce(factors(Declared.NONE, Basis.PRIMARY).of(grid, DAY))).isGreaterThan(new BigDecimal("0.2"));
    }

    @Test
    void onlyEditionsThatMayBeTakenAreChanges() {
        Meter grid = aMeter().called("grid").build();

        assertThat(factors(Declared.NONE, Basis.CALORIFIC).changes(grid))
                .containsExactly(LocalDate.of(2008, 6, 1), LocalDate.of(2021, 4, 1));
        assertThat(factors(Declared.NONE, Basis.PRIMARY).changes(grid)).contains(LocalDate.of(2015, 1, 1));
        assertThat(new CoalFactors(
                                anEnterprise().build(),
                                ReferenceData.standard(),
                                Basis.CALORIFIC,
                                Optional.of("GB 30251-2024"))
                        .changes(grid))
                .contains(LocalDate.of(2025, 5, 1));
    }

    @Test
    void beforeTheFirstEditionThereIsNoFactor() {
        assertThat(missing(factor(COAL.build(), Declared.NONE, LocalDate.of(1980, 1, 1))))
                .isEqualTo("no-factor");
    }

    private static Declared measured(CalorificValue... values) {
        return new Declared(List.of(values), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static CalorificValue value(String kilojoules, String from) {
        return new CalorificValue("raw-coal", List.of(), LocalDate.parse(from), new BigDecimal(kilojoules));
    }

    private static Declared steam(String megapascals, String celsius) {
        SteamState state =
                new SteamState("steam", LocalDate.of(2026, 1, 1), new BigDecimal(megapascals), new BigDecimal(celsius));
        return new Declared(List.of(), List.of(state), List.of(), List.of(), List.of(), List.of());
    }

    private static CoalFactors factors(Declared declared, Basis basis) {
        return new CoalFactors(
                anEnterprise().declaring(declared).build(), ReferenceData.standard(), basis, Optional.empty());
    }

    private static CoalFactor factor(Meter meter, Declared declared, LocalDate day) {
        return factors(declared, Basis.CALORIFIC).of(meter, day);
    }

    private static BigDecimal kgce(CoalFactor factor) {
        return ((CoalFactor.Known) factor).kgce();
    }

    private static String missing(CoalFactor factor) {
        return ((CoalFactor.Missing) factor).reason().code();
    }
}

package io.kilowatch.simulators.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.province.RegistryDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of a small works, worked out by hand. */
class EnterpriseBooksTest {
    private static final BigDecimal NEEDED = new BigDecimal("0.90");
    private static final String DOCUMENT = """
            enterprise: {code: 91640205MAKW0031XU, plant: existing}
            sites: [{id: main, altitude: "1750", pressure: "82000"}]
            meters:
              - {id: EL, carrier: electricity, kind: amount, unit: kWh, interval: PT1H, from: "2026-06-01"}
              - {id: COAL, carrier: raw-coal, kind: amount, unit: t, interval: PT1H, from: "2026-06-01"}
              - {id: FESI, product: ferrosilicon, kind: amount, unit: t, interval: PT1H, from: "2026-06-01"}
              - {id: CLINKER, product: clinker, kind: amount, unit: t, interval: PT1H, from: "2026-06-01"}
            accounts:
              - {id: plant, indicator: comprehensive-energy, energy: [{meter: EL}, {meter: COAL, use: feedstock}]}
              - id: smelting
                indicator: unit-product
                quota: ferrosilicon.smelting-electricity
                energy: [{meter: EL}]
                output: [{meter: FESI}]
                inputs: [{input: ore_grade, from: "2026-01-01", value: "97.5"}]
              - id: clinker
                indicator: unit-product
                quota: cement.clinker.energy
                energy: [{meter: EL}, {meter: COAL}]
                output: [{meter: CLINKER}]
            calorificValues:
              - {carrier: raw-coal, from: "2026-06-01", value: "20000", unit: kJ/kg}
            economics: [{month: "2026-06", outputValue: "50", valueAdded: "10"}]
            budgets: [{year: "2026", tce: "1", basis: calorific}]
            renewables: [{year: "2026", kind: certificate, certificates: "2"}]
            """;

    private final Map<String, TrueFigure> figures = new HashMap<>();

    @BeforeEach
    void send() {
        EnterpriseBooks books = new EnterpriseBooks(new RegistryDocument("91640205MAKW0031XU", DOCUMENT));
        Instant start = Instant.parse("2026-05-31T16:00:00Z");
        for (int hour = 0; hour < 48; hour++) {
            Instant at = start.plusSeconds(hour * 3600L);
            books.note(DeviceReading.measured("EL", at, ReadingKind.AMOUNT, new BigDecimal("8421")));
            books.note(DeviceReading.measured("COAL", at, ReadingKind.AMOUNT, new BigDecimal("0.5")));
            books.note(DeviceReading.measured("FESI", at, ReadingKind.AMOUNT, new BigDecimal("1")));
            books.note(DeviceReading.measured("CLINKER", at, ReadingKind.AMOUNT, new BigDecimal("11.7")));
        }
        books.figures(figure -> figures.put(
                figure.indicator()
                        + ' '
                        + figure.period().kind()
                        + ' '
                        + figure.period().start(),
                figure));
    }

    @Test
    void sumsAreOfAllHoursAndCoalIsCountedByItsCalorificValue() {
        // 24 × 8,421 × 0.1229 = 24,838.5816 kg; 24 × 500 kg × 20,000 / 29,307.6 = 0.6824168475 → 8,189.00217 kg
        assertThat(value("energy.electricity day 2026-06-01")).isEqualByComparingTo("202104");
        assertThat(value("comprehensive-energy day 2026-06-01")).isEqualByComparingTo("33.027584");
        assertThat(value("feedstock-energy day 2026-06-02")).isEqualByComparingTo("8.189002");
        // the same with 0.3066 kg for a kWh: 61,965.0864 kg
        assertThat(value("comprehensive-energy:primary day 2026-06-01")).isEqualByComparingTo("70.154089");
    }

    @Test
    void aRatioIsJudgedByTheCorrectedLimit() {
        TrueFigure smelting = figure("unit-product:smelting day 2026-06-01");

        // 8,421 kWh/t against 8,400 + 0.5 × 40
        assertThat(smelting.value().orElseThrow()).isEqualByComparingTo("8421");
        assertThat(smelting.limit().orElseThrow()).isEqualByComparingTo("8420");
        assertThat(smelting.outcome(0, NEEDED)).contains("exceeds");
        // 117 × (1.179 − 0.211 × 82,000 / 101,325)
        assertThat(figure("unit-product:clinker day 2026-06-01").limit().orElseThrow())
                .isEqualByComparingTo("117.964377");
    }

    @Test
    void aRunningMonthIsAsFarAsItsReadingsAndAsCompleteAsWhatIsDue() {
        TrueFigure smelting = figure("unit-product:smelting month 2026-06-01");
        long afterThreeDays = Days.start(java.time.LocalDate.parse("2026-06-04"));

        assertThat(smelting.until()).isEqualTo(Days.start(java.time.LocalDate.parse("2026-06-03")));
        assertThat(smelting.completeness(0)).isEqualByComparingTo("1");
        assertThat(smelting.completeness(afterThreeDays)).isEqualByComparingTo("0.6666");
        assertThat(smelting.outcome(afterThreeDays, NEEDED)).contains("cannot-be-judged");
        assertThat(smelting.reasons(afterThreeDays, NEEDED)).containsExactly("incomplete");
        assertThat(smelting.since()).contains(java.time.LocalDate.parse("2026-06-01"));
    }

    @Test
    void theYearHasItsBudgetAndEveryRuleOfDualControl() {
        TrueFigure budget = figure("energy-budget year 2026-01-01");

        assertThat(budget.value().orElseThrow()).isEqualByComparingTo("66.055168");
        assertThat(budget.outcome(0, NEEDED)).contains("exceeds");
        assertThat(value("renewable-electricity year 2026-01-01")).isEqualByComparingTo("2000");
        // 66.055168 less 2 × 8.189002 of feedstock; less 2,000 kWh × 0.1229
        assertThat(value("dual-control:2022-803 year 2026-01-01")).isEqualByComparingTo("49.677163");
        assertThat(value("dual-control:2024-113 year 2026-01-01")).isEqualByComparingTo("65.809368");
        assertThat(figures).doesNotContainKey("intensity:output-value month 2026-06-01");
    }

    private BigDecimal value(String key) {
        return figure(key).value().orElseThrow();
    }

    private TrueFigure figure(String key) {
        return Optional.ofNullable(figures.get(key))
                .orElseThrow(() -> new AssertionError(key + " is not among " + List.copyOf(figures.keySet())));
    }
}

package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.registry.reference.Expression.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corrections that come with the program, against limits computed by hand. */
class QuotaRulesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-01");

    private final ReferenceData data = ReferenceData.standard();

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
                    cement.energy ; clinker_ratio=76 altitude=1400 ; 81.10 ; 88.15 ; 95.20
                    cement.energy ; clinker_ratio=76 altitude=2000 pressure=80000 ; 81.10 ; 88.15 ; 96.3812
                    cement.energy ; clinker_ratio=70 altitude=1500 ; 74.50 ; 81.25 ; 88.00
                    cement.energy ; clinker_ratio=75 altitude=1500.01 pressure=101325 ; 80 ; 87 ; 90.9920
                    cement.clinker.energy ; altitude=2000 pressure=80000 ; 100 ; 107 ; 118.4517
                    cement.clinker.electricity ; altitude=2000 pressure=80000 ; 48 ; 57 ; 61.7568
                    cement.clinker.coal ; altitude=2000 pressure=80000 ; 94 ; 100 ; 110.3524
                    cement.preparation.electricity ; altitude=2000 ; 26 ; 29 ; 34
                    ferrosilicon.smelting-electricity ; ore_grade=97 ; 8090 ; 8340 ; 8440
                    ferrosilicon.smelting-electricity ; ore_grade=98 ; 8050 ; 8300 ; 8400
                    ferrosilicon.smelting-electricity ; ore_grade=96.5 ; 8110 ; 8360 ; 8460
                    ferrosilicon.energy ; ore_grade=97 ; 1700 ; 1770 ; 1850
                    high-carbon-ferromanganese.smelting-electricity ; ore_grade=41 ; 2000 ; 2300 ; 2450
                    silicomanganese.smelting-electricity ; ore_grade=34 ; 4000 ; 4200 ; 4450
                    low-carbon-silicomanganese.smelting-electricity ; ore_grade=37 ; 4750 ; 5000 ; 5090
                    micro-carbon-ferromanganese.smelting-electricity ; ore_grade=46 ; 990 ; 1040 ; 1080
                    high-carbon-ferrochrome.smelting-electricity ; ore_grade=42 ; 2940 ; 3140 ; 3340
                    charge-ferrochrome.smelting-electricity ; ore_grade=38 ; 3360 ; 3660 ; 3810
                    medium-low-carbon-ferrochrome.smelting-electricity ; ore_grade=50 ; 1580 ; 1730 ; 1880
                    blast-furnace-ferromanganese.coke ; ore_grade=35 ; 1340 ; 1380 ; 1410
                    steel.sinter.energy ; rare_earth_ore=10 vanadium_titanium_ore=20 laterite_ore=5 ; 54.5 ; 57.5 ; 63.5
                    steel.pellet.energy ; rare_earth_ore=2 vanadium_titanium_ore=0 laterite_ore=0 ; 15.3 ; 22.3 ; 33.3
                    steel.blast-furnace.energy ; rare_earth_ore=10 vanadium_titanium_ore=20 laterite_ore=4 feed_grade=60 ; 382.22 ; 391.22 ; 436.22
                    steel.blast-furnace.energy ; rare_earth_ore=0 vanadium_titanium_ore=0 laterite_ore=0 feed_grade=55 ; 379.05 ; 388.05 ; 433.05
                    steel.blast-furnace.energy ; rare_earth_ore=0 vanadium_titanium_ore=0 laterite_ore=0 feed_grade=64 ; 361 ; 370 ; 415
                    steel.converter.energy ; scrap_ratio=0 steel_class=0 ; -30 ; -28 ; -12
                    steel.converter.energy ; scrap_ratio=20 steel_class=0 ; -25.4 ; -23.4 ; -7.4
                    steel.converter.energy ; scrap_ratio=0 steel_class=1 ; -29.2 ; -27.2 ; -11.2
                    steel.converter.energy ; scrap_ratio=0 steel_class=2 ; -28.8 ; -26.8 ; -10.8
                    steel.converter.energy ; scrap_ratio=20 steel_class=3 ; -23.9 ; -21.9 ; -5.9
                    steel.electric-arc-furnace.70t-or-more.energy ; all_stainless=1 hot_metal_ratio=30 furnace_steel_class=2 ; 58.1 ; 61.4 ; 70.2
                    steel.electric-arc-furnace.50t-to-70t.energy ; all_stainless=0 hot_metal_ratio=10 furnace_steel_class=1 ; 61 ; - ; 72
                    steel.electric-arc-furnace.below-50t.energy ; all_stainless=0 hot_metal_ratio=0 furnace_steel_class=0 ; 61 ; - ; 86
                    coke.top-charged.energy ; mixed_gas_ratio=0.5 coal_moisture=11 oven_age=20 wet_quenching=1 ; 120.17 ; 120.17 ; 191.63
                    coke.top-charged.energy ; mixed_gas_ratio=0 coal_moisture=10 oven_age=15 wet_quenching=0 ; 110 ; 110 ; 135
                    coke.stamp-charged.energy ; mixed_gas_ratio=0 coal_moisture=9.5 oven_age=26 wet_quenching=0 ; 116.79 ; 116.79 ; 141.79
                    coke.stamp-charged.energy ; mixed_gas_ratio=1 coal_moisture=10.5 oven_age=25 wet_quenching=0 ; 129.5 ; 129.5 ; 154.5
                    glass.flat.500t-to-800t.energy ; correction_factor=0.95 ; 9.025 ; 10.925 ; 12.825
                    power.coal.supercritical-300mw.supply-coal ; unit_addition=10 correction_factor=1.02 ; 306 ; 290.7 ; 324.36
                    power.gas-turbine.f-400mw.supply-coal ; air_cooled=1 ; 203 ; 220 ; 223
                    power.gas-turbine.f-400mw.supply-coal ; air_cooled=0 ; 203 ; 215 ; 223
                    soda-ash.light.combined.energy ; salt=1 ; 171.1 ; 188.8 ; 236
                    soda-ash.dense.combined.energy ; salt=0 ; 185 ; 205 ; 250
                    raw-coal.underground.energy ; coefficient_sum=0.25 ; 2 ; 4.96 ; 8.64
                    calcium-carbide.energy ; - ; 805 ; 823 ; 940
                    aluminium.liquid-comprehensive-ac ; - ; 13250 ; 13350 ; 13700
                    ammonia.lignite.energy ; - ; 1700 ; 1800 ; 1900
                    refining.energy-factor ; - ; 6.85 ; 7.50 ; 8.50
                    data-centre.pue.gb40879 ; racks=3000 ; 1.20 ; 1.30 ; 1.50
                    """)
    void limitsAreCorrectedAsPublished(
            String quota,
            @Nullable String inputs,
            @Nullable BigDecimal level1,
            @Nullable BigDecimal level2,
            @Nullable BigDecimal level3) {
        Map<String, BigDecimal> known = inputs(inputs == null ? "" : inputs);

        assertThat(corrected(quota, 1, known)).isEqualTo(rounded(Optional.ofNullable(level1)));
        assertThat(corrected(quota, 2, known)).isEqualTo(rounded(Optional.ofNullable(level2)));
        assertThat(corrected(quota, 3, known)).isEqualTo(rounded(Optional.ofNullable(level3)));
    }

    private Optional<BigDecimal> corrected(String quota, int level, Map<String, BigDecimal> inputs) {
        QuotaEntry entry = data.entry(quota, DAY).orElseThrow();
        Map<String, BigDecimal> known = new HashMap<>(inputs);
        Optional<BigDecimal> limit = entry.quota().level(level);
        for (QuotaRule rule : entry.rules()) {
            if (limit.isPresent()
                    && rule.kind() == QuotaRule.Kind.CORRECTION
                    && rule.levels().contains(level)) {
                known.put("limit", limit.get());
                limit = Optional.of(value(rule.expression(), known));
            }
        }
        return rounded(limit);
    }

    private static Optional<BigDecimal> rounded(Optional<BigDecimal> limit) {
        return limit.map(figure -> figure.setScale(4, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal value(String expression, Map<String, BigDecimal> inputs) {
        Outcome outcome = Expression.parse(expression).evaluate(name -> Optional.ofNullable(inputs.get(name)));
        assertThat(outcome).as(expression).isInstanceOf(Outcome.Value.class);
        return ((Outcome.Value) outcome).value();
    }

    private static Map<String, BigDecimal> inputs(String text) {
        Map<String, BigDecimal> inputs = new HashMap<>();
        for (String pair : text.split(" ")) {
            if (!pair.isEmpty()) {
                inputs.put(pair.substring(0, pair.indexOf('=')), new BigDecimal(pair.substring(pair.indexOf('=') + 1)));
            }
        }
        return inputs;
    }

    @Test
    void theAltitudesFactorIs1Point0124At80Kilopascals() {
        assertThat(value("1.179 - 0.211 * pressure / 101325", inputs("pressure=80000"))
                        .setScale(6, RoundingMode.HALF_EVEN))
                .isEqualTo("1.012407");
    }

    @Test
    void below1500MetresThePressureIsNotAskedFor() {
        assertThat(missing("cement.clinker.energy", inputs("altitude=1500"))).isEmpty();
        assertThat(missing("cement.clinker.energy", inputs("altitude=1501"))).containsExactly("pressure");
        assertThat(missing("cement.energy", Map.of())).containsExactlyInAnyOrder("altitude", "clinker_ratio");
    }

    private Set<String> missing(String quota, Map<String, BigDecimal> inputs) {
        Map<String, BigDecimal> known = new HashMap<>(inputs);
        known.put("limit", BigDecimal.ONE);
        Set<String> missing = new TreeSet<>();
        for (QuotaRule rule : data.entry(quota, DAY).orElseThrow().rules()) {
            Outcome outcome =
                    Expression.parse(rule.expression()).evaluate(name -> Optional.ofNullable(known.get(name)));
            if (outcome instanceof Outcome.Missing names) {
                missing.addAll(names.names());
            }
        }
        return missing;
    }

    @ParameterizedTest
    @CsvSource({
        "data-centre.pue.gb40879, racks=100, 1",
        "data-centre.pue.gb40879, racks=101, 0",
        "steel.converter.energy, special_converter=1, 1",
        "steel.converter.energy, special_converter=0, 0"
    })
    void exemptionsSayWhetherAPlantIsJudged(String quota, String inputs, BigDecimal exempt) {
        QuotaRule rule = data.entry(quota, DAY).orElseThrow().rules().stream()
                .filter(one -> one.kind() == QuotaRule.Kind.EXEMPTION)
                .findFirst()
                .orElseThrow();

        assertThat(value(rule.expression(), inputs(inputs))).isEqualTo(exempt);
    }

    @ParameterizedTest
    @CsvSource({
        "calcium-carbide.gas-yield, gas_yield=285, 0.95",
        "ferrosilicon.si, si_content=72, 0.96",
        "ferromanganese.mn, mn_content=68.25, 1.05",
        "silicomanganese.mn-si, mn_si_content=84.05, 1.025",
        "high-carbon-ferrochrome.cr, cr_content=55, 1.1",
        "refining.energy-factor, refinery_energy_factor=9.5, 9.5"
    })
    void outputIsConvertedToTheStandardsOwnTonne(String conversion, String inputs, BigDecimal factor) {
        assertThat(value(data.conversion(conversion, DAY).orElseThrow().expression(), inputs(inputs)))
                .isEqualByComparingTo(factor);
    }

    @Test
    void everyInputOfTheFileIsUsedByARuleOrAConversion() {
        Set<String> used = new TreeSet<>();
        data.entries()
                .forEach(entry -> entry.rules()
                        .forEach(rule ->
                                used.addAll(Expression.parse(rule.expression()).names())));
        data.conversions()
                .forEach(conversion ->
                        used.addAll(Expression.parse(conversion.expression()).names()));
        used.remove("limit");

        assertThat(data.inputs()).extracting(input -> input.id()).containsExactlyElementsOf(used);
    }

    @Test
    void inputsSayWhereTheyComeFrom() {
        assertThat(data.input("altitude").orElseThrow().origin()).isEqualTo(InputDefinition.Origin.SITE);
        assertThat(data.input("racks").orElseThrow().origin()).isEqualTo(InputDefinition.Origin.DATA_CENTRE);
        assertThat(data.input("steel_class").orElseThrow().choices()).containsOnlyKeys("0", "1", "2", "3");
        assertThat(data.input("ore_grade").orElseThrow().most()).contains(new BigDecimal("100"));
        assertThat(data.input("unheard_of")).isEmpty();
    }
}

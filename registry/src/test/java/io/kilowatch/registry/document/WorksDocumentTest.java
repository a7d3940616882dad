package io.kilowatch.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.DataCentre.Commitment;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.Declared.SteamState;
import io.kilowatch.domain.Declared.Tariff;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Site;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorksDocumentTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    private final Enterprise works = SampleDocument.WORKS.enterprise();
    private final Declared declared = works.declared();

    @Test
    void itsJsonSaysTheSame() {
        String json = new String(SampleDocument.WORKS.valid().json(), StandardCharsets.UTF_8);

        assertThat(new SampleDocument(json).enterprise()).isEqualTo(works);
    }

    @Test
    void aSiteSaysItsPressureAndADataCentreItsCommitment() {
        assertThat(works.sites()).extracting(Site::pressure).containsExactly(decimal("88600"), Optional.empty());
        assertThat(works.dataCentre().orElseThrow().commitment())
                .contains(new Commitment(new BigDecimal("1.25"), "节能审查意见〔2025〕1号", LocalDate.parse("2025-03-01")));
    }

    @Test
    void anEnergyTermMayBeFeedstock() {
        assertThat(account("all").terms())
                .containsExactly(
                        new Term("EL", false),
                        new Term("COAL", false, true, Optional.empty()),
                        new Term("GAS", false),
                        new Term("STEAM", false),
                        new Term("AIR-IN", false),
                        new Term("AIR", true));
    }

    @Test
    void anAccountHasItsSiteCapacityAndInputs() {
        assertThat(account("furnace"))
                .isEqualTo(new Account.UnitProduct(
                        "furnace",
                        new Name("冶炼电耗", "Smelting electricity"),
                        Optional.of("ferrosilicon.smelting-electricity"),
                        List.of(new Term("EL", false)),
                        List.of(new Term("OUT", false)),
                        List.of(
                                new Input("ore_grade", NEW_YEAR, new BigDecimal("97.5")),
                                new Input("ore_grade", LocalDate.parse("2026-07-01"), new BigDecimal("98"))),
                        Optional.of("north"),
                        decimal("50000.5")));
    }

    @Test
    void anOutputTermMayBeConvertedWithInputsOfItsOwn() {
        Account.UnitProduct own = (Account.UnitProduct) account("own");

        assertThat(own.quota()).isEmpty();
        assertThat(own.output())
                .containsExactly(new Term("OUT", false, false, Optional.of("calcium-carbide.gas-yield")));
        assertThat(own.inputs()).extracting(Input::id).containsExactly("gas_yield");
    }

    @Test
    void aChoiceIsWrittenByNumberOrByName() {
        for (String written : List.of("1", "优质碳素结构钢", "quality carbon structural steel")) {
            SampleDocument document = SampleDocument.WORKS
                    .with("quota: ferrosilicon.smelting-electricity", "quota: steel.converter.energy")
                    .with(
                            "{input: ore_grade, from: 2026-01-01, value: 97.5}",
                            "{input: steel_class, from: 2026-01-01, value: " + written + '}')
                    .with("      - {input: ore_grade, from: 2026-07-01, value: 98}\n", "");

            assertThat(document.enterprise().accounts().get(1))
                    .isInstanceOfSatisfying(
                            Account.UnitProduct.class,
                            furnace -> assertThat(furnace.inputs())
                                    .containsExactly(new Input("steel_class", NEW_YEAR, BigDecimal.ONE)));
        }
    }

    @Test
    void aDataCentreHasThresholdsBesidesItsQuotaAndPartsOfItsOwn() {
        assertThat(account("hall"))
                .isEqualTo(new Account.PowerUsage(
                        "hall",
                        Optional.of(new Name("数据中心", "Centre")),
                        Optional.of("data-centre.pue.gb40879"),
                        List.of("commitment", "data-centre.pue.ningxia-new-large"),
                        List.of(new Term("EL", false), new Term("GAS", false)),
                        List.of(new Term("EL-SENT", false)),
                        false));
        assertThat(account("room-1"))
                .isInstanceOfSatisfying(
                        Account.PowerUsage.class,
                        room -> assertThat(room.partial()).isTrue());
    }

    @Test
    void anyNumberOfPartsMayHaveAPueBesideTheWhole() {
        SampleDocument document = SampleDocument.WORKS.with("partial: true\n", """
                partial: true
                    facility: [{meter: EL}]
                    it: [{meter: EL-SENT}]
                  - id: room-2
                    indicator: pue
                    partial: 'true'
                """.stripIndent());

        assertThat(document.enterprise().accounts()).hasSize(6);
    }

    @Test
    void calorificValuesAreInKilojoulesPerBaseUnit() {
        assertThat(declared.calorificValues())
                .containsExactly(
                        new CalorificValue("raw-coal", List.of(), NEW_YEAR, new BigDecimal("20908")),
                        new CalorificValue(
                                "raw-coal",
                                List.of("COAL"),
                                LocalDate.parse("2026-02-01"),
                                new BigDecimal("20934.0000")),
                        new CalorificValue("natural-gas", List.of(), NEW_YEAR, new BigDecimal("35500.0")));
    }

    @ParameterizedTest
    @CsvSource({
        "kJ/kg, raw-coal, 5000",
        "MJ/kg, raw-coal, 5000000",
        "kcal/kg, raw-coal, 20934.0",
        "kJ/m3, natural-gas, 5000",
        "MJ/m3, natural-gas, 5000000",
        "MJ/m³, natural-gas, 5000000",
        "kcal/m3, natural-gas, 20934.0"
    })
    void everyUnitOfACalorificValueIsExact(String unit, String carrier, BigDecimal kilojoules) {
        SampleDocument document = SampleDocument.WORKS.with(
                "{carrier: raw-coal, from: 2026-01-01, value: 20908}",
                "{carrier: " + carrier + ", from: 2025-01-01, value: 5000, unit: " + unit + "}");

        assertThat(document.enterprise().declared().calorificValues().get(0).kilojoules())
                .isEqualByComparingTo(kilojoules);
    }

    @Test
    void theRestIsDeclaredAsItIsWritten() {
        assertThat(declared.steamStates())
                .containsExactly(new SteamState("STEAM", NEW_YEAR, new BigDecimal("0.8"), new BigDecimal("185")));
        assertThat(declared.economics())
                .containsExactly(
                        new Economics(YearMonth.of(2026, 1), decimal("12500.5"), decimal("-10")),
                        new Economics(YearMonth.of(2026, 2), Optional.empty(), decimal("3100")));
        assertThat(declared.tariffs())
                .containsExactly(
                        new Tariff(Tariff.Category.PERMITTED, LocalDate.parse("2020-01-01")),
                        new Tariff(Tariff.Category.CAPACITY_NOT_CUT, NEW_YEAR));
    }

    @Test
    void aYearMayHaveABudgetOnEitherBasis() {
        assertThat(declared.budgets())
                .extracting(Declared.Budget::basis)
                .containsExactly(Basis.CALORIFIC, Basis.PRIMARY);
        assertThat(declared.budgets().get(0).months()).isEmpty();
        assertThat(declared.budgets().get(1).months())
                .hasSize(12)
                .endsWith(new BigDecimal("0.1"), new BigDecimal("0.05"));
        assertThat(declared.budgets().get(1).tce()).isEqualTo("300000");
    }

    @Test
    void aCertificateIsAThousandKilowattHours() {
        assertThat(declared.renewables())
                .containsExactly(
                        new Renewable(2026, Renewable.Kind.CERTIFICATE, new BigDecimal("1200000")),
                        new Renewable(2026, Renewable.Kind.BUNDLED_CERTIFICATE, new BigDecimal("500")),
                        new Renewable(2026, Renewable.Kind.OWN_GENERATION, new BigDecimal("1500000.5")),
                        new Renewable(2026, Renewable.Kind.NUCLEAR, new BigDecimal("0")));
    }

    @ParameterizedTest
    @CsvSource({
        "blast-furnace-ferromanganese.coke, COKE, OUT",
        "coal-to-gas.energy, COAL, VOLUME",
        "monocrystalline-silicon.wafer.energy, EL, WAFERS",
        "power.coal.ultra-supercritical-1000mw.supply-coal, COAL, EL-SENT",
        "ferrosilicon.energy, COKE, OUT"
    })
    void aQuotaOfAnyUnitMayJudgeWhatItsUnitIsOf(String quota, String energy, String output) {
        SampleDocument document = SampleDocument.WORKS.with(
                "  - id: hall\n",
                "  - {id: p, indicator: unit-product, name: {zh: 单, en: P}, quota: " + quota + ", energy: [{meter: "
                        + energy + "}], output: [{meter: " + output + "}]}\n  - id: hall\n");

        assertThat(document.faults()).isEmpty();
    }

    @Test
    void severalQuotasMayJudgeOneProduct() {
        SampleDocument document = SampleDocument.WORKS.with(
                "  - id: hall\n",
                "  - {id: p, indicator: unit-product, name: {zh: 单, en: P}, quota: ferrosilicon.energy,"
                        + " energy: [{meter: EL}], output: [{meter: OUT}]}\n  - id: hall\n");

        assertThat(document.faults()).isEmpty();
    }

    private Account account(String id) {
        return works.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<BigDecimal> decimal(String text) {
        return Optional.of(new BigDecimal(text));
    }
}

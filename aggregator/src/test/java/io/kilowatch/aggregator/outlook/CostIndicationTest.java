package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.Verdicts.aVerdict;
import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Tariff;
import io.kilowatch.domain.Declared.Tariff.Category;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smelters' steps of 发改价格〔2021〕1239号 (13450 kWh/t in 2023, 13300 in 2025), and lists and thresholds. */
class CostIndicationTest {
    private static final String ALUMINIUM = "aluminium.liquid-comprehensive-ac";

    private static final List<PriceTier> STEPS = List.of(
            PriceTiers.steps(ALUMINIUM, "13650", "2022-01-01", "2023-01-01"),
            PriceTiers.steps(ALUMINIUM, "13450", "2023-01-01", "2025-01-01"),
            PriceTiers.steps(ALUMINIUM, "13300", "2025-01-01", ""));

    @Test
    void aSmelterMayMeetTheLimitAndStillPay() {
        Verdict verdict = aVerdict()
                .worth("13700")
                .summing("1370000", "100")
                .judged(Outcome.WITHIN)
                .build();

        CostIndication indication = CostIndication.of(smelter(), List.of(verdict), STEPS, day("2025-12-31"));

        assertThat(indication.enterprise()).isEqualTo(smelter().code());
        assertThat(indication.day()).isEqualTo("2025-12-31");
        assertThat(indication.paysWithinLimit()).isTrue();
        assertThat(indication.notes()).isEmpty();
        assertThat(indication.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.indicator()).contains("unit-product:product");
            assertThat(charge.value()).contains(decimal("13700"));
            assertThat(charge.outcome()).contains(Outcome.WITHIN);
            assertThat(charge.steps()).contains(decimal("20"));
            assertThat(charge.adder()).contains(decimal("0.20"));
            assertThat(charge.kilowattHours()).contains(decimal("1370000"));
            assertThat(charge.cost()).contains(decimal("274000.00"));
            assertThat(charge.text().zh())
                    .isEqualTo("电解铝阶梯电价（发改价格〔2021〕1239号）超档：指标 13700，分档标准 13300，每 20 一档，计 20 档，每千瓦时加价 0.2 元，"
                            + "电量 1370000 kWh，计 274000 元。虽符合能耗限额，仍须加价");
            assertThat(charge.text().en())
                    .isEqualTo(
                            "tiered price (发改价格〔2021〕1239号), above: 13700 against a threshold of 13300, 20 steps of 20 "
                                    + "each; 0.2 yuan/kWh are added, for 1370000 kWh 274000 yuan. The quota is met and yet the "
                                    + "adder is due");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "13700, 2023-12-31, 13, 0.13",
        "13700, 2023-01-01, 13, 0.13",
        "13700, 2024-12-31, 13, 0.13",
        "13700, 2022-12-31, 3, 0.03",
        "13300, 2025-12-31, 0, 0",
        "13299.999999, 2025-12-31, 0, 0",
        "12000, 2025-12-31, 0, 0",
        "13300.000001, 2025-12-31, 1, 0.01",
        "13320, 2025-12-31, 1, 0.01",
        "13320.000001, 2025-12-31, 2, 0.02"
    })
    void aPartOfAStepCountsAsOne(String value, String day, String steps, String adder) {
        Verdict verdict = aVerdict()
                .in("year:" + day.substring(0, 4) + "-01-01")
                .worth(value)
                .judged(Outcome.EXCEEDS)
                .build();

        CostIndication indication = CostIndication.of(smelter(), List.of(verdict), STEPS, day(day));

        assertThat(indication.paysWithinLimit()).isFalse();
        assertThat(indication.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.steps().orElseThrow()).isEqualByComparingTo(steps);
            assertThat(charge.adder().orElseThrow()).isEqualByComparingTo(adder);
            assertThat(charge.kilowattHours()).isEmpty();
            assertThat(charge.cost()).isEmpty();
        });
    }

    @Property(tries = 200)
    void moreEnergyIsNeverCheaper(
            @ForAll @IntRange(min = 12_000_000, max = 15_000_000) int one,
            @ForAll @IntRange(min = 12_000_000, max = 15_000_000) int other) {
        BigDecimal lower = adder(BigDecimal.valueOf(Math.min(one, other), 3));
        BigDecimal higher = adder(BigDecimal.valueOf(Math.max(one, other), 3));

        assertThat(lower).isLessThanOrEqualTo(higher).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    @Test
    void coalIsNotTakenForElectricity() {
        Verdict verdict = aVerdict()
                .of("unit-product:product", "kgce/t")
                .worth("13700")
                .summing("1370000", "100")
                .build();

        assertThat(only(List.of(verdict), STEPS).kilowattHours()).isEmpty();
    }

    @Test
    void nothingIsPaidWithinTheLimitWhereNothingIsPaid() {
        Verdict verdict = aVerdict().worth("13300").judged(Outcome.WITHIN).build();

        CostIndication indication = CostIndication.of(smelter(), List.of(verdict), STEPS, day("2025-12-31"));

        assertThat(indication.paysWithinLimit()).isFalse();
        assertThat(indication.charges()).hasSize(1);
    }

    @Test
    void aRowWithoutEndGivesWayToTheNextOne() {
        List<PriceTier> open = List.of(
                PriceTiers.steps(ALUMINIUM, "13450", "2023-01-01", ""),
                PriceTiers.steps(ALUMINIUM, "13650", "2022-01-01", ""),
                PriceTiers.steps(ALUMINIUM, "13300", "2025-01-01", ""));
        Verdict verdict = aVerdict().in("year:2024-01-01").worth("13700").build();

        CostIndication indication = CostIndication.of(smelter(), List.of(verdict), open, day("2024-12-31"));

        assertThat(indication.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.tier().threshold()).contains(decimal("13450"));
            assertThat(charge.outcome()).isEmpty();
        });
    }

    @Test
    void anUnknownFigureIsSaidToBeUnknown() {
        Verdict otherYear = aVerdict().in("year:2024-01-01").worth("13700").build();
        Verdict month = aVerdict().in("month:2025-01-01").worth("13700").build();
        Verdict withoutValue = aVerdict()
                .summing("1370000", "0")
                .judged(Outcome.CANNOT_BE_JUDGED)
                .build();
        PriceTier noAdder = PriceTiers.row(PriceTier.Kind.STEPS)
                .quota(ALUMINIUM)
                .threshold("13300")
                .step("20")
                .unverified()
                .build();

        Charge none = only(List.of(otherYear, month), STEPS);
        Charge empty = only(List.of(withoutValue), STEPS);
        Charge unread = only(List.of(aVerdict().worth("13700").build()), List.of(noAdder));

        assertThat(none.value()).isEmpty();
        assertThat(none.adder()).isEmpty();
        assertThat(none.text().zh()).isEqualTo("电解铝阶梯电价（发改价格〔2021〕1239号）超档：指标值未知，加价标准未知");
        assertThat(none.text().en())
                .isEqualTo(
                        "tiered price (发改价格〔2021〕1239号), above: the indicator's value is not known; what is added is "
                                + "not known");
        assertThat(empty.steps()).isEmpty();
        assertThat(empty.kilowattHours()).contains(decimal("1370000"));
        assertThat(empty.cost()).isEmpty();
        assertThat(unread.steps()).contains(decimal("20"));
        assertThat(unread.adder()).isEmpty();
        assertThat(unread.text().zh()).endsWith("，加价标准未知。该条未核对原文");
        assertThat(unread.text().en())
                .endsWith("; what is added is not known. The row was not checked against the text");
    }

    @Test
    void theListInForceOnTheDayDecides() {
        List<PriceTier> list = List.of(
                PriceTiers.listed(Category.ELIMINATED, "0.5").build(),
                PriceTiers.listed(Category.RESTRICTED, "0.1").build());
        Verdict electricity =
                aVerdict().of("energy.electricity", "kWh").summing("1000", "").build();
        Enterprise works = works(
                "C3110",
                new Tariff(Category.RESTRICTED, day("2025-06-01")),
                new Tariff(Category.PERMITTED, day("2024-01-01")),
                new Tariff(Category.ELIMINATED, day("2025-09-01")));

        assertThat(CostIndication.of(works, List.of(electricity), list, day("2025-05-31"))
                        .charges())
                .isEmpty();
        assertThat(CostIndication.of(works, List.of(electricity), list, day("2025-06-01"))
                        .charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.adder()).contains(decimal("0.1"));
                    assertThat(charge.kilowattHours()).contains(decimal("1000"));
                    assertThat(charge.cost()).contains(decimal("100.0"));
                    assertThat(charge.indicator()).isEmpty();
                    assertThat(charge.text().zh())
                            .isEqualTo("钢铁差别电价（发改价格〔2016〕2803号）名单，每千瓦时加价 0.1 元，电量 1000 kWh，计 100 元");
                    assertThat(charge.text().en())
                            .isEqualTo(
                                    "differential price (发改价格〔2016〕2803号), list; 0.1 yuan/kWh are added, for 1000 kWh "
                                            + "100 yuan");
                });
        assertThat(CostIndication.of(works, List.of(), list, day("2025-09-01")).charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.adder()).contains(decimal("0.5"));
                    assertThat(charge.cost()).isEmpty();
                });
    }

    @Test
    void electricityInAnotherUnitIsNotTakenForKilowattHours() {
        Verdict coal =
                aVerdict().of("energy.electricity", "kgce").summing("1000", "").build();
        Enterprise works = works("C3110", new Tariff(Category.RESTRICTED, day("2025-01-01")));

        Charge charge = CostIndication.of(
                        works,
                        List.of(coal),
                        List.of(PriceTiers.listed(Category.RESTRICTED, "0.1").build()),
                        day("2025-12-31"))
                .charges()
                .get(0);

        assertThat(charge.kilowattHours()).isEmpty();
    }

    @Test
    void whoDeclaresNoListIsInNone() {
        List<PriceTier> list = List.of(
                PriceTiers.listed(Category.RESTRICTED, "0.1").build(),
                PriceTiers.row(PriceTier.Kind.LIST).build());

        assertThat(CostIndication.of(works("C3110"), List.of(), list, day("2025-12-31"))
                        .charges())
                .isEmpty();
    }

    @Test
    void aRowIsForItsRegionAndIndustryAndTime() {
        Enterprise works = works("C3110", new Tariff(Category.RESTRICTED, day("2020-01-01")));

        assertThat(applies(works, row().region("64"))).isTrue();
        assertThat(applies(works, row().region("45"))).isFalse();
        assertThat(applies(works, row().industry("C31"))).isTrue();
        assertThat(applies(works, row().industry("C3140 | C3110"))).isTrue();
        assertThat(applies(works, row().industry("C30"))).isFalse();
        assertThat(applies(works, row().from("2025-12-31"))).isTrue();
        assertThat(applies(works, row().from("2026-01-01"))).isFalse();
        assertThat(applies(works, row().from("2020-01-01").until("2026-01-01"))).isTrue();
        assertThat(applies(works, row().from("2020-01-01").until("2025-12-31"))).isFalse();
    }

    @Test
    void theHighestThresholdThatIsExceededDecides() {
        List<PriceTier> tiers = List.of(
                threshold("13500", "0.1").build(),
                threshold("13300", "0.05").build(),
                threshold("13100", "0.5").from("2020-01-01").build());

        assertThat(only(List.of(aVerdict().worth("13501").build()), tiers).adder())
                .contains(decimal("0.1"));
        assertThat(only(List.of(aVerdict().worth("13500").build()), tiers).adder())
                .contains(decimal("0.05"));
        Charge none = only(List.of(aVerdict().worth("13300").build()), tiers);
        assertThat(none.adder()).contains(BigDecimal.ZERO);
        assertThat(none.tier().threshold()).contains(decimal("13300"));
        assertThat(none.steps()).isEmpty();
        assertThat(none.text().zh()).contains("：指标 13300，分档标准 13300，每千瓦时加价 0 元");
        assertThat(none.text().en()).contains(": 13300 against a threshold of 13300; 0 yuan/kWh are added");
        Charge unknown = only(List.of(), tiers);
        assertThat(unknown.adder()).isEmpty();
        assertThat(unknown.tier().threshold()).contains(decimal("13300"));
    }

    @Test
    void aThresholdWithoutFigureSaysNothing() {
        List<PriceTier> tiers = List.of(
                PriceTiers.row(PriceTier.Kind.THRESHOLD).quota(ALUMINIUM).build());

        assertThat(CostIndication.of(smelter(), List.of(), tiers, day("2025-12-31"))
                        .charges())
                .isEmpty();
    }

    @Test
    void aQuotaThatThePlantDoesNotHaveIsNotItsConcern() {
        List<PriceTier> tiers = List.of(PriceTiers.steps("cement.clinker.power", "57", "2020-01-01", ""));

        CostIndication indication = CostIndication.of(smelter(), List.of(), tiers, day("2025-12-31"));

        assertThat(indication.charges()).isEmpty();
    }

    @Test
    void aDataCentrePaysByItsPue() {
        Enterprise centre = anEnterprise()
                .with(aMeter().called("f"), aMeter().called("i"))
                .powerUsage("pue", "f", "i")
                .build();
        List<PriceTier> tiers = List.of(PriceTiers.row(PriceTier.Kind.THRESHOLD)
                .quota("pue")
                .threshold("1.35")
                .build());
        Verdict pue = aVerdict()
                .of("pue:hall", "1")
                .worth("1.4")
                .summing("140", "100")
                .build();

        assertThat(CostIndication.of(centre, List.of(pue), tiers, day("2025-12-31"))
                        .charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.indicator()).contains("pue:hall");
                    assertThat(charge.value()).contains(decimal("1.4"));
                    assertThat(charge.kilowattHours()).isEmpty();
                });
    }

    @Test
    void aFurtherThresholdOfADataCentreHasAVerdictOfItsOwn() {
        Account.PowerUsage whole = new Account.PowerUsage(
                "hall", Optional.empty(), Optional.of("a"), List.of("pue", "b"), List.of(), List.of(), false);
        Account.PowerUsage part = new Account.PowerUsage(
                "room", Optional.empty(), Optional.of("pue"), List.of("pue"), List.of(), List.of(), true);
        Enterprise centre = Verdicts.with(anEnterprise().build(), List.of(whole, part));

        assertThat(Addressee.indicators(centre, "pue")).containsExactly("pue:hall:pue");
        assertThat(Addressee.indicators(centre, "a")).containsExactly("pue:hall");
    }

    @Test
    void notesAreListedAndNotComputed() {
        PriceTier note = PriceTiers.row(PriceTier.Kind.NOTE).industry("C32").build();
        PriceTier ofQuota = PriceTiers.row(PriceTier.Kind.NOTE).quota(ALUMINIUM).build();
        PriceTier otherQuota = PriceTiers.row(PriceTier.Kind.NOTE)
                .quota("cement.clinker.energy")
                .build();
        PriceTier others = PriceTiers.row(PriceTier.Kind.NOTE).industry("C31").build();

        CostIndication indication =
                CostIndication.of(smelter(), List.of(), List.of(note, ofQuota, others, otherQuota), day("2025-12-31"));

        assertThat(indication.charges()).isEmpty();
        assertThat(indication.notes()).containsExactly(note, ofQuota);
    }

    private static PriceTiers row() {
        return PriceTiers.listed(Category.RESTRICTED, "0.1");
    }

    private static PriceTiers threshold(String figure, String adder) {
        return PriceTiers.row(PriceTier.Kind.THRESHOLD)
                .quota(ALUMINIUM)
                .threshold(figure)
                .adder(adder);
    }

    private static boolean applies(Enterprise works, PriceTiers row) {
        return !CostIndication.of(works, List.of(), List.of(row.build()), day("2025-12-31"))
                .charges()
                .isEmpty();
    }

    private static Charge only(List<Verdict> verdicts, List<PriceTier> tiers) {
        List<Charge> charges =
                CostIndication.of(smelter(), verdicts, tiers, day("2025-12-31")).charges();
        assertThat(charges).hasSize(1);
        return charges.get(0);
    }

    private static BigDecimal adder(BigDecimal value) {
        return only(List.of(aVerdict().worth(value.toPlainString()).build()), STEPS)
                .adder()
                .orElseThrow();
    }

    private static Enterprise smelter() {
        return anEnterprise()
                .with(aMeter().called("cells"), aMeter().called("metal").ofProduct("product"))
                .comprehensive("cells")
                .unitProduct(Optional.of(ALUMINIUM), List.of("cells"), "metal")
                .build();
    }

    private static Enterprise works(String industry, Tariff... tariffs) {
        Declared declared = new Declared(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(tariffs));
        return Verdicts.with(anEnterprise().build(), "640200", industry, declared);
    }
}

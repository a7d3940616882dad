package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Unit;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** What holds of the accounting whatever the figures are. */
class AccountingPropertiesTest {
    private static final Period YEAR = year(2027);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal STEP = new BigDecimal("0.000001");

    @Property(tries = 100)
    void theOrderOfTermsAndInputsDoesNotMatter(
            @ForAll Random shuffling,
            @ForAll @IntRange(max = 1_000_000) int power,
            @ForAll @IntRange(max = 1_000_000) int coke,
            @ForAll @IntRange(max = 1_000_000) int gas) {
        FakeFigures figures = new FakeFigures()
                .whole("grid", YEAR, Integer.toString(power))
                .whole("coke", YEAR, Integer.toString(coke))
                .whole("gas", YEAR, Integer.toString(gas))
                .whole("out", YEAR, "400000")
                .on("out", YEAR.start(), "600000");
        List<Term> energy =
                new ArrayList<>(List.of(new Term("grid", false), new Term("coke", false), new Term("gas", true)));
        List<Input> inputs = new ArrayList<>(List.of(
                input("rare_earth_ore", LocalDate.EPOCH, "1"),
                input("vanadium_titanium_ore", LocalDate.EPOCH, "2"),
                input("laterite_ore", LocalDate.EPOCH, "3"),
                input("feed_grade", LocalDate.EPOCH, "60"),
                input("feed_grade", LocalDate.of(2027, 5, 6), "58")));

        Verdict inOrder = furnace(energy, inputs, figures);
        Collections.shuffle(energy, shuffling);
        Collections.shuffle(inputs, shuffling);

        assertThat(furnace(energy, inputs, figures)).isEqualTo(inOrder);
    }

    @Property(tries = 100)
    void cuttingWhereNothingChangesChangesNothing(
            @ForAll @Size(max = 6) @UniqueElements List<@IntRange(min = 1, max = 364) Integer> cuts,
            @ForAll Random amounts) {
        FakeFigures figures = daily(amounts);
        List<Input> once = List.of(input("ore_grade", LocalDate.EPOCH, "97.3"));
        List<Input> again = new ArrayList<>(once);
        cuts.forEach(day -> again.add(input("ore_grade", YEAR.start().plusDays(day), "97.3")));

        Verdict whole = smelter(once, figures);
        Verdict cut = smelter(again, figures);

        assertThat(cut.value()).isEqualTo(whole.value());
        assertThat(cut.numerator()).isEqualTo(whole.numerator());
        assertThat(cut.denominator()).isEqualTo(whole.denominator());
        Judgement expected = whole.judgement().orElseThrow();
        Judgement found = cut.judgement().orElseThrow();
        assertThat(found.limits()).isEqualTo(expected.limits());
        assertThat(found.outcome()).isEqualTo(expected.outcome());
        assertThat(found.levelReached()).isEqualTo(expected.levelReached());
        assertThat(found.parts()).hasSize(cuts.size() + 1);
    }

    @Property(tries = 60)
    void theMonthsOfASumAddUpToTheYear(@ForAll Random amounts) {
        FakeFigures figures = daily(amounts);
        var user = anEnterprise()
                .with(aMeter().called("grid"), aMeter().called("out").ofCarrier("raw-coal", Unit.T))
                .comprehensive("grid", "-out")
                .build();
        Appraisal whole = Appraisal.of(user, YEAR, figures);

        for (String indicator : List.of("comprehensive-energy", "comprehensive-energy:primary", "energy.electricity")) {
            BigDecimal months = BigDecimal.ZERO;
            for (int month = 1; month <= 12; month++) {
                Period period = PeriodKind.MONTH.containing(LocalDate.of(2027, month, 1));
                months = months.add(Appraisal.of(user, period, figures)
                        .verdict(indicator)
                        .numerator()
                        .orElseThrow());
            }
            assertThat(months)
                    .isEqualByComparingTo(whole.verdict(indicator).numerator().orElseThrow());
        }
    }

    @Property(tries = 100)
    void aLinearCorrectionGivesTheLimitOfTheMeanInput(
            @ForAll @IntRange(min = 1, max = 364) int day,
            @ForAll @IntRange(min = 8_000, max = 10_000) int first,
            @ForAll @IntRange(min = 8_000, max = 10_000) int second,
            @ForAll Random amounts) {
        FakeFigures figures = daily(amounts);
        LocalDate cut = YEAR.start().plusDays(day);
        List<Input> inputs = List.of(
                new Input("ore_grade", LocalDate.EPOCH, BigDecimal.valueOf(first, 2)),
                new Input("ore_grade", cut, BigDecimal.valueOf(second, 2)));

        Judgement judgement = smelter(inputs, figures).judgement().orElseThrow();

        BigDecimal before = judgement.parts().get(0).denominator();
        BigDecimal after = judgement.parts().get(1).denominator();
        BigDecimal mean = before.multiply(BigDecimal.valueOf(first))
                .add(after.multiply(BigDecimal.valueOf(second)))
                .divide(before.add(after).multiply(HUNDRED), MathContext.DECIMAL128);
        BigDecimal limit = new BigDecimal("8400")
                .subtract(mean.subtract(new BigDecimal("98")).multiply(new BigDecimal("40")));
        assertThat(judgement.limit().orElseThrow()).isEqualByComparingTo(limit.setScale(6, RoundingMode.HALF_EVEN));
    }

    @Property(tries = 200)
    void theLimitIsMetExactlyAndMissedByTheSmallestStep(@ForAll @LongRange(min = 1, max = 100_000_000) long kilograms) {
        BigDecimal allowed = new BigDecimal("13.35").multiply(BigDecimal.valueOf(kilograms)); // 13,350 kWh/t

        assertThat(outcome(allowed, kilograms)).isEqualTo(Outcome.WITHIN);
        assertThat(outcome(allowed.subtract(STEP), kilograms)).isEqualTo(Outcome.WITHIN);
        assertThat(outcome(allowed.add(STEP), kilograms)).isEqualTo(Outcome.EXCEEDS);
    }

    private static Outcome outcome(BigDecimal kilowattHours, long kilograms) {
        FakeFigures figures = new FakeFigures()
                .whole("grid", YEAR, kilowattHours.toPlainString())
                .whole("out", YEAR, Long.toString(kilograms));
        return appraise("aluminium.liquid-ac", List.of(new Term("grid", false)), List.of(), figures)
                .outcome();
    }

    private static FakeFigures daily(Random amounts) {
        FakeFigures figures = new FakeFigures().whole("grid", YEAR, "0").whole("out", YEAR, "0");
        for (LocalDate day = YEAR.start(); day.isBefore(YEAR.end()); day = day.plusDays(1)) {
            figures.on("grid", day, Integer.toString(70_000 + amounts.nextInt(30_000)));
            figures.on("out", day, Integer.toString(1 + amounts.nextInt(20_000)));
        }
        return figures;
    }

    private static Verdict smelter(List<Input> inputs, FakeFigures figures) {
        return appraise("ferrosilicon.smelting-electricity", List.of(new Term("grid", false)), inputs, figures)
                .only();
    }

    private static Verdict furnace(List<Term> energy, List<Input> inputs, FakeFigures figures) {
        return appraise("steel.blast-furnace.energy", energy, inputs, figures).only();
    }

    private static Appraisal appraise(String quota, List<Term> energy, List<Input> inputs, FakeFigures figures) {
        return Appraisal.of(
                anEnterprise()
                        .with(
                                aMeter().called("grid"),
                                aMeter().called("coke").ofCarrier("coke", Unit.T),
                                aMeter().called("gas").ofCarrier("blast-furnace-gas", Unit.CUBIC_METRE),
                                aMeter().called("out").ofProduct("product"))
                        .account(new Account.UnitProduct(
                                "product",
                                new Name("名", "name"),
                                Optional.of(quota),
                                energy,
                                List.of(new Term("out", false)),
                                inputs,
                                Optional.empty(),
                                Optional.empty()))
                        .build(),
                YEAR,
                figures);
    }

    private static Input input(String id, LocalDate from, String value) {
        return new Input(id, from, new BigDecimal(value));
    }
}

package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.EnterpriseBuilder;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Unit;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Comprehensive energy with measured qualities, feedstock and both bases. */
class ConsumptionTest {
    private static final Period JANUARY = month("2026-01-01");
    private static final Period YEAR = year(2026);

    @Test
    void bothBasesStandSideBySide() {
        Appraisal appraisal =
                Appraisal.of(plant(Declared.NONE), YEAR, new FakeFigures().whole("coal", YEAR, "1000000"));

        assertThat(tce(appraisal, "comprehensive-energy")).isEqualByComparingTo("714.3");
        assertThat(tce(appraisal, "comprehensive-energy:primary")).isEqualByComparingTo("714.3");
        assertThat(appraisal.verdict("comprehensive-energy:primary").name().zh())
                .contains("等价值");
    }

    @Test
    void electricityCountsMoreByThePrimaryBasis() {
        Appraisal appraisal =
                Appraisal.of(plant(Declared.NONE), YEAR, new FakeFigures().whole("grid", YEAR, "1000000"));

        assertThat(tce(appraisal, "comprehensive-energy")).isEqualByComparingTo("122.9");
        assertThat(tce(appraisal, "comprehensive-energy:primary")).isGreaterThan(new BigDecimal("200"));
    }

    @Test
    void feedstockIsShownApartAndCountsInTheTotal() {
        Appraisal appraisal = Appraisal.of(
                plant(Declared.NONE),
                YEAR,
                new FakeFigures().whole("coal", YEAR, "1000000").whole("feed", YEAR, "2000000"));

        assertThat(tce(appraisal, "comprehensive-energy")).isEqualByComparingTo("2142.9");
        assertThat(tce(appraisal, "feedstock-energy")).isEqualByComparingTo("1428.6");
    }

    @Test
    void eachDaysCoalIsWeighedByThatDaysCalorificValue() {
        LocalDate first = JANUARY.start();
        Declared measured = declared(value(first, "29307.6"), value(first.plusDays(10), "14653.8"));
        FakeFigures figures = new FakeFigures().every("coal", first, JANUARY.end(), "1000");

        // ten days at 1 and twenty-one at 0.5 kgce/kg
        assertThat(tce(Appraisal.of(plant(measured), JANUARY, figures), "comprehensive-energy"))
                .isEqualByComparingTo("20.5");
    }

    @Test
    void whereAFactorIsNotKnownTheTotalIsUnknownAndSaysWhy() {
        EnterpriseBuilder burner = anEnterprise()
                .with(aMeter().called("gas").ofCarrier("natural-gas", Unit.CUBIC_METRE))
                .comprehensive("gas");

        Verdict verdict = Appraisal.of(burner.build(), YEAR, new FakeFigures().whole("gas", YEAR, "9"))
                .verdict("comprehensive-energy");

        assertThat(verdict.value()).isEmpty();
        Verdict.Judgement judgement = verdict.judgement().orElseThrow();
        assertThat(judgement.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
        assertThat(judgement.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("calorific-value-needed"));
    }

    @Property(tries = 60)
    void changesThatChangeNothingChangeNoFigure(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 364) Integer> days) {
        FakeFigures figures = new FakeFigures();
        for (int day = 0; day < 365; day++) {
            figures.on("coal", YEAR.start().plusDays(day), Integer.toString(day * 7 + 3));
        }
        figures.whole("grid", YEAR, "123.456789");
        List<CalorificValue> same = new ArrayList<>();
        same.add(value(YEAR.start(), "20000"));
        days.stream()
                .distinct()
                .filter(day -> day > 0)
                .forEach(day -> same.add(value(YEAR.start().plusDays(day), "20000")));

        Verdict cut = Appraisal.of(plant(declared(same.toArray(CalorificValue[]::new))), YEAR, figures)
                .verdict("comprehensive-energy");
        Verdict whole = Appraisal.of(plant(declared(value(YEAR.start(), "20000"))), YEAR, figures)
                .verdict("comprehensive-energy");

        assertThat(cut).isEqualTo(whole);
    }

    private static BigDecimal tce(Appraisal appraisal, String indicator) {
        return appraisal.verdict(indicator).value().orElseThrow();
    }

    private static CalorificValue value(LocalDate from, String kilojoules) {
        return new CalorificValue("raw-coal", List.of("coal"), from, new BigDecimal(kilojoules));
    }

    private static Declared declared(CalorificValue... values) {
        return new Declared(List.of(values), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static io.kilowatch.domain.Enterprise plant(Declared declared) {
        return anEnterprise()
                .with(
                        aMeter().called("grid"),
                        aMeter().called("coal").ofCarrier("raw-coal", Unit.T),
                        aMeter().called("feed").ofCarrier("raw-coal", Unit.T))
                .account(new Account.Comprehensive(
                        "whole",
                        List.of(
                                new Term("grid", false),
                                new Term("coal", false),
                                new Term("feed", false, true, Optional.empty()))))
                .declaring(declared)
                .build();
    }
}

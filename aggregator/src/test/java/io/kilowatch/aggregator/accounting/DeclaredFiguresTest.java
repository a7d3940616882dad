package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.day;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Declared.Economics;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Unit;
import io.kilowatch.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from declarations: intensity, dual control, budget. */
class DeclaredFiguresTest {
    private static final Period YEAR = year(2026);

    @Test
    void intensityIsEnergyOverValueOfTheSameMonths() {
        Enterprise plant = plant(economics("2026-01", "500", "100"), economics("2026-02", "300", null));
        FakeFigures figures = new FakeFigures()
                .every("coal", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), "1000")
                .every("feed", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), "0");

        Appraisal appraisal = Appraisal.of(plant, YEAR, figures, at("2026-04-01T00:00"));

        Verdict output = appraisal.verdict("intensity:output-value");
        assertThat(output.numerator().orElseThrow()).isEqualByComparingTo("42.1437"); // 59 t × 0.7143
        assertThat(output.denominator().orElseThrow()).isEqualByComparingTo("800");
        assertThat(output.value().orElseThrow()).isEqualByComparingTo("0.05268");
        assertThat(output.unit()).isEqualTo("tce/万元");
        assertThat(output.asOf()).isEqualTo(Instant.ofEpochMilli(at("2026-03-01T00:00")));
        Verdict added = appraisal.verdict("intensity:value-added");
        assertThat(added.value().orElseThrow()).isEqualByComparingTo("0.221433"); // 31 t × 0.7143 ÷ 100
        assertThat(added.asOf()).isEqualTo(Instant.ofEpochMilli(at("2026-02-01T00:00")));
    }

    @Test
    void aMonthThatIsNotOverHasNoIntensityYet() {
        Enterprise plant = plant(economics("2026-01", "500", "100"));
        FakeFigures figures =
                new FakeFigures().every("coal", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), "1000");

        assertThat(Appraisal.of(plant, month("2026-01-01"), figures, at("2026-01-31T00:00"))
                        .indicators())
                .noneMatch(indicator -> indicator.startsWith("intensity"));
        figures.every("coal", LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1), "1000");
        assertThat(Appraisal.of(plant, month("2026-01-01"), figures).indicators())
                .contains("intensity:output-value", "intensity:value-added");
        assertThat(Appraisal.of(plant, day("2026-01-05"), figures).indicators())
                .noneMatch(indicator -> indicator.startsWith("intensity"));
    }

    @Test
    void aMonthOfWhichNoEnergyIsKnownYetHasNoIntensity() {
        Enterprise plant = plant(economics("2026-01", "500", "100"), economics("2026-02", "300", "60"));
        FakeFigures figures =
                new FakeFigures().every("coal", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), "1000");

        Appraisal appraisal = Appraisal.of(plant, month("2026-02-01"), figures, at("2026-02-01T00:00"));

        assertThat(appraisal.indicators()).noneMatch(indicator -> indicator.startsWith("intensity"));
    }

    @Test
    void dualControlTakesOffWhatEachDocumentTakesOff() {
        Declared declared = new Declared(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        renewable(2020, Renewable.Kind.CERTIFICATE, "1000"),
                        renewable(2026, Renewable.Kind.CERTIFICATE, "4000"),
                        renewable(2026, Renewable.Kind.NUCLEAR, "10000")),
                List.of());
        FakeFigures figures = new FakeFigures()
                .whole("grid", YEAR, "100000")
                .whole("coal", YEAR, "1000")
                .whole("feed", YEAR, "2000");

        Appraisal appraisal = Appraisal.of(plant(declared), YEAR, figures);

        // 12.29 tce of electricity, 0.7143 of coal, 1.4286 of feedstock
        assertThat(tce(appraisal, "comprehensive-energy")).isEqualByComparingTo("14.4329");
        assertThat(tce(appraisal, "dual-control:2022-803")).isEqualByComparingTo("13.0043");
        assertThat(tce(appraisal, "dual-control:2022-1258"))
                .isEqualByComparingTo("14.0642"); // 3,000 kWh more than 2020
        assertThat(tce(appraisal, "dual-control:2024-113")).isEqualByComparingTo("12.7123"); // 14,000 kWh
        assertThat(appraisal.indicators()).contains("dual-control:2022-803:primary", "dual-control:2024-113:primary");
        assertThat(appraisal.verdict("dual-control:2024-113").name().zh())
                .contains("113号")
                .contains("当量值");
        assertThat(appraisal.verdict("renewable-electricity").value().orElseThrow())
                .isEqualByComparingTo("4000");
    }

    @Test
    void lessRenewableElectricityThanInTheBaseYearAddsNothing() {
        Declared declared = new Declared(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(renewable(2020, Renewable.Kind.CERTIFICATE, "1000")),
                List.of());

        Appraisal appraisal = Appraisal.of(plant(declared), YEAR, new FakeFigures().whole("grid", YEAR, "100000"));

        assertThat(tce(appraisal, "dual-control:2022-1258")).isEqualByComparingTo("12.29");
    }

    @Test
    void aBudgetIsKeptUntilItIsUsedUp() {
        assertThat(budget("100000").judgement().orElseThrow().outcome()).isEqualTo(Outcome.WITHIN);
        Verdict exceeded = budget("100001");
        assertThat(exceeded.judgement().orElseThrow().outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(exceeded.judgement().orElseThrow().limit().orElseThrow()).isEqualByComparingTo("12.29");
        assertThat(exceeded.judgement().orElseThrow().levelReached()).isEmpty();
    }

    @Test
    void theGradeFollowsFromPlanOverUse() {
        FakeFigures figures = new FakeFigures()
                .every("grid", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 2), "290")
                .every("coal", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 2), "0")
                .every("feed", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 2), "0");

        Verdict verdict = Appraisal.of(plant(budgeted()), YEAR, figures, at("2026-07-02T00:00"))
                .verdict("energy-budget");

        // 182 days: 12.29 × 182 ÷ 365 = 6.128164 planned, 182 × 290 × 0.1229 ÷ 1000 = 6.486662 used: 94.5 %
        Verdict.Judgement judgement = verdict.judgement().orElseThrow();
        assertThat(judgement.grade().map(Verdict.Grade::id)).contains("yellow");
        assertThat(judgement.comparisons()).singleElement().satisfies(schedule -> {
            assertThat(schedule.figure()).isEqualByComparingTo("6.128164");
            assertThat(schedule.met()).isFalse();
        });
        assertThat(judgement.outcome()).isEqualTo(Outcome.WITHIN);
    }

    @Test
    void theScheduleOfADayThatRunsIsNotThatOfTheWholeYear() {
        FakeFigures figures =
                new FakeFigures().every("grid", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 2), "290");
        figures.reaching("grid", at("2026-07-01T12:00"));

        Verdict verdict = Appraisal.of(plant(budgeted()), YEAR, figures, at("2026-07-01T12:00"))
                .verdict("energy-budget");

        assertThat(verdict.judgement().orElseThrow().comparisons())
                .singleElement()
                .satisfies(schedule -> assertThat(schedule.figure()).isEqualByComparingTo("6.128164"));
    }

    private static Verdict budget(String kilowattHours) {
        FakeFigures figures = new FakeFigures()
                .whole("grid", YEAR, kilowattHours)
                .whole("coal", YEAR, "0")
                .whole("feed", YEAR, "0");
        return Appraisal.of(plant(budgeted()), YEAR, figures).verdict("energy-budget");
    }

    private static Declared budgeted() {
        return new Declared(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Budget(2026, new BigDecimal("12.29"), Basis.CALORIFIC, "预算文件", List.of())),
                List.of(),
                List.of());
    }

    private static BigDecimal tce(Appraisal appraisal, String indicator) {
        return appraisal.verdict(indicator).value().orElseThrow();
    }

    private static Renewable renewable(int year, Renewable.Kind kind, String kilowattHours) {
        return new Renewable(year, kind, new BigDecimal(kilowattHours));
    }

    private static Economics economics(String month, String output, @org.jspecify.annotations.Nullable String added) {
        return new Economics(
                YearMonth.parse(month),
                Optional.of(new BigDecimal(output)),
                Optional.ofNullable(added).map(BigDecimal::new));
    }

    private static Enterprise plant(Economics... months) {
        return plant(new Declared(List.of(), List.of(), List.of(months), List.of(), List.of(), List.of()));
    }

    private static Enterprise plant(Declared declared) {
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

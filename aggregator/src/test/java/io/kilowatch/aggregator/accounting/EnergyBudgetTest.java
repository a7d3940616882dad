package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Budget;
import io.kilowatch.domain.Declared.Renewable;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Unit;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a budget is judged by, and when it cannot be. */
class EnergyBudgetTest {
    private static final Period YEAR = year(2025);

    @Test
    void theBudgetIsTheOnlyLimitAndNamesItsDocument() {
        Verdict verdict = budget(everyDay("270"));

        Judgement judgement = verdict.judgement().orElseThrow();
        assertThat(judgement.outcome()).isEqualTo(Outcome.WITHIN); // 365 × 270 × 0.1229 ÷ 1000 = 12.111795
        assertThat(verdict.value().orElseThrow()).isEqualByComparingTo("12.111795");
        assertThat(judgement.levelReached()).contains(3);
        assertThat(judgement.limits())
                .isEqualTo(new Limits(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("12.29"))));
        assertThat(judgement.quota().orElseThrow().standard()).isEqualTo("预算文件");
        assertThat(verdict.margin().orElseThrow()).isEqualByComparingTo("0.178205");
    }

    @Test
    void aBudgetOfAnotherYearDoesNotCount() {
        FakeFigures figures = new FakeFigures().every("grid", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), "1");

        assertThat(Appraisal.of(user(), year(2026), figures).indicators()).doesNotContain("energy-budget");
    }

    @Test
    void belowNinetyPercentCompleteItCannotBeJudged() {
        FakeFigures figures = everyDay("1");
        for (int day = 0; day < 36; day++) {
            figures.cover("grid", YEAR.start().plusDays(day), 0);
        }
        assertThat(judgement(figures).reasons()).isEmpty(); // 329 of 365 days: 90.13 %

        figures.cover("grid", YEAR.start().plusDays(36), 0);

        Judgement incomplete = judgement(figures); // 328 of 365 days: 89.86 %
        assertThat(incomplete.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
        assertThat(incomplete.reasons()).extracting(Reason::code).containsExactly("incomplete");
    }

    @Test
    void exactlyNinetyPercentIsEnough() {
        FakeFigures figures =
                new FakeFigures().every("grid", YEAR.start(), YEAR.start().plusDays(10), "1");
        figures.cover("grid", YEAR.start(), 0);

        Judgement judgement = Appraisal.of(user(), YEAR, figures, at("2025-01-11T00:00"))
                .verdict("energy-budget")
                .judgement()
                .orElseThrow();

        assertThat(judgement.outcome()).isEqualTo(Outcome.WITHIN);
    }

    @Test
    void aTotalThatIsUnknownIsJudgedByNoBudget() {
        Enterprise burner = anEnterprise()
                .with(aMeter().called("gas").ofCarrier("natural-gas", Unit.CUBIC_METRE))
                .comprehensive("gas")
                .declaring(declared())
                .build();

        assertThat(Appraisal.of(burner, YEAR, new FakeFigures().whole("gas", YEAR, "1"))
                        .indicators())
                .contains("comprehensive-energy", "renewable-electricity")
                .doesNotContain("energy-budget", "comprehensive-energy:primary", "dual-control:2024-113");
    }

    @Test
    void renewableElectricityReachesAsFarAsTheConsumption() {
        FakeFigures figures =
                new FakeFigures().every("grid", YEAR.start(), YEAR.start().plusDays(10), "1");

        Verdict renewable =
                Appraisal.of(user(), YEAR, figures, at("2025-01-11T00:00")).verdict("renewable-electricity");

        assertThat(renewable.asOf()).isEqualTo(Instant.ofEpochMilli(at("2025-01-11T00:00")));
        assertThat(renewable.unit()).isEqualTo("kWh");
    }

    private static FakeFigures everyDay(String kilowattHours) {
        return new FakeFigures().every("grid", YEAR.start(), YEAR.end(), kilowattHours);
    }

    private static Verdict budget(FakeFigures figures) {
        return Appraisal.of(user(), YEAR, figures).verdict("energy-budget");
    }

    private static Judgement judgement(FakeFigures figures) {
        return budget(figures).judgement().orElseThrow();
    }

    private static Enterprise user() {
        return anEnterprise()
                .with(aMeter().called("grid"))
                .comprehensive("grid")
                .declaring(declared())
                .build();
    }

    private static Declared declared() {
        return new Declared(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Budget(2025, new BigDecimal("12.29"), Basis.CALORIFIC, "预算文件", List.of())),
                List.of(new Renewable(2025, Renewable.Kind.CERTIFICATE, BigDecimal.ONE)),
                List.of());
    }
}

package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.Verdicts.aVerdict;
import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.Tariff;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outlooks by the program's own rows. */
class ReferenceOutlookTest {
    private static final ReferenceData DATA = ReferenceData.standard();

    @ParameterizedTest
    @CsvSource({"2022, 0.03", "2023, 0.13", "2025, 0.20"})
    void aSmelterAt13700PaysByTheStandardOfItsYear(String year, String adder) {
        Verdict verdict = aVerdict()
                .in("year:" + year + "-01-01")
                .worth("13700")
                .judged(Outcome.WITHIN)
                .build();

        CostIndication indication = of(with("aluminium.liquid-comprehensive-ac"), List.of(verdict), year + "-12-31");

        assertThat(indication.charges())
                .extracting(charge -> charge.adder().orElseThrow())
                .containsExactly(decimal(adder));
        assertThat(indication.paysWithinLimit()).isTrue();
        assertThat(indication.notes()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aSteelWorksOfTheRestrictedListPaysATenth() {
        Enterprise works = Verdicts.with(
                with("steel.sinter.energy"),
                "640200",
                "C3110",
                new Declared(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Tariff(Tariff.Category.RESTRICTED, day("2020-01-01")))));

        CostIndication indication = of(works, List.of(), "2025-12-31");

        assertThat(indication.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.tier().policy()).isEqualTo("steel-2016-2803");
            assertThat(charge.adder().orElseThrow()).isEqualByComparingTo("0.1");
        });
    }

    @Test
    void everyCompletionHasOneGradeOfEachScheme() {
        for (String scheme : List.of("budget", "barometer")) {
            for (int thousandth = -100; thousandth <= 1200; thousandth++) {
                BigDecimal completion = BigDecimal.valueOf(thousandth, 3);

                assertThat(DATA.grades(scheme).stream().filter(grade -> grade.holds(completion)))
                        .as(scheme + " at " + completion)
                        .hasSize(1);
            }
        }
    }

    private static CostIndication of(Enterprise enterprise, List<Verdict> verdicts, String day) {
        return CostIndication.of(enterprise, verdicts, DATA.priceTiers(), day(day));
    }

    private static Enterprise with(String quota) {
        Account product = new Account.UnitProduct(
                "product", new Name("单耗", "unit product"), Optional.of(quota), List.of(), List.of());
        return Verdicts.with(anEnterprise().build(), List.of(product));
    }
}

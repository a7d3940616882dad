package io.kilowatch.aggregator.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.outlook.Charge;
import io.kilowatch.aggregator.outlook.CostIndication;
import io.kilowatch.domain.PriceTier;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What exceeding costs by the price policies that come with the program, from the meters on; worked out by hand. */
class HandCheckedCostsTest {
    static Stream<HandCheckedCase> costs() {
        return HandCheckedCase.table("hand-checked-costs.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costs")
    void theIndicationIsTheOneWorkedOutByHand(HandCheckedCase row) {
        CaseEnterprise plant = new CaseEnterprise(row);

        CostIndication indication = CostIndication.of(
                plant.enterprise(),
                plant.appraise().verdicts(),
                ReferenceData.standard().priceTiers(),
                LocalDate.parse(row.text("day")));

        assertThat(indication.charges())
                .extracting(HandCheckedCostsTest::words)
                .containsExactlyInAnyOrderElementsOf(row.parts("charges"));
        assertThat(indication.notes())
                .extracting(PriceTier::policy)
                .containsExactlyInAnyOrderElementsOf(row.words("notes"));
        assertThat(indication.paysWithinLimit())
                .isEqualTo(row.text("pays_within_limit").equals("yes"));
    }

    /** Policy, steps, yuan per kWh, kWh, yuan; a dash for what is not known. */
    private static String words(Charge charge) {
        return String.join(
                " ",
                charge.tier().policy(),
                plain(charge.steps()),
                plain(charge.adder()),
                plain(charge.kilowattHours()),
                plain(charge.cost()));
    }

    private static String plain(Optional<BigDecimal> figure) {
        return figure.map(known -> known.stripTrailingZeros().toPlainString()).orElse("-");
    }
}

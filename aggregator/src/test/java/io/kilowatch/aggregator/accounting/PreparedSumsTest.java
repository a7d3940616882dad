package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.DataCentre.Commitment;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a period is cut, the sums of its parts are announced before they are asked for, so that they can be read at once. */
class PreparedSumsTest {
    private final List<String> unannounced = new ArrayList<>();
    private final Set<String> announced = new HashSet<>();

    @Test
    void theSumsOfAProductsPartsAreAnnounced() {
        Enterprise furnace = anEnterprise()
                .with(aMeter().called("grid"), aMeter().called("out").ofProduct("iron"))
                .unitProduct(Optional.of("steel.blast-furnace.energy"), List.of("grid"), "out")
                .build();

        appraise(furnace, year(2026), "grid", "out");

        assertThat(announced).contains("grid month:2026-07-01", "out month:2026-06-01");
        assertThat(unannounced).isEmpty();
    }

    @Test
    void theSumsOfACentresPartsAreAnnounced() {
        Commitment commitment = new Commitment(new BigDecimal("1.25"), "审查意见", LocalDate.of(2025, 7, 1));
        Enterprise centre = anEnterprise()
                .with(aMeter().called("facility"), aMeter().called("it"))
                .asDataCentre(new DataCentre(2_000, 2, Optional.empty(), Optional.of(commitment)))
                .powerUsage("commitment", "facility", "it")
                .build();

        appraise(centre, year(2025), "facility", "it");

        assertThat(announced).contains("facility month:2025-07-01", "it month:2025-06-01");
        assertThat(unannounced).isEmpty();
    }

    @Test
    void theSumsOfACarriersPartsAreAnnounced() {
        Enterprise user = anEnterprise()
                .with(aMeter().called("water").ofCarrier("new-water", Unit.T))
                .account(new Account.Comprehensive("whole", List.of(new Account.Term("water", false))))
                .build();

        appraise(user, year(2021), "water");

        assertThat(announced).contains("water month:2021-03-01", "water month:2021-04-01");
        assertThat(unannounced).isEmpty();
    }

    @Test
    void aPeriodThatIsNotCutIsNotAnnounced() {
        Enterprise user = anEnterprise()
                .with(aMeter().called("grid"))
                .comprehensive("grid")
                .build();

        appraise(user, year(2024), "grid");

        assertThat(announced).isEmpty();
        assertThat(unannounced).isEmpty();
    }

    private void appraise(Enterprise enterprise, Period period, String... meters) {
        FakeFigures sums = new FakeFigures();
        for (String meter : meters) {
            sums.whole(meter, period, "1000");
        }
        Appraisal.of(enterprise, period, new Announced(sums, period));
    }

    /** Keeps book of what was announced and what was asked for without being so. */
    private final class Announced implements Figures {
        private final Figures sums;
        private final Period whole;

        Announced(Figures sums, Period whole) {
            this.sums = sums;
            this.whole = whole;
        }

        @Override
        public void prepare(List<String> meters, List<Period> periods) {
            meters.forEach(meter -> periods.forEach(period -> announced.add(meter + ' ' + period)));
        }

        @Override
        public long amount(String meter, Period period) {
            String sum = meter + ' ' + period;
            if (!period.equals(whole) && !announced.contains(sum)) {
                unannounced.add(sum);
            }
            return sums.amount(meter, period);
        }

        @Override
        public long measured(String meter, Period period) {
            return sums.measured(meter, period);
        }

        @Override
        public long coveredUntil(String meter) {
            return sums.coveredUntil(meter);
        }
    }
}

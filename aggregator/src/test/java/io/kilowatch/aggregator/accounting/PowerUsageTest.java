package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.day;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.EnterpriseBuilder;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** PUE against the grades of GB 40879-2021 and the figure of 宁政发〔2022〕30号, as quotas.csv has them. */
class PowerUsageTest {
    private static final String GRADES = "data-centre.pue.gb40879";
    private static final String NINGXIA = "data-centre.pue.ningxia-new-large";
    private static final Period YEAR = year(2025);

    @Test
    void thePublishedYearHasAPueOf103507() {
        Appraisal appraisal = appraise(centre(GRADES), "17830474", "17226422");

        BigDecimal facility = appraisal.only().numerator().orElseThrow();
        BigDecimal it = appraisal.only().denominator().orElseThrow();
        assertThat(facility.divide(it, 5, RoundingMode.HALF_EVEN)).isEqualByComparingTo("1.03507");
        assertThat(appraisal.only().value().orElseThrow()).isEqualByComparingTo("1.035065");
        assertThat(appraisal.only().unit()).isEqualTo("1");
        assertThat(appraisal.judgement().levelReached()).contains(1);
    }

    @Test
    void theGradesAreLimitsExactly() {
        assertThat(appraise(centre(GRADES), "1200000", "1000000").judgement().levelReached())
                .contains(1);
        assertThat(appraise(centre(GRADES), "1300000", "1000000").judgement().levelReached())
                .contains(2);
        assertThat(appraise(centre(GRADES), "1500000", "1000000").outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(appraise(centre(GRADES), "1500001", "1000000").outcome()).isEqualTo(Outcome.EXCEEDS);
        assertThat(appraise(centre(GRADES).asNewPlant(), "1300001", "1000000").outcome())
                .isEqualTo(Outcome.EXCEEDS);
    }

    @Test
    void theNingxiaPlanHasOneFigureForAll() {
        assertThat(appraise(centre(NINGXIA), "1200000", "1000000").outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(appraise(centre(NINGXIA).asNewPlant(), "1200001", "1000000").outcome())
                .isEqualTo(Outcome.EXCEEDS);
        assertThat(appraise(centre(NINGXIA), "1100000", "1000000").judgement().levelReached())
                .contains(2);
    }

    @Test
    void belowOneIsAMeteringFaultAndReachesNoLevel() {
        Appraisal appraisal = appraise(centre(GRADES), "999999", "1000000");

        assertThat(appraisal.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
        assertThat(appraisal.reasons()).containsExactly("pue-below-one");
        assertThat(appraisal.judgement().levelReached()).isEmpty();
    }

    @Test
    void exactlyOneIsJudged() {
        assertThat(appraise(centre(GRADES), "1000000", "1000000").outcome()).isEqualTo(Outcome.WITHIN);
    }

    @Test
    void withoutItEnergyThereIsNoRatio() {
        Appraisal appraisal = appraise(centre(GRADES), "1000", "0");

        assertThat(appraisal.reasons()).containsExactly("no-it-energy");
        assertThat(appraisal.only().value()).isEmpty();
    }

    @Test
    void reasonsAreInBothLanguages() {
        Reason reason = appraise(centre(GRADES), "1", "2").judgement().reasons().get(0);

        assertThat(reason.text().zh()).contains("计量有误");
        assertThat(reason.text().en()).contains("metering is at fault");
    }

    @Test
    void aRunningDayIsComputedWhileBothMetersReachEquallyFar() {
        FakeFigures figures = halfADay("2026-08-01T12:00", "2026-08-01T12:00");

        Appraisal appraisal = Appraisal.of(centre(GRADES).build(), day("2026-08-01"), figures, at("2026-08-01T12:00"));

        assertThat(appraisal.outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(appraisal.only().value().orElseThrow()).isEqualByComparingTo("1.2");
        assertThat(appraisal.only().asOf()).isEqualTo(Instant.ofEpochMilli(at("2026-08-01T12:00")));
    }

    @Test
    void aRunningDayWaitsForTheMeterThatIsBehind() {
        FakeFigures figures = halfADay("2026-08-01T12:00", "2026-08-01T11:45");

        Appraisal appraisal = Appraisal.of(centre(GRADES).build(), day("2026-08-01"), figures, at("2026-08-01T12:00"));

        assertThat(appraisal.reasons()).containsExactly("awaiting-readings");
        assertThat(appraisal.judgement().reasons().get(0).text().en()).isEqualTo("waiting for readings of it");
        assertThat(appraisal.judgement().reasons().get(0).text().zh()).endsWith("：it");
        assertThat(appraisal.only().value()).isEmpty();
    }

    @Test
    void aPartOfTheCentreIsNamedInBothLanguages() {
        Account.PowerUsage part = new Account.PowerUsage(
                "hall",
                Optional.of(new Name("一号厅", "hall 1")),
                Optional.empty(),
                List.of(),
                List.of(new Account.Term("facility", false)),
                List.of(new Account.Term("it", false)),
                true);
        EnterpriseBuilder centre = anEnterprise()
                .with(aMeter().called("facility"), aMeter().called("it"))
                .account(part);

        Name name = appraise(centre, "1100", "1000").only().name();

        assertThat(name).isEqualTo(new Name("局部电能利用效率（pPUE）：一号厅", "Partial power usage effectiveness (pPUE): hall 1"));
    }

    private static FakeFigures halfADay(String facility, String it) {
        LocalDate day = LocalDate.of(2026, 8, 1);
        return new FakeFigures()
                .on("facility", day, "600")
                .on("it", day, "500")
                .cover("facility", day, at(facility) - at("2026-08-01T00:00"))
                .cover("it", day, at(it) - at("2026-08-01T00:00"))
                .reaching("facility", at(facility))
                .reaching("it", at(it));
    }

    private static Appraisal appraise(EnterpriseBuilder centre, String facility, String it) {
        FakeFigures figures =
                new FakeFigures().whole("facility", YEAR, facility).whole("it", YEAR, it);
        return Appraisal.of(centre.build(), YEAR, figures);
    }

    private static EnterpriseBuilder centre(String quota) {
        return anEnterprise()
                .with(aMeter().called("facility"), aMeter().called("it"))
                .asDataCentre(new DataCentre(2_000, 2, Optional.empty()))
                .powerUsage(quota, "facility", "it");
    }
}

package io.kilowatch.aggregator.accounting;

import static io.kilowatch.aggregator.testing.EnterpriseBuilder.anEnterprise;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.DAY;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.ReportingInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What part of a running period is computed, and how complete it is; a smelter at 13,000 kWh/t every day. */
class SpanTest {
    private static final Period AUGUST = month("2026-08-01");
    private static final LocalDate FIRST = AUGUST.start();

    private final FakeFigures figures = new FakeFigures();

    @Test
    void aRunningMonthIsComputedOverTheWholeDaysThatBothMetersCover() {
        figures.every("grid", FIRST, FIRST.plusDays(19), "13000")
                .on("grid", FIRST.plusDays(19), "5000")
                .cover("grid", FIRST.plusDays(19), 10 * HOUR)
                .reaching("grid", at("2026-08-20T10:00"))
                .every("out", FIRST, FIRST.plusDays(18), "1000");

        Appraisal appraisal = appraise(AUGUST, "2026-08-20T10:00");

        assertThat(appraisal.only().asOf()).isEqualTo(Instant.ofEpochMilli(at("2026-08-19T00:00")));
        assertThat(appraisal.only().numerator().orElseThrow()).isEqualByComparingTo("234000");
        assertThat(appraisal.only().denominator().orElseThrow()).isEqualByComparingTo("18");
        assertThat(appraisal.only().completeness()).isEqualByComparingTo("0.9473"); // 18 of 19 days of output
        assertThat(appraisal.outcome()).isEqualTo(Outcome.WITHIN);
    }

    @Test
    void theProductMeterMayBeTheOneAhead() {
        figures.every("grid", FIRST, FIRST.plusDays(9), "13000")
                .on("grid", FIRST.plusDays(9), "9999")
                .cover("grid", FIRST.plusDays(9), 23 * HOUR)
                .reaching("grid", at("2026-08-10T23:00"))
                .every("out", FIRST, FIRST.plusDays(10), "1000");

        assertThat(appraise(AUGUST, "2026-08-11T00:00").only().value().orElseThrow())
                .isEqualByComparingTo("13000");
    }

    @Test
    void aRunningYearIsCutAtADayToo() {
        Period year = year(2026);
        figures.every("grid", year.start(), LocalDate.of(2026, 3, 15), "13000")
                .every("out", year.start(), LocalDate.of(2026, 2, 28), "1000");

        Appraisal appraisal = appraise(year, "2026-03-01T00:00");

        assertThat(appraisal.only().denominator().orElseThrow()).isEqualByComparingTo("58");
        assertThat(appraisal.only().value().orElseThrow()).isEqualByComparingTo("13000");
    }

    @Test
    void aPeriodThatBothMetersCoverToItsEndIsTakenWhole() {
        figures.every("grid", FIRST, FIRST.plusDays(40), "13000").every("out", FIRST, FIRST.plusDays(31), "1000");

        Appraisal appraisal = appraise(AUGUST, "2026-09-10T00:00");

        assertThat(appraisal.only().asOf()).isEqualTo(Instant.ofEpochMilli(at("2026-09-01T00:00")));
        assertThat(appraisal.only().denominator().orElseThrow()).isEqualByComparingTo("31");
    }

    @Test
    void beforeOneWholeDayIsCoveredTheVerdictWaits() {
        figures.on("grid", FIRST, "9000").cover("grid", FIRST, 20 * HOUR).reaching("grid", at("2026-08-01T20:00"));

        Appraisal appraisal = appraise(AUGUST, "2026-08-01T20:00");

        assertThat(appraisal.reasons()).containsExactly("awaiting-readings");
        assertThat(appraisal.judgement().reasons().get(0).text().en()).isEqualTo("waiting for readings of out");
        assertThat(appraisal.only().value()).isEmpty();
        assertThat(appraisal.only().numerator().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void metersThatAreEquallyShortAreAllNamed() {
        assertThat(appraise(AUGUST, "2026-08-01T00:00")
                        .judgement()
                        .reasons()
                        .get(0)
                        .text()
                        .en())
                .isEqualTo("waiting for readings of grid, out");
    }

    @Test
    void whereNothingIsDueNothingIsMissing() {
        assertThat(appraise(AUGUST, "2026-07-31T12:00").only().completeness()).isEqualByComparingTo("1");
        assertThat(appraise(AUGUST, "2026-07-31T12:00").reasons()).containsExactly("awaiting-readings");
    }

    @Test
    void nothingIsDueBeforeAMetersFirstDay() {
        figures.every("grid", FIRST.plusDays(10), FIRST.plusDays(31), "13000")
                .every("out", FIRST, FIRST.plusDays(31), "1000");

        assertThat(appraise(grid().from("2026-08-11"), AUGUST, "2026-09-01T00:00")
                        .only()
                        .completeness())
                .isEqualByComparingTo("1");
        assertThat(appraise(AUGUST, "2026-09-01T00:00").only().completeness()).isEqualByComparingTo("0.6774");
    }

    @Test
    void completenessJustBelowNinetyPercentCannotBeJudged() {
        LocalDate end = FIRST.plusDays(10);
        figures.every("grid", FIRST, end, "13000")
                .every("out", FIRST, end, "1000")
                .cover("grid", FIRST, 0);
        assertThat(appraise(AUGUST, "2026-08-11T00:00").outcome()).isEqualTo(Outcome.WITHIN);
        assertThat(appraise(AUGUST, "2026-08-11T00:00").only().completeness()).isEqualByComparingTo("0.9");

        figures.cover("grid", FIRST.plusDays(1), DAY - 1);

        Appraisal below = appraise(AUGUST, "2026-08-11T00:00");
        assertThat(below.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
        assertThat(below.only().completeness()).isEqualByComparingTo("0.8999");
        assertThat(below.only().value().orElseThrow()).isEqualByComparingTo("13000");
        Reason reason = below.judgement().reasons().get(0);
        assertThat(reason.code()).isEqualTo("incomplete");
        assertThat(reason.text().zh()).isEqualTo("数据完整率 89.99 %，低于 90 %");
        assertThat(reason.text().en()).isEqualTo("only 89.99 % of the data due is there; 90 % is needed");
    }

    @Test
    void anIntervalThatHasNotEndedIsNotDue() {
        figures.every("grid", FIRST, FIRST.plusDays(2), "13000").every("out", FIRST, FIRST.plusDays(1), "1000");

        assertThat(appraise(AUGUST, "2026-08-02T23:59").only().completeness()).isEqualByComparingTo("1");
        assertThat(appraise(AUGUST, "2026-08-03T00:00").only().completeness()).isEqualByComparingTo("0.5");
    }

    private Appraisal appraise(Period period, String dueUntil) {
        return appraise(grid(), period, dueUntil);
    }

    private Appraisal appraise(MeterBuilder grid, Period period, String dueUntil) {
        MeterBuilder out = aMeter().called("out")
                .ofProduct("aluminium")
                .ofKind(ReadingKind.AMOUNT)
                .readEvery(ReportingInterval.P1D);
        return Appraisal.of(
                anEnterprise()
                        .with(grid, out)
                        .unitProduct(Optional.of("aluminium.liquid-ac"), List.of("grid"), "out")
                        .build(),
                period,
                figures,
                at(dueUntil));
    }

    private static MeterBuilder grid() {
        return aMeter().called("grid");
    }
}

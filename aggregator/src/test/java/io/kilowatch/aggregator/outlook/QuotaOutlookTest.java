package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.aSeries;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.forecast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 90 days of 12 over 10: 1080 over 900 to date, 4380 over 3650 expected of the year. */
class QuotaOutlookTest {
    private static final Optional<BigDecimal> NOT_NEGATIVE = Optional.of(BigDecimal.ZERO);

    private static final Forecast.Made FORECAST =
            forecast(aSeries().days("2026-01-01", "2026-04-01", "12", "10").ratio(), "2026-04-01");

    @Test
    void saysWhatMayBeUsedToStayWithin() {
        QuotaOutlook outlook = QuotaOutlook.of(FORECAST, decimal("1.25"), NOT_NEGATIVE);

        assertThat(outlook.within()).isTrue();
        assertThat(outlook.certainty()).isEqualTo(QuotaOutlook.Certainty.CLEAR);
        assertThat(outlook.limit()).isEqualTo(decimal("1.250000"));
        assertThat(outlook.margin()).isEqualTo(decimal("0.050000"));
        assertThat(outlook.allowance().amount()).isEqualByComparingTo("3482.5");
        assertThat(outlook.allowance().perUnit()).contains(decimal("1.266363"));
        assertThat(outlook.allowance().perDay()).contains(decimal("12.663636"));
        assertThat(outlook.allowance().state()).isEqualTo(Allowance.State.OPEN);
        assertThat(outlook.allowance().text().zh()).isEqualTo("至年底还可用 3482.5，每单位产出 1.266，日均 12.664");
        assertThat(outlook.allowance().text().en())
                .isEqualTo("until the year's end 3482.5 may be used, 1.266 for each unit of output, 12.664 a day");
    }

    @Test
    void exactlyTheLimitIsWithinAndAMillionthMoreIsNot() {
        QuotaOutlook at = QuotaOutlook.of(FORECAST, decimal("1.2"), NOT_NEGATIVE);
        QuotaOutlook above = QuotaOutlook.of(FORECAST, decimal("1.199999"), NOT_NEGATIVE);

        assertThat(at.within()).isTrue();
        assertThat(at.certainty()).isEqualTo(QuotaOutlook.Certainty.CLEAR);
        assertThat(above.within()).isFalse();
        assertThat(above.certainty()).isEqualTo(QuotaOutlook.Certainty.CLEAR);
        assertThat(above.margin()).isEqualByComparingTo("-0.000001");
    }

    @Test
    void aLimitInsideTheRangeIsOpen() {
        Forecast.Made wide = withWidth("73"); // 0.02 over 3650

        assertThat(certainty(wide, "1.22")).isEqualTo(QuotaOutlook.Certainty.CLEAR);
        assertThat(certainty(wide, "1.219999")).isEqualTo(QuotaOutlook.Certainty.OPEN);
        assertThat(certainty(wide, "1.18")).isEqualTo(QuotaOutlook.Certainty.OPEN);
        assertThat(certainty(wide, "1.179999")).isEqualTo(QuotaOutlook.Certainty.CLEAR);
    }

    @Test
    void whatIsUsedAlreadyMayBeMoreThanTheWholeYearAllows() {
        Allowance lost =
                QuotaOutlook.of(FORECAST, decimal("0.29"), NOT_NEGATIVE).allowance();

        assertThat(lost.amount()).isEqualByComparingTo("-21.5");
        assertThat(lost.perUnit()).contains(decimal("-0.007819"));
        assertThat(lost.perDay()).contains(decimal("-0.078182"));
        assertThat(lost.state()).isEqualTo(Allowance.State.LOST);
        assertThat(lost.text().zh()).isEqualTo("本年已不可能达标：余量 -21.5，每单位产出 -0.008");
        assertThat(lost.text().en())
                .isEqualTo("the limit can no longer be met this year: what is left is -21.5, -0.008 for each unit of "
                        + "output");
    }

    @Test
    void whatRecoveryCanMakeNegativeIsNotLost() {
        Allowance recovery =
                QuotaOutlook.of(FORECAST, decimal("0.29"), Optional.empty()).allowance();

        assertThat(recovery.state()).isEqualTo(Allowance.State.RECOVERY);
        assertThat(recovery.text().zh()).isEqualTo("至年底须净回收 21.5，每单位产出 -0.008，日均 -0.078");
        assertThat(recovery.text().en())
                .isEqualTo(
                        "until the year's end 21.5 must be recovered net, -0.008 for each unit of output, -0.078 a day");
    }

    @Test
    void aPueCannotFallBelowOneToMakeUpForThePast() {
        assertThat(state("1.05", Optional.of(decimal("1")))).isEqualTo(Allowance.State.OPEN);
        assertThat(state("1.04", Optional.of(decimal("1")))).isEqualTo(Allowance.State.LOST);
        assertThat(state("1.2", Optional.of(decimal("1.2")))).isEqualTo(Allowance.State.OPEN);
        assertThat(state("1.2", Optional.of(decimal("1.200001")))).isEqualTo(Allowance.State.LOST);
    }

    @Test
    void anAllowanceOfNothingIsStillOpen() {
        // 90 days of 12 over 10 and then no output: what 900 allow at 1.2 is used.
        Forecast.Made idle = forecast(
                aSeries()
                        .days("2026-01-01", "2026-04-01", "12", "10")
                        .days("2026-04-01", "2026-06-01", "0", "0")
                        .ratio(),
                "2026-06-01");

        Allowance nothing =
                QuotaOutlook.of(idle, decimal("1.2"), Optional.empty()).allowance();

        assertThat(nothing.amount()).isEqualByComparingTo("0");
        assertThat(nothing.perUnit()).isEmpty();
        assertThat(nothing.perDay()).contains(decimal("0.000000"));
        assertThat(nothing.state()).isEqualTo(Allowance.State.OPEN);
        assertThat(QuotaOutlook.of(idle, decimal("1.1"), NOT_NEGATIVE)
                        .allowance()
                        .state())
                .isEqualTo(Allowance.State.LOST);
    }

    @Test
    void aYearThatIsOverLeavesNothingToDo() {
        Forecast.Made over =
                forecast(aSeries().days("2026-01-01", "2027-01-01", "12", "10").ratio(), 2026, "2027-01-01");

        Allowance kept = QuotaOutlook.of(over, decimal("1.2"), Optional.empty()).allowance();
        Allowance missed =
                QuotaOutlook.of(over, decimal("1.1"), Optional.empty()).allowance();

        assertThat(kept.state()).isEqualTo(Allowance.State.OPEN);
        assertThat(kept.perUnit()).isEmpty();
        assertThat(kept.perDay()).isEmpty();
        assertThat(kept.text().en()).isEqualTo("until the year's end 0 may be used");
        assertThat(missed.state()).isEqualTo(Allowance.State.LOST);
        assertThat(missed.text().zh()).isEqualTo("本年已不可能达标：余量 -365");
    }

    @Test
    void aYearOfTwoEditionsHasALimitWeightedByOutput() {
        QuotaOutlook outlook = QuotaOutlook.of(
                FORECAST,
                new TreeMap<>(Map.of(
                        day("2025-03-01"), decimal("1.3"),
                        day("2026-07-01"), decimal("1.1"),
                        day("2027-01-01"), decimal("9"))),
                NOT_NEGATIVE);

        // 181 days at 1.3 and 184 at 1.1, ten of output each: 4377 allowed, 4380 expected.
        assertThat(outlook.limit()).isEqualTo(decimal("1.199178"));
        assertThat(outlook.within()).isFalse();
        assertThat(outlook.allowance().amount()).isEqualByComparingTo("3297");
        assertThat(outlook.limits()).hasSize(3);
    }

    @Test
    void refusesALimitThatBeginsLaterAndAPlainSum() {
        assertThatThrownBy(() ->
                        QuotaOutlook.of(FORECAST, new TreeMap<>(Map.of(day("2026-01-02"), decimal("1"))), NOT_NEGATIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no limit holds on 2026-01-01");
        assertThatThrownBy(() -> QuotaOutlook.of(
                        forecast(aSeries().days("2026-01-01", "2026-04-01", "1").sum(), "2026-04-01"),
                        decimal("1"),
                        NOT_NEGATIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a limit is of a ratio");
    }

    private static QuotaOutlook.Certainty certainty(Forecast.Made forecast, String limit) {
        return QuotaOutlook.of(forecast, decimal(limit), NOT_NEGATIVE).certainty();
    }

    private static Allowance.State state(String limit, Optional<BigDecimal> least) {
        return QuotaOutlook.of(FORECAST, decimal(limit), least).allowance().state();
    }

    private static Forecast.Made withWidth(String width) {
        return new Forecast.Made(
                FORECAST.shape(),
                FORECAST.until(),
                FORECAST.method(),
                FORECAST.value(),
                FORECAST.course(),
                FORECAST.error(),
                FORECAST.scatter(),
                decimal(width),
                FORECAST.backtests());
    }
}

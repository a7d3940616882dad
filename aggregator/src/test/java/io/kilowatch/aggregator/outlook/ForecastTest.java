package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.aSeries;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.forecast;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import org.junit.jupiter.api.Test;

/** Forecasts by the recent daily mean, computed by hand. */
class ForecastTest {
    private static final SeriesBuilder RISING =
            aSeries().days("2026-01-01", "2026-03-01", "10").days("2026-03-01", "2026-04-01", "20");

    @Test
    void aConstantSeriesGoesOnWithoutAnyRange() {
        Forecast.Made made =
                forecast(aSeries().days("2026-01-01", "2026-04-01", "10").sum(), "2026-04-01");

        assertThat(made.year()).isEqualTo(2026);
        assertThat(made.until()).isEqualTo("2026-04-01");
        assertThat(made.method()).isEqualTo(Method.DAILY_MEAN);
        assertThat(made.value()).isEqualTo(range("3650.000000", "3650.000000", "3650.000000"));
        assertThat(made.course().count()).isEqualTo(new Course.Days(90, 0, 275));
        assertThat(made.course().toDate().numerator()).isEqualByComparingTo("900");
        assertThat(made.course().ahead().numerator()).isEqualByComparingTo("2750");
        assertThat(made.backtests()).extracting(Backtest::from).containsExactly(day("2026-02-01"), day("2026-03-01"));
    }

    @Test
    void theLatest28KnownDaysGoOnAndTheWorstPastForecastIsTheRange() {
        Forecast.Made made = forecast(RISING.sum(), "2026-04-01");

        // 590 + 620 to date, 275 days of 20; on 1 February 590 was forecast and 900 came, on 1 March 310 and 620.
        assertThat(made.value()).isEqualTo(range("6710.000000", "1210.000000", "12210.000000"));
        assertThat(made.error()).isEqualByComparingTo("1");
        assertThat(made.scatter()).isEqualByComparingTo("0");
        assertThat(made.width()).isEqualByComparingTo("5500");
        Backtest first = made.backtests().get(0);
        assertThat(first.until()).isEqualTo("2026-04-01");
        assertThat(first.forecast().numerator()).isEqualByComparingTo("590");
        assertThat(first.actual().numerator()).isEqualByComparingTo("900");
        assertThat(first.error()).isEqualByComparingTo("0.5254237288135593220338983050847458");
    }

    @Test
    void theScatterOfSingleDaysIsTheLeastRange() {
        Series series = aSeries()
                .alternating("2026-01-01", "2026-01-29", sums("11", "1"), sums("9", "1"))
                .sum();

        Forecast.Made made = forecast(series, "2026-01-29");

        // variance 28/27; 2 * sqrt(28/27 * 337 * (1 + 337/28)) = 134.992456...
        assertThat(made.backtests()).isEmpty();
        assertThat(made.scatter()).isBetween(decimal("134.9924"), decimal("134.9925"));
        assertThat(made.value().value()).isEqualByComparingTo("3650");
        assertThat(made.value().low()).isBetween(decimal("3515.0075"), decimal("3515.0076"));
        assertThat(made.value().high()).isBetween(decimal("3784.9924"), decimal("3784.9925"));
    }

    @Test
    void daysNotKnownAreFilledByTheMeanOfTheKnownAndCounted() {
        Series series = aSeries()
                .days("2026-01-01", "2026-01-15", "8")
                .days("2026-01-15", "2026-01-29", "12")
                .sum();

        Forecast.Made made = forecast(series, "2026-02-01");

        assertThat(made.course().count()).isEqualTo(new Course.Days(28, 3, 334));
        assertThat(made.course().filled()).containsExactly(day("2026-01-29"), day("2026-01-30"), day("2026-01-31"));
        assertThat(made.course().toDate().numerator()).isEqualByComparingTo("310");
        assertThat(made.value().value()).isEqualByComparingTo("3650");
    }

    @Test
    void fourteenKnownDaysAreTheLeast() {
        SeriesBuilder series = aSeries().days("2026-01-01", "2026-01-15", "10");

        assertThat(forecast(series.sum(), "2026-01-15").value().value()).isEqualByComparingTo("3650");
        assertThat(Forecast.of(series.without("2026-01-05", "2026-01-06").sum(), 2026, day("2026-01-15")))
                .isEqualTo(new Forecast.NotMade(
                        2026,
                        day("2026-01-15"),
                        new Reason(
                                "too-few-days",
                                new Name(
                                        "最近 56 天内有数据的仅 13 天，至少需要 14 天，不作预测",
                                        "only 13 of the last 56 days are known; a forecast needs 14"))));
    }

    @Test
    void daysFromFurtherBackThanEightWeeksDoNotCount() {
        Series series = aSeries().days("2026-01-01", "2026-01-29", "10").sum();

        assertThat(Forecast.of(series, 2026, day("2026-03-12"))).isInstanceOf(Forecast.Made.class);
        assertThat(Forecast.of(series, 2026, day("2026-03-13"))).isInstanceOf(Forecast.NotMade.class);
    }

    @Test
    void whatComesAfterTheDayIsNotLookedAt() {
        Series series = RISING.sum();

        Forecast.Made made = forecast(series, "2026-03-01");

        assertThat(made.value().value()).isEqualByComparingTo("3650");
        assertThat(made.course().count()).isEqualTo(new Course.Days(59, 0, 306));
    }

    @Test
    void aYearThatIsOverHasNothingToCome() {
        Series series = aSeries()
                .days("2026-01-01", "2027-01-01", "10")
                .days("2026-12-31", "2027-01-01", "17")
                .sum();

        for (String today : new String[] {"2027-01-01", "2027-05-05"}) {
            Forecast.Made made = forecast(series, 2026, today);

            assertThat(made.until()).isEqualTo("2027-01-01");
            assertThat(made.value()).isEqualTo(range("3657.000000", "3657.000000", "3657.000000"));
            assertThat(made.course().count()).isEqualTo(new Course.Days(365, 0, 0));
        }
    }

    @Test
    void aYearNotYetBegunIsAllExpected() {
        Series series = aSeries().days("2027-12-01", "2028-01-01", "10").sum();

        Forecast.Made made = forecast(series, 2028, "2027-12-30");

        assertThat(made.until()).isEqualTo("2028-01-01");
        assertThat(made.course().count()).isEqualTo(new Course.Days(0, 0, 366));
        assertThat(made.value().value()).isEqualByComparingTo("3660");
    }

    @Test
    void beforeAnyDayOfTheYearIsKnownTheGapIsFilledAsLastDecember() {
        Series series = aSeries().days("2025-12-01", "2026-01-01", "10").sum();

        Forecast.Made made = forecast(series, "2026-01-06");

        assertThat(made.course().count()).isEqualTo(new Course.Days(0, 5, 360));
        assertThat(made.course().toDate().numerator()).isEqualByComparingTo("50");
        assertThat(made.value().value()).isEqualByComparingTo("3650");
    }

    @Test
    void aPastMonthsEndIsCheckedOverFourWeeksOrMoreThatAreKnownForTheMostPart() {
        SeriesBuilder series = aSeries().days("2026-01-01", "2026-03-01", "10");

        assertThat(forecast(series.sum(), "2026-02-28").backtests()).isEmpty();
        assertThat(forecast(series.sum(), "2026-03-01").backtests()).hasSize(1);
        assertThat(forecast(series.without("2026-02-10", "2026-02-15").sum(), "2026-03-01")
                        .backtests())
                .singleElement()
                .satisfies(test -> assertThat(test.actual().numerator()).isEqualByComparingTo("280"));
        assertThat(forecast(series.without("2026-02-10", "2026-02-16").sum(), "2026-03-01")
                        .backtests())
                .isEmpty();
    }

    @Test
    void lastYearsMonthEndsAreCheckedToLastYearsEnd() {
        Series series = aSeries()
                .days("2025-10-01", "2025-12-01", "10")
                .days("2025-12-01", "2026-01-16", "15")
                .sum();

        Forecast.Made made = forecast(series, "2026-01-16");

        // 1 November: 610 forecast, 300 + 465 came; 1 December: 310 and 465; 1 January: too few days since.
        assertThat(made.backtests()).extracting(Backtest::until).containsOnly(day("2026-01-01"));
        assertThat(made.backtests()).hasSize(2);
        assertThat(made.backtests().get(0).actual().numerator()).isEqualByComparingTo("765");
        assertThat(made.error()).isEqualByComparingTo("0.5");
    }

    @Test
    void aForecastOfNothingIsNoMeasureOfErrors() {
        Series series = aSeries()
                .days("2026-01-01", "2026-02-01", "0")
                .days("2026-02-01", "2026-03-01", "10")
                .sum();

        Forecast.Made made = forecast(series, "2026-03-01");

        assertThat(made.backtests()).isEmpty();
    }

    @Test
    void negativeSumsHaveTheirRangeAboutThem() {
        Series series = aSeries()
                .days("2026-01-01", "2026-03-01", "-10")
                .days("2026-03-01", "2026-04-01", "-20")
                .sum();

        assertThat(forecast(series, "2026-04-01").value())
                .isEqualTo(range("-6710.000000", "-12210.000000", "-1210.000000"));
    }

    @Test
    void saysPlainlyWhatItIsMadeOf() {
        assertThat(forecast(RISING.sum(), "2026-04-01").text().en())
                .isEqualTo("Method: recent daily mean; each day to come is the mean of the latest known days. 90 days "
                        + "known, 0 filled by the mean of those, 275 to come. The range is the largest error of the "
                        + "same method at 2 past month's ends, 100 %, and at least the scatter of single days (0).");
        assertThat(forecast(RISING.sum(), "2026-04-01").text().zh())
                .isEqualTo("方法：近期日均法，剩余各日均取最近有数据各日的平均值。已有数据 90 天，按已知日均值补缺 0 天，待预测 275 天。"
                        + "区间取 2 次月末回测的最大相对误差 100 %，且不小于日值离散程度（0）。");
    }

    @Test
    void saysWhenNoPastForecastCouldBeChecked() {
        Forecast.Made made =
                forecast(aSeries().days("2026-01-01", "2026-01-20", "10").sum(), "2026-01-20");

        assertThat(made.text().en())
                .endsWith(" 19 days known, 0 filled by the mean of those, 346 to come. No past month's end could be "
                        + "checked yet; the range is that of the scatter of single days (0) alone and may be too "
                        + "narrow.");
        assertThat(made.text().zh()).endsWith("待预测 346 天。尚无可回测的月份，区间仅按日值离散程度（0）给出，可能偏窄。");
    }

    private static Range range(String value, String low, String high) {
        return new Range(decimal(value), decimal(low), decimal(high));
    }
}

package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.aSeries;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forecasts by last year's course at this year's level, computed by hand. */
class SeasonalForecastTest {
    @Test
    void lastYearsCourseIsFollowedAtThisYearsLevel() {
        Forecast.Made made =
                forecast(lastYear().days("2026-01-01", "2026-04-01", "12").sum(), "2026-04-01");

        // 90 days of 12, then 275 of 20 * 12/10.
        assertThat(made.method()).isEqualTo(Method.SEASONAL);
        assertThat(made.value().value()).isEqualByComparingTo("7680");
        assertThat(made.course().toDate().numerator()).isEqualByComparingTo("1080");
        assertThat(made.course().ahead().numerator()).isEqualByComparingTo("6600");
    }

    @Test
    void theRangeIsTheWorstOfItsOwnPastForecasts() {
        Forecast.Made made = forecast(
                lastYear()
                        .days("2026-01-01", "2026-04-01", "12")
                        .days("2026-04-01", "2026-06-01", "24")
                        .days("2026-06-01", "2026-07-01", "30")
                        .sum(),
                "2026-07-01");

        // Level 3444/2720, 184 days of 20 to come: 4659.529...; on 1 June 720 was forecast and 900 came.
        assertThat(made.backtests())
                .extracting(Backtest::from)
                .containsExactly(day("2026-04-01"), day("2026-05-01"), day("2026-06-01"));
        assertThat(made.backtests().get(0).forecast().numerator()).isEqualByComparingTo("2184");
        assertThat(made.backtests().get(0).actual().numerator()).isEqualByComparingTo("2364");
        assertThat(made.error()).isEqualByComparingTo("0.25");
        assertThat(made.value())
                .isEqualTo(new Range(decimal("8103.529412"), decimal("6938.647058"), decimal("9268.411765")));
    }

    @Test
    void sixtyDaysMustBeKnownOfBothYears() {
        SeriesBuilder series = lastYear().days("2026-01-01", "2026-03-02", "12");

        assertThat(forecast(series.sum(), "2026-03-02").method()).isEqualTo(Method.SEASONAL);
        assertThat(forecast(series.without("2025-01-10", "2025-01-11").sum(), "2026-03-02")
                        .method())
                .isEqualTo(Method.DAILY_MEAN);
        assertThat(forecast(lastYear().days("2026-01-01", "2026-03-01", "12").sum(), "2026-03-01")
                        .method())
                .isEqualTo(Method.DAILY_MEAN);
    }

    @Test
    void fourFifthsOfTheDaysToComeMustBeKnownOfLastYear() {
        SeriesBuilder series = aSeries()
                .days("2025-01-01", "2025-04-01", "10")
                .days("2025-04-01", "2025-07-20", "10")
                .days("2025-07-20", "2025-11-07", "30")
                .days("2026-01-01", "2026-04-01", "10");

        Forecast.Made made = forecast(series.sum(), "2026-04-01");

        // 220 of 275 are known: 110 of 10, 110 of 30; the other 55 are taken as their mean, 20.
        assertThat(made.method()).isEqualTo(Method.SEASONAL);
        assertThat(made.course().ahead().numerator()).isEqualByComparingTo("5500");
        assertThat(made.course().days().lastEntry().getValue().numerator()).isEqualByComparingTo("20");
        assertThat(forecast(series.without("2025-11-06", "2025-11-07").sum(), "2026-04-01")
                        .method())
                .isEqualTo(Method.DAILY_MEAN);
    }

    @Test
    void theLevelIsOfTheDaysKnownOfBothYearsOnly() {
        Series series = lastYear()
                .without("2025-01-01", "2025-01-11")
                .days("2026-01-01", "2026-01-11", "500")
                .days("2026-01-11", "2026-04-01", "12")
                .sum();

        Forecast.Made made = forecast(series, "2026-04-01");

        assertThat(made.course().ahead().numerator()).isEqualByComparingTo("6600");
        assertThat(made.course().toDate().numerator()).isEqualByComparingTo("5960");
    }

    @Test
    void whatHasNoLevelToLastYearIsNotScaledByIt() {
        assertThat(method("0", "10")).isEqualTo(Method.DAILY_MEAN);
        assertThat(method("-10", "10")).isEqualTo(Method.DAILY_MEAN);
        assertThat(method("10", "-10")).isEqualTo(Method.DAILY_MEAN);
        assertThat(method("-10", "-12")).isEqualTo(Method.SEASONAL);
        assertThat(method("10", "0")).isEqualTo(Method.SEASONAL);
    }

    @Test
    void aRatioHasALevelForEachOfItsSums() {
        Series series = aSeries()
                .days("2025-01-01", "2025-04-01", "30", "10")
                .days("2025-04-01", "2026-01-01", "50", "20")
                .days("2026-01-01", "2026-04-01", "36", "20")
                .ratio();

        Forecast.Made made = forecast(series, "2026-04-01");

        // 90 * 36 + 275 * 50 * 36/30 = 19740 over 90 * 20 + 275 * 20 * 20/10 = 12800.
        assertThat(made.course().total().numerator()).isEqualByComparingTo("19740");
        assertThat(made.course().total().denominator()).isEqualByComparingTo("12800");
        assertThat(made.value().value()).isEqualByComparingTo("1.542188");
    }

    @Test
    void aRatioOfNothingLastYearHasNoLevel() {
        Series series = aSeries()
                .days("2025-01-01", "2025-04-01", "30", "0")
                .days("2025-04-01", "2026-01-01", "50", "20")
                .days("2026-01-01", "2026-04-01", "36", "20")
                .ratio();

        assertThat(forecast(series, "2026-04-01").method()).isEqualTo(Method.DAILY_MEAN);
    }

    @Test
    void theLeapDayIsAsTheDayBeforeIt() {
        Series series = aSeries()
                .days("2027-01-01", "2027-02-28", "10")
                .days("2027-02-28", "2027-03-01", "40")
                .days("2027-03-01", "2028-01-01", "10")
                .days("2028-01-01", "2028-02-01", "10")
                .sum();
        ForecastTerms terms = new ForecastTerms(28, 56, 14, 31, decimal("1"), decimal("0"));

        Forecast.Made made = (Forecast.Made) Forecast.of(series, 2028, day("2028-02-01"), terms);

        assertThat(made.method()).isEqualTo(Method.SEASONAL);
        assertThat(made.course()
                        .days()
                        .headMap(day("2028-02-29"), true)
                        .lastEntry()
                        .getValue()
                        .numerator())
                .isEqualByComparingTo("40");
        assertThat(made.value().value()).isEqualByComparingTo("3720");
    }

    @Test
    void saysPlainlyWhatItDoes() {
        Forecast.Made made =
                forecast(lastYear().days("2026-01-01", "2026-04-01", "12").sum(), "2026-04-01");

        assertThat(made.text().en())
                .startsWith(
                        "Method: seasonal naive; each day to come is the same day of last year, times this year's sum "
                                + "over last year's on the days that are known of both. 90 days known, ");
        assertThat(made.text().zh()).startsWith("方法：季节性朴素法，剩余各日取上年同日的值，再乘以本年与上年在双方均有数据的日期上的累计之比。");
        assertThat(Method.SEASONAL.word()).isEqualTo("seasonal");
        assertThat(Method.DAILY_MEAN.word()).isEqualTo("daily-mean");
    }

    private static Method method(String lastYear, String thisYear) {
        return forecast(
                        aSeries()
                                .days("2025-01-01", "2026-01-01", lastYear)
                                .days("2026-01-01", "2026-04-01", thisYear)
                                .sum(),
                        "2026-04-01")
                .method();
    }

    private static SeriesBuilder lastYear() {
        return aSeries().days("2025-01-01", "2025-04-01", "10").days("2025-04-01", "2026-01-01", "20");
    }
}

package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.aSeries;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.day;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.forecast;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.sums;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forecasts of ratios, and of series known by month. */
class RatioForecastTest {
    @Test
    void aRatioIsSumOverSum() {
        Forecast.Made made = forecast(
                aSeries()
                        .days("2026-01-01", "2026-03-01", "12", "10")
                        .days("2026-03-01", "2026-04-01", "30", "20")
                        .ratio(),
                "2026-04-01");

        // (1638 + 8250) / (1210 + 5500), not the mean of 1.2 and 1.5; the worst past forecast: 1.2 where 1.5 came.
        assertThat(made.error()).isEqualByComparingTo("0.25");
        assertThat(made.width()).isEqualByComparingTo("2062.5");
        assertThat(made.value()).isEqualTo(new Range(decimal("1.473621"), decimal("1.166244"), decimal("1.780999")));
    }

    @Test
    void daysOfMoreOutputAreNoScatterOfTheRatio() {
        SeriesBuilder series = aSeries().alternating("2026-01-01", "2026-01-29", sums("12", "10"), sums("24", "20"));

        Forecast.Made made = forecast(series.ratio(), "2026-01-29");

        assertThat(made.value()).isEqualTo(new Range(decimal("1.200000"), decimal("1.200000"), decimal("1.200000")));
    }

    @Test
    void theScatterOfARatioIsAboutWhatIsUsualForTheOutput() {
        SeriesBuilder series = aSeries().alternating("2026-01-01", "2026-01-29", sums("11", "10"), sums("25", "20"));

        Forecast.Made made = forecast(series.ratio(), "2026-01-29");

        // Each day is 1 off 1.2 per unit of output: the same scatter as of days of 9 and 11.
        assertThat(made.scatter()).isBetween(decimal("134.9924"), decimal("134.9925"));
    }

    @Test
    void withoutOutputThereIsNoRatio() {
        Series series = aSeries().days("2026-01-01", "2026-02-01", "12", "0").ratio();

        assertThat(Forecast.of(series, 2026, day("2026-02-01")))
                .isInstanceOfSatisfying(Forecast.NotMade.class, none -> {
                    assertThat(none.reason().code()).isEqualTo("no-output");
                    assertThat(none.reason().text().zh()).isEqualTo("全年无产量，无法计算单耗");
                    assertThat(none.reason().text().en()).isEqualTo("there is no output in the year to divide by");
                });
        assertThat(forecast(
                                aSeries()
                                        .days("2026-01-01", "2026-02-01", "12", "0.001")
                                        .ratio(),
                                "2026-02-01")
                        .value()
                        .value())
                .isEqualByComparingTo("12000");
    }

    @Test
    void monthsAreSpreadOverTheirDaysAndAddUpExactly() {
        Series series = Series.ofMonthlySums(Map.of(YearMonth.of(2026, 1), decimal("100")));

        assertThat(series.shape()).isEqualTo(Series.Shape.SUM);
        assertThat(series.days()).hasSize(31).containsOnlyKeys(january());
        assertThat(Sums.total(series.days().values())).satisfies(all -> {
            assertThat(all.numerator()).isEqualByComparingTo("100");
            assertThat(all.denominator()).isEqualByComparingTo("31");
        });
        assertThat(series.days().firstEntry().getValue().numerator())
                .isEqualByComparingTo("3.225806451612903225806451612903226");
    }

    @Test
    void monthsOfARatioAreSpreadToo() {
        Series series = Series.ofMonthlyRatios(
                Map.of(YearMonth.of(2026, 1), sums("37.2", "31"), YearMonth.of(2026, 2), sums("33.6", "28")));

        assertThat(series.shape()).isEqualTo(Series.Shape.RATIO);
        assertThat(series.days().get(day("2026-01-31"))).satisfies(last -> {
            assertThat(last.numerator()).isEqualByComparingTo("1.2");
            assertThat(last.denominator()).isEqualByComparingTo("1");
        });
        assertThat(forecast(series, "2026-03-01").value().value()).isEqualByComparingTo("1.2");
    }

    @Test
    void aSeriesOfSumsHasOneBelowTheLineEachDay() {
        Series series = Series.ofSums(Map.of(day("2026-01-01"), decimal("7")));

        assertThat(series)
                .isEqualTo(aSeries().days("2026-01-01", "2026-01-02", "7").sum());
        assertThat(series.between(day("2026-01-02"), day("2026-01-01"))).isEmpty();
        assertThat(series.between(day("2026-01-01"), day("2026-01-01"))).isEmpty();
        assertThat(series.between(day("2026-01-01"), day("2026-01-02"))).hasSize(1);
    }

    @Test
    void aQuotientNeedsSomethingBelowTheLine() {
        assertThat(sums("1", "3").quotient()).contains(decimal("0.333333"));
        assertThat(sums("1", "0").quotient()).isEmpty();
    }

    private static LocalDate[] january() {
        return day("2026-01-01").datesUntil(day("2026-02-01")).toArray(LocalDate[]::new);
    }
}

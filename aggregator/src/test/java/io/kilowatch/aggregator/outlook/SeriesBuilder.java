package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;

/** Builds series from runs of equal days. */
final class SeriesBuilder {
    private final TreeMap<LocalDate, Sums> days = new TreeMap<>();

    private SeriesBuilder() {}

    static SeriesBuilder aSeries() {
        return new SeriesBuilder();
    }

    SeriesBuilder days(String from, String until, String each) {
        return days(from, until, each, "1");
    }

    SeriesBuilder days(String from, String until, String above, String below) {
        day(from).datesUntil(day(until)).forEach(day -> days.put(day, sums(above, below)));
        return this;
    }

    /** Days of odd date, then of even date. */
    SeriesBuilder alternating(String from, String until, Sums odd, Sums even) {
        day(from).datesUntil(day(until)).forEach(day -> days.put(day, day.getDayOfMonth() % 2 == 1 ? odd : even));
        return this;
    }

    SeriesBuilder without(String from, String until) {
        day(from).datesUntil(day(until)).forEach(days::remove);
        return this;
    }

    Series sum() {
        return new Series(Series.Shape.SUM, days);
    }

    Series ratio() {
        return Series.ofRatios(days);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Sums sums(String above, String below) {
        return new Sums(new BigDecimal(above), new BigDecimal(below));
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static Forecast.Made forecast(Series series, String until) {
        LocalDate day = day(until);
        return forecast(series, day.getYear(), until);
    }

    static Forecast.Made forecast(Series series, int year, String until) {
        return (Forecast.Made) Forecast.of(series, year, day(until));
    }
}

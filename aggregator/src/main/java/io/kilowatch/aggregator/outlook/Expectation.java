package io.kilowatch.aggregator.outlook;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;

/** What is expected of the days to come, from what is known before them. */
sealed interface Expectation permits Season, Window {
    /** How it is found. */
    Method method();

    /** What each day from one until the year's end is expected to be. */
    NavigableMap<LocalDate, Sums> project(LocalDate from, LocalDate end);

    /** The best that what is known before a day allows; absent where too little is known. */
    static Optional<Expectation> best(Series series, LocalDate until, LocalDate end, ForecastTerms terms) {
        Optional<Expectation> season = by(Method.SEASONAL, series, until, end, terms);
        return season.isPresent() ? season : by(Method.DAILY_MEAN, series, until, end, terms);
    }

    /** That of one method. */
    static Optional<Expectation> by(Method method, Series series, LocalDate until, LocalDate end, ForecastTerms terms) {
        Window window = Window.of(series, until, terms);
        if (window.size() < terms.least()) {
            return Optional.empty();
        }
        return switch (method) {
            case SEASONAL -> Season.of(series, until, end, terms).map(Expectation.class::cast);
            case DAILY_MEAN -> Optional.of(window);
        };
    }
}

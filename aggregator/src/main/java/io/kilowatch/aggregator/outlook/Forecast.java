package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an indicator will be at a year's end if it goes on so. */
public sealed interface Forecast {
    /** The year. */
    int year();

    /** The first day that is not past. */
    LocalDate until();

    /**
     * One that could be made.
     *
     * @param shape whether the indicator is a sum or a ratio
     * @param until the first day that is expected; what is before it is measured or filled
     * @param method how
     * @param value what is expected of the whole year, and its range
     * @param course the year day by day
     * @param error the largest share by which the same method was off at a past month's end
     * @param scatter how far the sum above the line may be off for the scatter of single days alone
     * @param width how far it may be off by the larger of the two; what the range is made of
     * @param backtests the forecasts of past months' ends that the error is of
     */
    record Made(
            Series.Shape shape,
            LocalDate until,
            Method method,
            Range value,
            Course course,
            BigDecimal error,
            BigDecimal scatter,
            BigDecimal width,
            List<Backtest> backtests)
            implements Forecast {
        /** Copies its list. */
        public Made {
            backtests = List.copyOf(backtests);
        }

        @Override
        public int year() {
            return course.days().firstKey().getYear();
        }

        /** How it was made and what it rests on, in plain sentences. */
        public Name text() {
            return ForecastText.of(this);
        }
    }

    /**
     * None, and why.
     *
     * @param year the year
     * @param until the first day that is not past
     * @param reason why
     */
    record NotMade(int year, LocalDate until, Reason reason) implements Forecast {}

    /** The forecast of a year from what is known before a day, by the standard terms. */
    static Forecast of(Series series, int year, LocalDate today) {
        return of(series, year, today, ForecastTerms.STANDARD);
    }

    /**
     * The forecast of a year from what is known before a day.
     *
     * @param series all that is known of this year and the last; of two years before, if the method shall be checked there
     * @param year the year
     * @param today the first day that is not yet past; before the year or after it, its first day or the day after its last
     * @param terms the method's numbers
     */
    static Forecast of(Series series, int year, LocalDate today, ForecastTerms terms) {
        LocalDate start = LocalDate.of(year, 1, 1);
        LocalDate end = start.plusYears(1);
        LocalDate until = today.isBefore(start) ? start : today.isAfter(end) ? end : today;
        Window window = Window.of(series, until, terms);
        Optional<Expectation> expectation = Expectation.best(series, until, end, terms);
        if (expectation.isEmpty()) {
            return new NotMade(year, until, ForecastText.tooFewDays(window.size(), terms));
        }
        Expectation found = expectation.get();
        Course course = Course.of(series, start, until, window.mean(), found.project(until, end));
        if (series.shape() == Series.Shape.RATIO && course.total().denominator().signum() <= 0) {
            return new NotMade(year, until, ForecastText.nothingBelow());
        }
        List<Backtest> backtests = Backtest.all(found.method(), series, start, until, terms);
        return made(series.shape(), course, found.method(), scatter(window, course.count(), terms), backtests);
    }

    private static Made made(
            Series.Shape shape, Course course, Method method, BigDecimal scatter, List<Backtest> backtests) {
        BigDecimal error = Backtest.largest(backtests);
        BigDecimal width = scatter.max(error.multiply(course.ahead().numerator().abs()));
        Sums total = course.total();
        BigDecimal below = shape == Series.Shape.RATIO ? total.denominator() : BigDecimal.ONE;
        Range value = Range.of(total.numerator(), width, below);
        return new Made(shape, course.until(), method, value, course, error, scatter, width, backtests);
    }

    /** So many standard deviations of the sum of all days not measured, and of the mean that they are taken from. */
    private static BigDecimal scatter(Window window, Course.Days days, ForecastTerms terms) {
        BigDecimal open = BigDecimal.valueOf((long) days.filled() + days.remaining());
        BigDecimal sampled = BigDecimal.valueOf(window.size());
        BigDecimal variance =
                window.variance().multiply(open).multiply(sampled.add(open)).divide(sampled, Decimals.DIGITS);
        return terms.deviations().multiply(variance.sqrt(Decimals.DIGITS));
    }
}

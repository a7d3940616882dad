package io.kilowatch.aggregator.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A forecast as the same method would have made it at the end of a past month, held against what came.
 *
 * @param from the first day that it would have forecast
 * @param until the first day after what is compared: its year's end, or the first day not yet past
 * @param forecast what it would have said of those days
 * @param actual what they were, those not known filled by the mean of the others
 * @param error how far the one was from the other, as a share of the forecast
 */
public record Backtest(LocalDate from, LocalDate until, Sums forecast, Sums actual, BigDecimal error) {
    /** Every one that can be made since last year began, oldest first. */
    static List<Backtest> all(Method method, Series series, LocalDate year, LocalDate until, ForecastTerms terms) {
        List<Backtest> tests = new ArrayList<>();
        for (LocalDate cut = year.minusYears(1); cut.isBefore(until); cut = cut.plusMonths(1)) {
            at(cut, method, series, until, terms).ifPresent(tests::add);
        }
        return List.copyOf(tests);
    }

    /** The largest error of some; nothing where there are none. */
    static BigDecimal largest(List<Backtest> tests) {
        return tests.stream().map(Backtest::error).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static Optional<Backtest> at(
            LocalDate cut, Method method, Series series, LocalDate today, ForecastTerms terms) {
        LocalDate end = cut.withDayOfYear(1).plusYears(1);
        LocalDate until = today.isBefore(end) ? today : end;
        NavigableMap<LocalDate, Sums> came = series.between(cut, until);
        int length = (int) cut.datesUntil(until).count();
        if (length < terms.window() || !terms.suffices(came.size(), length)) {
            return Optional.empty();
        }
        return Expectation.by(method, series, cut, end, terms).flatMap(expectation -> {
            Sums forecast = Sums.total(
                    expectation.project(cut, end).headMap(until, false).values());
            return compare(cut, until, forecast, Sums.total(came.values()).spread(length, came.size()));
        });
    }

    /** Compares quotients, which for plain sums are daily means; a forecast of nothing has no share to be off by. */
    private static Optional<Backtest> compare(LocalDate from, LocalDate until, Sums forecast, Sums actual) {
        BigDecimal expected = forecast.numerator().multiply(actual.denominator());
        if (expected.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal off = actual.numerator().multiply(forecast.denominator()).subtract(expected);
        BigDecimal error = off.divide(expected, Decimals.DIGITS).abs();
        return Optional.of(new Backtest(from, until, forecast, actual, error));
    }
}

package io.kilowatch.aggregator.accounting;

import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums of meters written down by day; longer periods add up the days. */
final class FakeFigures implements Figures {
    private final Map<String, TreeMap<LocalDate, Long>> amounts = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, Long>> covered = new HashMap<>();
    private final Map<String, Long> until = new HashMap<>();

    /** A meter that covers a period whole, with all of its amount on the last day. */
    FakeFigures whole(String meter, Period period, String amount) {
        every(meter, period.start(), period.end(), "0");
        return on(meter, period.end().minusDays(1), amount);
    }

    /** A meter with the same amount every day from one on, up to another that is no longer covered. */
    FakeFigures every(String meter, LocalDate from, LocalDate end, String amount) {
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            on(meter, day, amount);
            cover(meter, day, Times.DAY);
        }
        return reaching(meter, BusinessCalendar.CHINA.start(end));
    }

    FakeFigures on(String meter, LocalDate day, String amount) {
        amounts.computeIfAbsent(meter, id -> new TreeMap<>()).put(day, Micros.of(new BigDecimal(amount)));
        return this;
    }

    FakeFigures cover(String meter, LocalDate day, long millis) {
        covered.computeIfAbsent(meter, id -> new TreeMap<>()).put(day, millis);
        return this;
    }

    FakeFigures reaching(String meter, long instant) {
        until.put(meter, instant);
        return this;
    }

    @Override
    public long amount(String meter, Period period) {
        return sum(amounts, meter, period);
    }

    @Override
    public long measured(String meter, Period period) {
        return sum(covered, meter, period);
    }

    @Override
    public long coveredUntil(String meter) {
        return until.getOrDefault(meter, Long.MIN_VALUE);
    }

    private static long sum(Map<String, TreeMap<LocalDate, Long>> from, String meter, Period period) {
        return from.getOrDefault(meter, new TreeMap<>()).subMap(period.start(), period.end()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}

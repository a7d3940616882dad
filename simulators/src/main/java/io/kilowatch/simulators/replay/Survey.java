package io.kilowatch.simulators.replay;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.simulators.feed.BadRow;
import io.kilowatch.simulators.feed.Feed;
import io.kilowatch.simulators.feed.FeedReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a feed holds, found by reading it once.
 *
 * @param devices how many readings each device has; a device without a name is the empty text
 * @param meters what there is of each meter, by device and meter
 */
record Survey(Map<String, Long> devices, Map<String, Map<String, MeterSpan>> meters) {

    /** Reads a feed. */
    static Survey of(Feed feed, Consumer<BadRow> bad) {
        Survey survey = new Survey(new TreeMap<>(), new TreeMap<>());
        try (Stream<FeedReading> readings = feed.readings(bad)) {
            readings.forEach(survey::add);
        }
        return survey;
    }

    private void add(FeedReading one) {
        devices.merge(one.device(), 1L, Long::sum);
        meters.computeIfAbsent(one.device(), device -> new TreeMap<>())
                .computeIfAbsent(one.reading().meter(), meter -> new MeterSpan(one.reading()))
                .add(one.reading());
    }

    /** How many readings there are. */
    long count() {
        return devices.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The earliest time; empty where there is no reading. */
    Optional<Instant> first() {
        return spans().map(MeterSpan::first).min(Comparator.naturalOrder());
    }

    /** The latest time; empty where there is no reading. */
    Optional<Instant> last() {
        return spans().map(MeterSpan::last).max(Comparator.naturalOrder());
    }

    /** The day of the first reading, in the business calendar. */
    Optional<LocalDate> firstDay() {
        return first().map(Survey::day);
    }

    /** The days from that of the first reading to that of the last, both included. */
    Duration wholeDays() {
        return Duration.ofDays(first().flatMap(
                        from -> last().map(to -> ChronoUnit.DAYS.between(day(from), day(to)) + 1))
                .orElse(1L));
    }

    /** By how much a meter's register goes on over the feed; zero for what is no register. */
    BigDecimal advance(String device, String meter) {
        MeterSpan span = meters.getOrDefault(device, Map.of()).get(meter);
        return span == null ? BigDecimal.ZERO : span.advance();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessCalendar.CHINA.zone());
    }

    private Stream<MeterSpan> spans() {
        return meters.values().stream().flatMap(ofDevice -> ofDevice.values().stream());
    }
}

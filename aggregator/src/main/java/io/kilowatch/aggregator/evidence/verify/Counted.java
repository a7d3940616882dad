package io.kilowatch.aggregator.evidence.verify;

import io.kilowatch.aggregator.evidence.MeterCount;
import io.kilowatch.aggregator.evidence.Recount;
import io.kilowatch.aggregator.evidence.file.Entries;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The meters' sums, counted again from the readings in a file, and those that the file tells of days. */
final class Counted {
    private final Claimed claimed;
    private final BusinessCalendar calendar;
    private final Map<String, OfMeter> meters = new TreeMap<>();
    private final Map<String, SortedMap<LocalDate, Sum>> days = new HashMap<>();

    private Counted(Claimed claimed) {
        this.claimed = claimed;
        this.calendar = claimed.rules().calendar();
        claimed.meters()
                .forEach((id, meter) -> meters.put(
                        id,
                        new OfMeter(
                                new Recount(meter.definition(), claimed.figure().period(), calendar))));
    }

    /** One meter's readings, being counted. */
    private static final class OfMeter {
        private final Recount recount;
        private final Map<Long, Mark> marks = new HashMap<>();
        private long latest = Long.MIN_VALUE;
        private int readings;

        OfMeter(Recount recount) {
            this.recount = recount;
        }
    }

    /**
     * What a meter's readings come to.
     *
     * @param count the sums
     * @param marks the marks other than good that the readings bear in the file
     * @param readings how many there are
     */
    record Result(MeterCount count, Map<Long, Mark> marks, int readings) {}

    static Counted read(SealedFile file, Claimed claimed) throws Unusable {
        Counted counted = new Counted(claimed);
        Rows.each(file, Entries.DAYS, counted::takeDay);
        Rows.each(file, Entries.READINGS, counted::takeReading);
        return counted;
    }

    private void takeDay(Map<String, String> row) {
        days.computeIfAbsent(Rows.cell(row, "meter"), id -> new TreeMap<>())
                .put(
                        LocalDate.parse(Rows.cell(row, "day")),
                        new Sum(
                                Micros.parse(Rows.cell(row, "amount")),
                                Long.parseLong(Rows.cell(row, "measured_ms")),
                                Long.parseLong(Rows.cell(row, "interpolated_ms"))));
    }

    private void takeReading(Map<String, String> row) throws Unusable {
        String id = Rows.cell(row, "meter");
        OfMeter meter = meters.get(id);
        if (meter == null) {
            throw new Unusable(Entries.READINGS, "有不属于此指标的计量器具 " + id, "has readings of another meter, " + id);
        }
        Point point = point(row);
        if (point.at() <= meter.latest) {
            throw new Unusable(
                    Entries.READINGS,
                    "计量器具 " + id + " 的读数未按时间排列：" + Rows.cell(row, "at"),
                    "the readings of meter " + id + " are out of order at " + Rows.cell(row, "at"));
        }
        meter.latest = point.at();
        meter.readings++;
        if (point.mark() != Mark.GOOD) {
            meter.marks.put(point.at(), point.mark());
        }
        meter.recount.take(point);
    }

    private static Point point(Map<String, String> row) {
        return new Point(
                millis(Rows.cell(row, "at")),
                Micros.parse(Rows.cell(row, "value")),
                ReadingKind.parse(Rows.cell(row, "kind")).orElseThrow(),
                ReadingSource.parse(Rows.cell(row, "source")).orElseThrow(),
                millis(Rows.cell(row, "received_at")),
                Long.parseLong(Rows.cell(row, "position")),
                0,
                mark(Rows.cell(row, "mark")));
    }

    private static Mark mark(String word) {
        return Arrays.stream(Mark.values())
                .filter(mark -> mark.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    /** What the readings of a meter come to; to be called once. */
    Result result(String meter) {
        OfMeter of = meters.get(meter);
        if (of == null) {
            throw new IllegalArgumentException("no meter " + meter);
        }
        long start = calendar.start(claimed.figure().period().start());
        long end = calendar.start(claimed.figure().period().end());
        MeterCount count = of.recount.close();
        return new Result(
                new MeterCount(count.days(), count.coveredUntil(), within(count.marks(), start, end)),
                within(of.marks, start, end),
                of.readings);
    }

    private static Map<Long, Mark> within(Map<Long, Mark> marks, long start, long end) {
        Map<Long, Mark> within = new HashMap<>(marks);
        within.keySet().removeIf(at -> at < start || at >= end);
        return within;
    }

    /** What the file tells of a meter's days. */
    SortedMap<LocalDate, Sum> days(String meter) {
        return days.getOrDefault(meter, new TreeMap<>());
    }
}

package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.PointBuilder.aReading;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What readings come to that are followed from a meter's first on. */
final class Followed {
    /** When the readings of most tests begin. */
    static final long NINE = Times.at("2026-08-01T09:00");

    /** The length of a slot. */
    static final long QUARTER = 15 * Times.MINUTE;

    private final SlotChanges changes = new SlotChanges();
    private final Effects effects = Effects.adding(changes);
    private final List<Point> points;
    private final Follower follower;

    private Followed(MeterBuilder meter, List<Point> points) {
        this.points = points;
        Flow flow = flow(meter);
        follower = flow.begin();
        points.forEach(point -> Timeline.take(flow, follower, point, effects));
    }

    static Followed by(MeterBuilder meter, Point... points) {
        return new Followed(meter, List.of(points));
    }

    /** Registers from nine o'clock on, one every quarter of an hour; a dash stands for one that is missing. */
    static Followed everyQuarter(MeterBuilder meter, String... values) {
        return new Followed(meter, everyQuarter(ReadingKind.REGISTER, values));
    }

    static List<Point> everyQuarter(ReadingKind kind, String... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("-")) {
                points.add(aReading(NINE + i * QUARTER)
                        .of(values[i])
                        .ofKind(kind)
                        .inPosition(i)
                        .build());
            }
        }
        return points;
    }

    static Flow flow(MeterBuilder meter) {
        return Flow.of(Definition.of(meter.build(), BusinessCalendar.CHINA), BusinessCalendar.CHINA);
    }

    /** The marks of the readings, one after another. */
    List<Mark> marks() {
        return points.stream()
                .map(point -> effects.marks().getOrDefault(point.at(), point.mark()))
                .toList();
    }

    Map<Long, Slot> slots() {
        return slots(changes);
    }

    static Map<Long, Slot> slots(SlotChanges of) {
        Map<Long, Slot> slots = new TreeMap<>();
        for (int i = 0; i < of.size(); i++) {
            slots.merge(of.slot(i), Slot.of(of.amount(i), of.measured(i), of.interpolated(i)), Slot::plus);
        }
        slots.values().removeIf(Slot.of(0, 0, 0)::equals);
        return slots;
    }

    /** Everything in one slot. */
    Slot total() {
        return slots().values().stream().reduce(Slot.of(0, 0, 0), Slot::plus);
    }

    long coveredUntil() {
        return follower.coveredUntil();
    }
}

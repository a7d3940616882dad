package io.kilowatch.aggregator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Timeline.Entered;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored readings and slots of one meter in maps. Readings ahead of all are followed from where things stand; the others
 * enter one by one among as many stored ones as the timeline asks for, beginning with one on each side.
 */
final class SimulatedLedger {
    private static final Slot NOTHING = Slot.of(0, 0, 0);

    private final Flow flow;
    private final boolean forgetful;
    private final TreeMap<Long, Point> readings = new TreeMap<>();
    private final Map<Long, List<Point>> aside = new HashMap<>();
    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private @Nullable Follower follower;

    /**
     * An empty one.
     *
     * @param forgetful whether it forgets after each portion where things stand, as after a restart
     */
    SimulatedLedger(Meter meter, boolean forgetful) {
        this.flow = Flow.of(Definition.of(meter, BusinessCalendar.CHINA), BusinessCalendar.CHINA);
        this.forgetful = forgetful;
        this.follower = flow.begin();
    }

    Map<Long, Point> readings() {
        return readings;
    }

    Map<Long, List<Point>> aside() {
        return aside;
    }

    Map<Long, Slot> slots() {
        return slots;
    }

    void enter(List<Point> portion) {
        List<Point> entering = new ArrayList<>(portion);
        entering.sort(Comparator.comparingLong(Point::at));
        entering.forEach(this::enter);
        if (forgetful) {
            follower = Timeline.follow(flow, tail(4)).orElse(null);
        }
    }

    private Part tail(int length) {
        List<Point> tail = new ArrayList<>(readings.values());
        int from = Math.max(0, tail.size() - length);
        return new Part(tail.subList(from, tail.size()), tail.size() < length, true);
    }

    private void enter(Point point) {
        Point stored = readings.get(point.at());
        List<Point> asideThere = aside.computeIfAbsent(point.at(), at -> new ArrayList<>());
        boolean repeats = stored != null && stored.agreesWith(point);
        Claims.Settled settled = Claims.settle(stored, repeats ? List.of() : List.copyOf(asideThere), List.of(point));
        asideThere.addAll(settled.aside());
        asideThere.removeAll(settled.takenUp());
        if (stored == null || !stored.is(settled.counting())) {
            follow(settled.counting());
        }
    }

    private void follow(Point point) {
        SlotChanges changes = new SlotChanges();
        Follower ahead = follower;
        boolean isLatest = readings.isEmpty() || point.at() > readings.lastKey();
        Map<Long, Mark> marks;
        if (ahead != null && isLatest) {
            Effects effects = Effects.adding(changes);
            Timeline.take(flow, ahead, point, effects);
            marks = effects.marks();
        } else {
            int reach = 1;
            Optional<Entered> entered = Timeline.enter(flow, around(point, reach), List.of(point), changes);
            while (entered.isEmpty()) {
                reach *= 2;
                changes.clear();
                entered = Timeline.enter(flow, around(point, reach), List.of(point), changes);
            }
            marks = entered.get().marks();
            if (around(point, reach).toEnd()) {
                follower = entered.get().follower();
            }
        }
        readings.put(point.at(), point);
        marks.forEach((at, mark) -> readings.computeIfPresent(at, (instant, one) -> one.marked(mark)));
        take(changes);
    }

    private Part around(Point point, int reach) {
        List<Point> points = new ArrayList<>(readings.headMap(point.at(), false).descendingMap().values().stream()
                .limit(reach)
                .sorted(Comparator.comparingLong(Point::at))
                .toList());
        boolean fromStart = points.size() < reach;
        if (readings.containsKey(point.at())) {
            points.add(readings.get(point.at()));
        }
        List<Point> after = readings.tailMap(point.at(), false).values().stream()
                .limit(reach)
                .toList();
        points.addAll(after);
        return new Part(points, fromStart, after.size() < reach);
    }

    private void take(SlotChanges changes) {
        changes.compact();
        for (int i = 0; i < changes.size(); i++) {
            Slot change = Slot.of(changes.amount(i), changes.measured(i), changes.interpolated(i));
            assertThat(change).isNotEqualTo(NOTHING);
            slots.merge(changes.slot(i), change, Slot::plus);
        }
        slots.values().removeIf(NOTHING::equals);
    }
}

package io.kilowatch.aggregator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored readings and slots of one meter in maps, with the neighbours looked up as the database is asked for them:
 * the one before of the flow's kind, the one of the same instant of any kind, the one after of the flow's kind.
 */
final class SimulatedLedger {
    private static final Slot NOTHING = Slot.of(0, 0, 0);

    private final Flow flow;
    private final boolean fastPath;
    private final TreeMap<Long, Point> readings = new TreeMap<>();
    private final TreeMap<Long, Slot> slots = new TreeMap<>();
    private final List<Point> superseded = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param fastPath whether readings after the latest one are entered with that one alone, without asking
     */
    SimulatedLedger(Meter meter, boolean fastPath) {
        this.flow = Flow.of(meter, BusinessCalendar.CHINA);
        this.fastPath = fastPath;
    }

    Map<Long, Point> readings() {
        return readings;
    }

    Map<Long, Slot> slots() {
        return slots;
    }

    List<Point> superseded() {
        return superseded;
    }

    void enter(List<Point> portion) {
        List<Point> entering = new ArrayList<>(portion);
        entering.sort(Comparator.comparingLong(Point::at));
        SlotChanges changes = new SlotChanges();
        Timeline.Entry entry = Timeline.enter(flow, around(entering), entering, changes);
        entry.added()
                .forEach(point -> assertThat(readings.put(point.at(), point)).isNull());
        entry.replacing()
                .forEach(point -> assertThat(readings.put(point.at(), point)).isNotNull());
        superseded.addAll(entry.superseded());
        boolean compact = true;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < changes.size(); i++) {
            Slot change = Slot.of(changes.amount(i), changes.measured(i), changes.interpolated(i));
            compact &= changes.slot(i) > last && !change.equals(NOTHING);
            last = changes.slot(i);
            slots.merge(last, change, Slot::plus);
        }
        assertThat(compact).isTrue();
        slots.values().removeIf(NOTHING::equals);
    }

    private List<Point> around(List<Point> entering) {
        TreeMap<Long, Point> around = new TreeMap<>();
        Map.Entry<Long, Point> tail = readings.lastEntry();
        for (Point point : entering) {
            if (!fastPath || !isAhead(tail, point)) {
                keep(
                        around,
                        nearest(readings.headMap(point.at(), false)
                                .descendingMap()
                                .values()));
                keep(around, readings.get(point.at()));
                keep(around, nearest(readings.tailMap(point.at(), false).values()));
            }
        }
        keep(around, tail == null ? null : tail.getValue());
        return List.copyOf(around.values());
    }

    private boolean isAhead(Map.@Nullable Entry<Long, Point> tail, Point point) {
        return tail == null || (point.at() > tail.getKey() && tail.getValue().kind() == flow.kind());
    }

    private @Nullable Point nearest(Iterable<Point> outwards) {
        ReadingKind kind = flow.kind();
        for (Point point : outwards) {
            if (point.kind() == kind) {
                return point;
            }
        }
        return null;
    }

    private static void keep(Map<Long, Point> around, @Nullable Point point) {
        if (point != null) {
            around.put(point.at(), point);
        }
    }
}

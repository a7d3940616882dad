package io.kilowatch.aggregator.ledger;

import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import java.util.Map;
import java.util.TreeMap;

/** What flows contribute, as a map from slot to amount and covered time. */
final class Slots {
    private Slots() {}

    static Map<Long, Slot> ofSingle(Meter meter, Point point) {
        SlotChanges changes = new SlotChanges();
        Flow.of(meter, BusinessCalendar.CHINA).single(point, 1, changes);
        return of(changes);
    }

    static Map<Long, Slot> ofPair(Meter meter, Point earlier, Point later) {
        SlotChanges changes = new SlotChanges();
        Flow.of(meter, BusinessCalendar.CHINA).pair(earlier, later, 1, changes);
        return of(changes);
    }

    static Map<Long, Slot> of(SlotChanges changes) {
        Map<Long, Slot> slots = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            slots.merge(
                    changes.slot(i),
                    Slot.of(changes.amount(i), changes.measured(i), changes.interpolated(i)),
                    Slot::plus);
        }
        return slots;
    }

    static long sum(Map<Long, Slot> slots) {
        return slots.values().stream()
                .mapToLong(slot -> slot.amount().longValueExact())
                .sum();
    }

    static long measured(Map<Long, Slot> slots) {
        return slots.values().stream().mapToLong(Slot::measured).sum();
    }
}

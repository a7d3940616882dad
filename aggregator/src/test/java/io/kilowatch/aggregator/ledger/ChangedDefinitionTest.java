package io.kilowatch.aggregator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.PlainLedger;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * A definition changed into the past: what readings come to by the old and by the new one, followed side by side, differs by
 * just what turns the old slots and marks into the new ones.
 */
class ChangedDefinitionTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void givesTheSlotsAndMarksOfTheNewOne(
            @ForAll("histories") History history,
            @ForAll("meters") Meter changed,
            @ForAll @IntRange(min = 1, max = 30) int most) {
        PlainLedger old = new PlainLedger(history.meter(), history.points());
        Stored stored = new Stored(old);

        stored.restate(flow(history.meter()), flow(changed), most);

        PlainLedger plain = new PlainLedger(changed, history.points());
        assertThat(stored.slots).isEqualTo(plain.slots());
        assertThat(stored.marks()).isEqualTo(plain.marks());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void touchesNothingWhereItIsTheSame(@ForAll("histories") History history) {
        Stored stored = new Stored(new PlainLedger(history.meter(), history.points()));
        Map<Long, Slot> before = Map.copyOf(stored.slots);

        int changes = stored.restate(flow(history.meter()), flow(history.meter()), Integer.MAX_VALUE);

        assertThat(changes).isZero();
        assertThat(stored.slots).isEqualTo(before);
    }

    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.of(ReadingKind.class).flatMap(History::ofKind);
    }

    @Provide
    Arbitrary<Meter> meters() {
        return Arbitraries.of(ReadingKind.class).flatMap(History::metersOfKind);
    }

    private static Flow flow(Meter meter) {
        return Flow.of(Definition.of(meter, BusinessCalendar.CHINA), BusinessCalendar.CHINA);
    }

    /** Readings and slots as they are stored by one definition. */
    private static final class Stored {
        private final TreeMap<Long, Point> readings = new TreeMap<>();
        private final Map<Long, Slot> slots;
        private int written;

        Stored(PlainLedger plain) {
            slots = new TreeMap<>(plain.slots());
            plain.counting()
                    .forEach((at, point) ->
                            readings.put(at, point.marked(plain.marks().getOrDefault(at, Mark.GOOD))));
        }

        Map<Long, Mark> marks() {
            Map<Long, Mark> marks = new HashMap<>();
            readings.forEach((at, point) -> marks.put(at, point.mark()));
            return marks;
        }

        /** Writes the difference whenever there are so many changes, and at the end. Gives how many slots it changed. */
        int restate(Flow before, Flow now, int most) {
            SlotChanges changes = new SlotChanges();
            Effects taken = Effects.takingBack(changes);
            Effects added = Effects.adding(changes);
            Follower old = before.begin();
            Follower follower = now.begin();
            for (Point point : readings.values().toArray(Point[]::new)) {
                Timeline.take(before, old, point, taken);
                Timeline.take(now, follower, point, added);
                if (changes.size() >= most) {
                    write(changes, added);
                }
            }
            write(changes, added);
            return written;
        }

        private void write(SlotChanges changes, Effects added) {
            changes.compact();
            for (int i = 0; i < changes.size(); i++) {
                Slot change = Slot.of(changes.amount(i), changes.measured(i), changes.interpolated(i));
                slots.merge(changes.slot(i), change, Slot::plus);
            }
            slots.values().removeIf(Slot.of(0, 0, 0)::equals);
            added.marks().forEach((at, mark) -> readings.computeIfPresent(at, (instant, one) -> one.marked(mark)));
            written += changes.size();
            changes.clear();
            added.clear();
        }
    }
}

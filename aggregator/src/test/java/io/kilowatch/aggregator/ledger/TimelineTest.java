package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Timeline.Entry;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.aggregator.testing.PointBuilder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final long QUARTER = 15 * MINUTE;
    private static final long NINE = at("2026-08-01T09:00");

    private final Flow flow = Flow.of(aMeter().build(), BusinessCalendar.CHINA);
    private final SlotChanges changes = new SlotChanges();

    @Test
    void theFirstReadingIsKeptAndFillsNothing() {
        Point first = reading(0, "100").build();

        Entry entry = enter(List.of(), first);

        assertThat(entry).isEqualTo(new Entry(List.of(first), List.of(), List.of()));
        assertThat(changes.size()).isZero();
    }

    @Test
    void aLateReadingSharesOutWhatItsNeighboursHad() {
        enter(
                List.of(reading(0, "0").build(), reading(2, "10").build()),
                reading(1, "9").build());

        assertThat(Slots.of(changes))
                .containsExactly(
                        Map.entry(NINE, Slot.of(4_000_000, QUARTER, -QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(-4_000_000, QUARTER, -QUARTER)));
    }

    @Test
    void aRestatementTakesTheEarlierValuesPlace() {
        Point old = reading(1, "4").receivedAt(5).build();
        Point better = reading(1, "6").receivedAt(6).build();

        Entry entry =
                enter(List.of(reading(0, "0").build(), old, reading(2, "10").build()), better);

        assertThat(entry).isEqualTo(new Entry(List.of(), List.of(better), List.of(old)));
        assertThat(Slots.of(changes))
                .containsExactly(
                        Map.entry(NINE, Slot.of(2_000_000, 0, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(-2_000_000, 0, 0)));
    }

    @Test
    void ofTheSameTimeOfReceiptTheOneFurtherOnCounts() {
        Point old = reading(1, "4").inPosition(8).build();

        assertThat(enter(List.of(old), reading(1, "5").inPosition(7).build()).replacing())
                .isEmpty();
        assertThat(enter(List.of(old), reading(1, "5").inPosition(9).build()).replacing())
                .hasSize(1);
    }

    @Test
    void aRestatementThatComesAfterItsSuccessorIsOnlyKeptAside() {
        Point stored = reading(1, "6").receivedAt(6).build();
        Point overtaken = reading(1, "4").receivedAt(5).build();

        Entry entry = enter(List.of(reading(0, "0").build(), stored), overtaken);

        assertThat(entry).isEqualTo(new Entry(List.of(), List.of(), List.of(overtaken)));
        assertThat(changes.size()).isZero();
    }

    @Test
    void aDuplicateChangesNoSlotAndIsNotKeptAside() {
        Point stored = reading(1, "6").receivedAt(5).build();

        Entry entry = enter(
                List.of(reading(0, "0").build(), stored),
                reading(1, "6").receivedAt(9).build());

        assertThat(entry.added()).isEmpty();
        assertThat(entry.superseded()).isEmpty();
        assertThat(changes.size()).isZero();
    }

    @Test
    void theSameNumberFromAnotherSourceIsARestatementThatChangesNoSlot() {
        Point typed = reading(1, "6").from(ReadingSource.MANUAL).receivedAt(9).build();
        Point stored = reading(1, "6").build();

        Entry entry = enter(List.of(reading(0, "0").build(), stored), typed);

        assertThat(entry).isEqualTo(new Entry(List.of(), List.of(typed), List.of(stored)));
        assertThat(changes.size()).isZero();
    }

    @Test
    void ofSeveralOfOneInstantInOnePortionTheBestCounts() {
        Point worst = reading(1, "1").receivedAt(1).build();
        Point best = reading(1, "3").receivedAt(3).build();
        Point middle = reading(1, "2").receivedAt(2).build();

        Entry entry = enter(List.of(reading(0, "0").build()), worst, best, middle);

        assertThat(entry.added()).containsExactly(best);
        assertThat(entry.superseded()).containsExactly(worst, middle);
        assertThat(Slots.sum(Slots.of(changes))).isEqualTo(3_000_000);
    }

    @Test
    void aReadingOfAnotherKindIsKeptAndBridged() {
        Point other = reading(1, "5").ofKind(ReadingKind.POWER).build();

        Entry entry =
                enter(List.of(reading(0, "0").build()), other, reading(2, "8").build());

        assertThat(entry.added()).hasSize(2);
        assertThat(Slots.of(changes))
                .containsExactly(
                        Map.entry(NINE, Slot.of(4_000_000, 0, QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(4_000_000, 0, QUARTER)));
    }

    @Test
    void aReadingThatIsRestatedInAnotherKindNoLongerCounts() {
        Point other = reading(1, "5").ofKind(ReadingKind.AMOUNT).receivedAt(9).build();

        enter(
                List.of(
                        reading(0, "0").build(),
                        reading(1, "6").build(),
                        reading(2, "8").build()),
                other);

        assertThat(Slots.of(changes))
                .containsExactly(
                        Map.entry(NINE, Slot.of(-2_000_000, -QUARTER, QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(2_000_000, -QUARTER, QUARTER)));
    }

    @Test
    void storedReadingsThatAreNoNeighboursOfEachOtherAreLeftAlone() {
        enter(
                List.of(
                        reading(0, "0").build(),
                        reading(2, "10").build(),
                        reading(50, "999").build()),
                reading(1, "5").build(),
                reading(51, "1000").build());

        assertThat(Slots.of(changes)).containsOnlyKeys(NINE, NINE + QUARTER, NINE + 50 * QUARTER);
    }

    @Test
    void readingsOfAMeterThatIsNotRegisteredAreKeptAndFillNothing() {
        Entry entry = Timeline.enter(
                null,
                List.of(),
                List.of(reading(0, "1").build(), reading(1, "2").build()),
                changes);

        assertThat(entry.added()).hasSize(2);
        assertThat(changes.size()).isZero();
    }

    @Test
    void positionsFollowOffsetsAndThenPlacesWithinTheRecord() {
        assertThat(Point.position(0, 0)).isZero();
        assertThat(Point.position(7, Point.MOST_PER_RECORD - 1)).isLessThan(Point.position(8, 0));
        assertThat(Point.position(7, 1)).isGreaterThan(Point.position(7, 0));
    }

    private Entry enter(List<Point> stored, Point... entering) {
        return Timeline.enter(flow, stored, List.of(entering), changes);
    }

    private static PointBuilder reading(int quarters, String value) {
        return aReading(NINE + quarters * QUARTER).of(value);
    }
}

package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Surroundings;
import io.kilowatch.domain.BusinessCalendar;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeterPostingTest {
    private static final long NINE = at("2026-08-01T09:00");
    private static final Flow FLOW =
            Flow.of(Definition.of(aMeter().build(), BusinessCalendar.CHINA), BusinessCalendar.CHINA);

    @Test
    void readingsAheadGoOnFromWhereThingsStand() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));

        posting.enterAhead(List.of(reading(0, "5", 1), reading(15, "7", 2)));
        posting.close();

        assertThat(posting.changes().size()).isEqualTo(1);
        assertThat(posting.changes().amount(0)).isEqualTo(2_000_000);
        assertThat(posting.meter().coveredUntil()).isEqualTo(NINE + 15 * MINUTE);
    }

    @Test
    void aNewInstantIsCountedAndRestatesNothing() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));
        Point first = reading(0, "5", 1);

        assertThat(posting.settle(null, List.of(), List.of(first))).contains(first);
        assertThat(posting.restates()).isFalse();
        assertThat(posting.write(new ReadingStore(), new SlotStore())).isEqualTo(1);
    }

    @Test
    void aRepetitionIsNeitherNewNorARestatement() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));

        assertThat(posting.settle(reading(0, "5", 1), List.of(), List.of(reading(0, "5", 2))))
                .isEmpty();
        assertThat(posting.restates()).isFalse();
        assertThat(posting.write(new ReadingStore(), new SlotStore())).isZero();
    }

    @Test
    void aCorrectionIsNotNewAndIsARestatement() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));
        Point correction = reading(0, "6", 2);

        assertThat(posting.settle(reading(0, "5", 1), List.of(), List.of(correction)))
                .contains(correction);
        assertThat(posting.restates()).isTrue();
        assertThat(posting.write(new ReadingStore(), new SlotStore())).isZero();
    }

    @Test
    void readingsAmongStoredOnesNeedAPartThatReachesFarEnough() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));
        Point late = reading(15, "2", 9);
        Part tooShort = new Part(List.of(reading(0, "1", 1), reading(30, "4", 2)), true, false);
        Part enough = new Part(List.of(reading(0, "1", 1), reading(30, "4", 2), reading(45, "5", 3)), true, false);

        assertThat(posting.enterAmong(List.of(around(late, tooShort)), List.of(late)))
                .isFalse();
        assertThat(posting.changes().size()).isZero();
        assertThat(posting.enterAmong(List.of(around(late, enough)), List.of(late)))
                .isTrue();
        assertThat(posting.changes().size()).isEqualTo(2);
    }

    @Test
    void whereOnePartDoesNotReachFarEnoughNothingIsEntered() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));
        Point first = reading(15, "2", 8);
        Point second = reading(6000, "52", 9);
        Part enough = new Part(List.of(reading(0, "1", 1), reading(30, "4", 2), reading(45, "5", 3)), true, false);
        Part tooShort = new Part(List.of(reading(5985, "50", 4), reading(6015, "60", 5)), false, false);

        assertThat(posting.enterAmong(List.of(around(first, enough), around(second, tooShort)), List.of(first, second)))
                .isFalse();
        assertThat(posting.changes().size()).isZero();
    }

    @Test
    void oneWhoFollowedToTheEndGoesOnWithReadingsAhead() {
        Point first = reading(0, "1", 1);
        Point suspect = reading(30, "0.5", 2).marked(Mark.STEP_BACK);
        MeterLedger meter = new MeterLedger(
                1, FLOW, new Part(List.of(first, suspect), false, true), OptionalLong.empty(), OptionalLong.empty());
        MeterPosting posting = new MeterPosting(meter);
        Point late = reading(15, "2", 9);
        assertThat(meter.follower()).isNull();

        assertThat(posting.enterAmong(
                        List.of(around(late, new Part(List.of(first, suspect), true, true))), List.of(late)))
                .isTrue();
        posting.enterAhead(List.of(reading(45, "4", 10)));
        posting.close();

        assertThat(requireNonNull(meter.follower()).coveredUntil()).isEqualTo(NINE + 45 * MINUTE);
        assertThat(posting.changes().size()).isEqualTo(3);
    }

    @Test
    void readingsOfAMeterThatIsNotRegisteredAreKeptAndFillNothing() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, null));
        Point first = reading(0, "1", 1);
        Point second = reading(15, "2", 2);
        Point third = reading(30, "3", 3);

        posting.settle(null, List.of(), List.of(first));
        posting.settle(null, List.of(), List.of(second));
        posting.settle(null, List.of(), List.of(third));
        assertThat(posting.enterAmong(List.of(), List.of(first))).isTrue();
        posting.enterAhead(List.of(second, third));
        posting.close();

        assertThat(posting.changes().size()).isZero();
        assertThat(posting.write(new ReadingStore(), new SlotStore())).isEqualTo(3);
        assertThat(posting.meter().isLatest(NINE + 30 * MINUTE)).isFalse();
    }

    @Test
    void writingTakesNoteOfTheLatestReadingAndSlot() {
        MeterPosting posting = new MeterPosting(MeterLedger.empty(1, FLOW));
        posting.enterAhead(List.of(reading(0, "0", 1), reading(20, "1", 2)));
        posting.close();
        assertThat(posting.meter().isLatest(NINE)).isTrue();

        posting.write(new ReadingStore(), new SlotStore());

        assertThat(posting.meter().isLatest(NINE + 20 * MINUTE)).isFalse();
        assertThat(posting.meter().isLatest(NINE + 20 * MINUTE + 1)).isTrue();
        assertThat(posting.meter().frontier()).isEqualTo(NINE + 30 * MINUTE);
    }

    private static Surroundings around(Point point, Part part) {
        return new Surroundings(point.at(), point.at(), part);
    }

    private static Point reading(long minutes, String value, int position) {
        return aReading(NINE + minutes * MINUTE)
                .of(value)
                .inPosition(position)
                .receivedAt(position)
                .build();
    }
}

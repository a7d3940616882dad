package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.NINE;
import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Timeline.Entered;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Flow flow = Followed.flow(aMeter());
    private final SlotChanges changes = new SlotChanges();

    @Test
    void theFirstReadingFillsNothing() {
        Entered entered = enter(all(), at(0, "100")).orElseThrow();

        assertThat(entered.marks()).isEmpty();
        assertThat(entered.follower().coveredUntil()).isEqualTo(NINE);
        assertThat(changes.size()).isZero();
    }

    @Test
    void aLateReadingSharesOutWhatItsNeighboursHad() {
        enter(all(at(0, "0"), at(2, "10")), at(1, "9"));

        assertThat(slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(4_000_000, QUARTER, -QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(-4_000_000, QUARTER, -QUARTER)));
    }

    @Test
    void aReadingBeforeAllOthersAddsItsStep() {
        enter(all(at(1, "10"), at(2, "11")), at(0, "8"));

        assertThat(slots()).containsExactly(Map.entry(NINE, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void aReadingOfAStoredInstantTakesItsPlace() {
        enter(all(at(0, "0"), at(1, "4"), at(2, "10")), at(1, "6"));

        assertThat(slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(2_000_000, 0, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(-2_000_000, 0, 0)));
    }

    @Test
    void theSameNumberFromAnotherSourceChangesNoSlot() {
        Point typed =
                aReading(NINE + QUARTER).of("6").from(ReadingSource.MANUAL).build();

        enter(all(at(0, "0"), at(1, "6"), at(2, "8")), typed);

        assertThat(slots()).isEmpty();
    }

    @Test
    void theSameNumberKeepsTheMarkOfTheReadingWhosePlaceItTakes() {
        Point typed =
                aReading(NINE + 2 * QUARTER).of("1").from(ReadingSource.MANUAL).build();

        Entered entered = enter(all(at(0, "5"), at(1, "6"), suspect(2, "1"), at(3, "8")), typed)
                .orElseThrow();

        assertThat(entered.marks()).containsExactly(Map.entry(NINE + 2 * QUARTER, Mark.STEP_BACK));
        assertThat(slots()).isEmpty();
    }

    @Test
    void severalReadingsEnterTogether() {
        enter(all(at(0, "0"), at(3, "9")), at(1, "1"), at(2, "2"), at(4, "11"));

        assertThat(slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(-2_000_000, QUARTER, -QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(-2_000_000, QUARTER, -QUARTER)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(4_000_000, QUARTER, -QUARTER)),
                        Map.entry(NINE + 3 * QUARTER, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void aLateReadingMayMakeALaterOneSuspect() {
        Entered entered =
                enter(all(at(0, "0"), at(2, "10"), at(3, "20")), at(1, "15")).orElseThrow();

        assertThat(entered.marks()).containsExactly(Map.entry(NINE + 2 * QUARTER, Mark.STEP_BACK));
        assertThat(slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(10_000_000, QUARTER, -QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(-2_500_000, 0, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(-7_500_000, -QUARTER, QUARTER)));
    }

    @Test
    void aLateReadingMayConfirmADoubt() {
        Entered entered = enter(all(at(0, "100"), suspect(1, "50"), suspect(3, "52")), at(2, "51"))
                .orElseThrow();

        assertThat(entered.marks())
                .containsOnly(
                        Map.entry(NINE + QUARTER, Mark.RESET),
                        Map.entry(NINE + 2 * QUARTER, Mark.CONFIRMED),
                        Map.entry(NINE + 3 * QUARTER, Mark.GOOD));
    }

    @Test
    void aReadingOfAnotherKindIsMarkedAndBridged() {
        Point other = aReading(NINE + QUARTER).of("5").ofKind(ReadingKind.POWER).build();

        Entered entered = enter(all(at(0, "0")), other, at(2, "8")).orElseThrow();

        assertThat(entered.marks()).containsExactly(Map.entry(NINE + QUARTER, Mark.OTHER_KIND));
        assertThat(slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(4_000_000, 0, QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(4_000_000, 0, QUARTER)));
    }

    @Test
    void aReadingRestatedInAnotherKindNoLongerCounts() {
        Point other =
                aReading(NINE + QUARTER).of("5").ofKind(ReadingKind.AMOUNT).build();

        enter(all(at(0, "0"), at(1, "6"), at(2, "8")), other);

        assertThat(slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(-2_000_000, -QUARTER, QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(2_000_000, -QUARTER, QUARTER)));
    }

    @Test
    void aPartWithoutTwoThatCountBeforeTheReadingDoesNotReachFarEnoughBack() {
        assertThat(enter(new Part(List.of(at(0, "1")), false, true), at(1, "2")))
                .isEmpty();
        assertThat(enter(new Part(List.of(at(0, "1"), suspect(1, "0.5")), false, true), at(2, "2")))
                .isEmpty();
        assertThat(enter(new Part(List.of(at(0, "1"), at(1, "2"), suspect(2, "1")), false, true), at(3, "3")))
                .isPresent();
    }

    @Test
    void thatTwoCountIsNotEnoughWhereTheLaterIsNotBeyondDoubt() {
        Point confirmed =
                aReading(NINE + QUARTER).of("2").marked(Mark.CONFIRMED).build();

        assertThat(enter(new Part(List.of(at(0, "1"), confirmed), false, true), at(2, "3")))
                .isEmpty();
        assertThat(enter(new Part(List.of(confirmed, at(2, "3")), false, true), at(3, "4")))
                .isPresent();
    }

    @Test
    void aPartReachesFarEnoughOnWhereNothingFurtherCanChange() {
        Part untilTheNext = new Part(List.of(at(0, "0"), at(1, "1"), at(3, "9")), false, false);
        Part oneMore = new Part(List.of(at(0, "0"), at(1, "1"), at(3, "9"), at(4, "10")), false, false);

        assertThat(enter(untilTheNext, at(2, "4"))).isEmpty();
        changes.clear();
        assertThat(enter(oneMore, at(2, "4"))).isPresent();
        assertThat(slots()).containsOnlyKeys(NINE + QUARTER, NINE + 2 * QUARTER);
    }

    @Test
    void whereAMaximumPowerIsKnownTheNextReadingIsEnough() {
        Flow seeing = Followed.flow(aMeter().atMost("400"));
        Part untilTheNext = new Part(List.of(at(0, "0"), at(1, "1"), at(3, "9")), false, false);

        assertThat(Timeline.enter(seeing, untilTheNext, List.of(at(2, "4")), changes))
                .isPresent();
    }

    @Test
    void storedMarksStayWhereADoubtGoesOnBeyondThePart() {
        Point reset = aReading(NINE + 4 * QUARTER).of("50").marked(Mark.RESET).build();
        Part part = new Part(List.of(at(0, "100"), at(2, "102"), at(3, "103"), reset), true, false);

        Entered entered = enter(part, at(1, "101")).orElseThrow();

        assertThat(entered.marks()).isEmpty();
        assertThat(slots()).containsOnlyKeys(NINE, NINE + QUARTER);
    }

    @Test
    void oneWhoFollowsATailStandsWhereOneStandsWhoFollowedEverything() {
        List<Point> points = List.of(at(0, "1"), at(1, "2"), at(2, "3"), suspect(3, "1"));
        Follower everything =
                Timeline.follow(flow, new Part(points, true, true)).orElseThrow();
        Follower tail = Timeline.follow(flow, new Part(points.subList(1, 4), false, true))
                .orElseThrow();

        assertThat(tail.standsWhere(everything)).isTrue();
        assertThat(everything.standsWhere(tail)).isTrue();
        assertThat(tail.standsWhere(flow.begin())).isFalse();
        assertThat(tail.coveredUntil()).isEqualTo(NINE + 2 * QUARTER);
    }

    @Test
    void nobodyFollowsATailThatDoesNotReachFarEnoughBack() {
        assertThat(Timeline.follow(flow, new Part(List.of(at(2, "3"), suspect(3, "1")), false, true)))
                .isEmpty();
        assertThat(Timeline.follow(flow, new Part(List.of(at(2, "3"), suspect(3, "1")), true, true)))
                .isPresent();
    }

    private Optional<Entered> enter(Part part, Point... entering) {
        return Timeline.enter(flow, part, List.of(entering), changes);
    }

    private Map<Long, Slot> slots() {
        return Followed.slots(changes);
    }

    private static Part all(Point... points) {
        return new Part(List.of(points), true, true);
    }

    private static Point at(int quarters, String value) {
        return aReading(NINE + quarters * QUARTER).of(value).build();
    }

    private static Point suspect(int quarters, String value) {
        return at(quarters, value).marked(Mark.STEP_BACK);
    }
}

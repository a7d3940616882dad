package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.NINE;
import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.ledger.Followed.everyQuarter;
import static io.kilowatch.aggregator.ledger.Mark.CONFIRMED;
import static io.kilowatch.aggregator.ledger.Mark.GOOD;
import static io.kilowatch.aggregator.ledger.Mark.JUMP;
import static io.kilowatch.aggregator.ledger.Mark.RESET;
import static io.kilowatch.aggregator.ledger.Mark.STEP_BACK;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What registers come to that are exchanged. */
class RegisterReplacementTest {
    @Test
    void betweenTwoReadingsTheOldOneCountsToItsLastNumberAndTheNewOneFromItsFirst() {
        Followed register = everyQuarter(replaced("09:20", "150", "10"), "140", "145", "12", "13");

        assertThat(register.marks()).containsOnly(GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(5_000_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(7_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(1_000_000, QUARTER, 0)));
    }

    @Test
    void timeOnEachSideOfItIsMeasuredOrInterpolatedByItself() {
        Followed register = everyQuarter(replaced("09:20", "150", "10"), "144", "-", "-", "16");

        assertThat(register.total()).isEqualTo(Slot.of(12_000_000, 20 * MINUTE, 25 * MINUTE));
    }

    @Test
    void beforeTheFirstReadingTheNewOneCountsFromItsFirstNumber() {
        Followed register = everyQuarter(replaced("08:00", "150", "10"), "12");

        assertThat(register.total()).isEqualTo(Slot.of(2_000_000, 0, HOUR));
        assertThat(register.slots()).containsEntry(at("2026-08-01T08:00"), Slot.of(500_000, 0, QUARTER));
    }

    @Test
    void aReadingAtItsInstantIsTheNewOnesAndCountsInsteadOfTheFirstNumber() {
        Followed register = everyQuarter(replaced("09:15", "150", "10"), "140", "11", "13");

        assertThat(register.marks()).containsOnly(GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(10_000_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void theFirstReadingOfAllMayBeAtItsInstant() {
        Followed register = everyQuarter(replaced("09:00", "150", "10"), "11", "13");

        assertThat(register.slots()).containsExactly(Map.entry(NINE, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void afterAllReadingsItChangesNothingYet() {
        Followed register = everyQuarter(replaced("09:16", "150", "10"), "140", "141");

        assertThat(register.total()).isEqualTo(Slot.of(1_000_000, QUARTER, 0));
        assertThat(register.coveredUntil()).isEqualTo(NINE + QUARTER);
    }

    @Test
    void twoBetweenTwoReadingsAreOneAfterTheOther() {
        MeterBuilder meter = replaced("09:05", "150", "10").replaced("2026-08-01T09:10", "30", "0");

        Followed register = everyQuarter(meter, "140", "3");

        assertThat(register.slots()).containsExactly(Map.entry(NINE, Slot.of(33_000_000, QUARTER, 0)));
    }

    @Test
    void aLastNumberBelowTheLastReadingLeavesTheTimeBetweenUncovered() {
        Followed register = everyQuarter(replaced("09:20", "130", "10"), "140", "145", "12", "13");

        assertThat(register.marks()).containsOnly(GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(5_000_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(2_000_000, 10 * MINUTE, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(1_000_000, QUARTER, 0)));
    }

    @Test
    void aFirstNumberAboveTheFirstReadingMakesThatSuspect() {
        Followed register = everyQuarter(replaced("09:05", "140", "10"), "140", "9", "11");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(1_000_000, 5 * MINUTE, 25 * MINUTE));
    }

    @Test
    void aMultiplierMayChangeWithIt() {
        MeterBuilder meter = aMeter().multipliedBy("10", "2026-08-02").replaced("2026-08-02T00:00", "5", "0");

        Followed register = Followed.by(
                meter,
                aReading("2026-08-01T23:50").of("3").build(),
                aReading("2026-08-02T00:10").of("1").build());

        assertThat(register.slots())
                .containsExactly(
                        Map.entry(at("2026-08-01T23:45"), Slot.of(2_000_000, 10 * MINUTE, 0)),
                        Map.entry(at("2026-08-02T00:00"), Slot.of(10_000_000, 10 * MINUTE, 0)));
    }

    @Test
    void itsLastNumberMayConfirmDoubtedReadings() {
        Followed register = everyQuarter(replaced("09:35", "52", "0"), "100", "50", "51", "1");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE + QUARTER, Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void itsLastNumberMaySpeakAgainstDoubtedReadings() {
        Followed register = everyQuarter(replaced("09:35", "103.5", "0"), "100", "50", "51", "1");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, STEP_BACK, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(4_500_000, 10 * MINUTE, 35 * MINUTE));
    }

    @Test
    void itsLastNumberMayShowThatAReadingWasMisreadUpward() {
        Followed register = everyQuarter(replaced("10:05", "105", "0"), "100", "101", "1020", "103", "104", "1");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, JUMP, CONFIRMED, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(6_000_000, 45 * MINUTE, 30 * MINUTE));
    }

    @Test
    void aDoubtThatItDoesNotSettleEndsWithTheOldOne() {
        Followed register = everyQuarter(replaced("09:20", "51", "0"), "100", "50", "1", "2", "3");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, GOOD, GOOD, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(3_000_000, 40 * MINUTE, 0));
    }

    @Test
    void theNewOneMayBeSetBackAgain() {
        Followed register = everyQuarter(replaced("09:05", "141", "500"), "140", "501", "7", "8", "10");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(5_000_000, 3 * QUARTER, 0));
    }

    @Test
    void itIsForgottenByOneWhoGoesOnAfterIt() {
        Flow flow = Followed.flow(replaced("09:20", "150", "10"));
        Follower resumed = flow.resume(
                aReading(NINE + QUARTER).of("145").build(),
                aReading(NINE + 2 * QUARTER).of("12").build());
        SlotChanges changes = new SlotChanges();

        resumed.take(aReading(NINE + 3 * QUARTER).of("13").build(), Effects.adding(changes));

        assertThat(Followed.slots(changes))
                .containsExactly(Map.entry(NINE + 2 * QUARTER, Slot.of(1_000_000, QUARTER, 0)));
    }

    private static MeterBuilder replaced(String time, String last, String first) {
        return aMeter().replaced("2026-08-01T" + time, last, first);
    }
}

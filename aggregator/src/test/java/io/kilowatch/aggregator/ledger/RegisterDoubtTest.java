package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.NINE;
import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.ledger.Followed.everyQuarter;
import static io.kilowatch.aggregator.ledger.Mark.CONFIRMED;
import static io.kilowatch.aggregator.ledger.Mark.GOOD;
import static io.kilowatch.aggregator.ledger.Mark.JUMP;
import static io.kilowatch.aggregator.ledger.Mark.RESET;
import static io.kilowatch.aggregator.ledger.Mark.STEP_BACK;
import static io.kilowatch.aggregator.ledger.Mark.ZERO;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which readings of a register are suspect, and when they are believed after all. */
class RegisterDoubtTest {
    @Test
    void aSmallStepBackIsSuspectAndBridged() {
        Followed register = everyQuarter(aMeter(), "100", "101", "100.5", "102");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, STEP_BACK, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(500_000, 0, QUARTER)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(500_000, 0, QUARTER)));
    }

    @Test
    void aZeroIsSuspectAndBridged() {
        Followed register = everyQuarter(aMeter(), "100", "101", "0", "103");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, ZERO, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(3_000_000, QUARTER, 2 * QUARTER));
    }

    @Test
    void severalZerosInARowAreSuspectAndBridged() {
        Followed register = everyQuarter(aMeter(), "100", "101", "0", "0", "0", "0", "103");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, ZERO, ZERO, ZERO, ZERO, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(3_000_000, QUARTER, 5 * QUARTER));
    }

    @Test
    void aRegisterThatBeginsAtZeroIsNotSuspect() {
        assertThat(everyQuarter(aMeter(), "0", "0", "1").marks()).containsExactly(GOOD, GOOD, GOOD);
    }

    @Test
    void moreThanTheMaximumPowerAllowsIsAJump() {
        assertThat(everyQuarter(upTo400(), "100", "200").marks()).containsExactly(GOOD, GOOD);
        assertThat(everyQuarter(upTo400(), "100", "200.000001").marks()).containsExactly(GOOD, JUMP);
    }

    @Test
    void aJumpIsBridgedByTheNextGoodReading() {
        Followed register = everyQuarter(upTo400(), "100", "1100", "103");

        assertThat(register.marks()).containsExactly(GOOD, JUMP, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(3_000_000, 0, 2 * QUARTER));
    }

    @Test
    void whatIsAJumpAtOnceCanHaveFlowedInALongerTime() {
        assertThat(everyQuarter(upTo400(), "100", "-", "300").marks()).containsExactly(GOOD, GOOD);
    }

    @Test
    void twoReadingsThatContradictTheGoodOneAreNotBelieved() {
        Followed register = everyQuarter(aMeter(), "1000", "30", "40");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, STEP_BACK);
        assertThat(register.slots()).isEmpty();
    }

    @Test
    void threeReadingsThatGoOnFromEachOtherAreAReset() {
        Followed register = everyQuarter(aMeter(), "990", "1000", "30", "40", "51");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(10_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(10_000_000, QUARTER, 0)),
                        Map.entry(NINE + 3 * QUARTER, Slot.of(11_000_000, QUARTER, 0)));
    }

    @Test
    void whatCountedFromZeroBeforeAResetsFirstReadingCountsWhereItCanHaveFlowed() {
        Followed register = everyQuarter(upTo400(), "1000", "100", "140", "151");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(100_000_000, 0, QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(40_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(11_000_000, QUARTER, 0)));
    }

    @Test
    void aResetToMoreThanCanHaveFlowedLeavesTheTimeBeforeItUncovered() {
        Followed register = everyQuarter(upTo400(), "1000", "100.000001", "140.000001", "151.000001");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE + QUARTER, Slot.of(40_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(11_000_000, QUARTER, 0)));
    }

    @Test
    void aRegisterSetToMoreThanItShowedIsAResetToo() {
        Followed register = everyQuarter(upTo400(), "100", "5000", "5010", "5030");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE + QUARTER, Slot.of(10_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(20_000_000, QUARTER, 0)));
    }

    @Test
    void aResetIsBelievedAlsoWhenReadingsBeforeItWereSuspect() {
        Followed register = everyQuarter(aMeter(), "100", "50", "51", "20", "21", "22");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, STEP_BACK, RESET, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(2_000_000, 2 * QUARTER, 0));
    }

    @Test
    void aRegisterThatStandsStillAfterAContradictionIsNotBelieved() {
        Followed register = everyQuarter(aMeter(), "100", "50", "50", "50", "50");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, STEP_BACK, STEP_BACK, STEP_BACK);
        assertThat(register.slots()).isEmpty();
    }

    @Test
    void aRegisterThatStoodStillIsBelievedOnceItMoves() {
        Followed register = everyQuarter(aMeter(), "100", "50", "50", "51", "52");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, RESET, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(2_000_000, 2 * QUARTER, 0));
    }

    @Test
    void aRegisterSetToZeroBeginsWithTheLastZero() {
        Followed register = everyQuarter(aMeter(), "100", "0", "0", "1", "2");

        assertThat(register.marks()).containsExactly(GOOD, ZERO, RESET, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(2_000_000, 2 * QUARTER, 0));
    }

    @Test
    void theThirdReadingMayStandWhereTheSecondStood() {
        assertThat(everyQuarter(aMeter(), "100", "50", "51", "51").marks())
                .containsExactly(GOOD, RESET, CONFIRMED, GOOD);
    }

    @Test
    void aGoodReadingInBetweenEndsTheDoubt() {
        Followed register = everyQuarter(aMeter(), "100", "50", "51", "101", "52", "53");

        assertThat(register.marks()).containsExactly(GOOD, STEP_BACK, STEP_BACK, GOOD, STEP_BACK, STEP_BACK);
        assertThat(register.total()).isEqualTo(Slot.of(1_000_000, 0, 3 * QUARTER));
    }

    @Test
    void aMisreadingUpwardIsTakenBackOnceThreeGoOnFromTheReadingBeforeIt() {
        Followed register = everyQuarter(aMeter(), "100", "101", "1020", "103", "104", "106");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, JUMP, CONFIRMED, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(1_000_000, 0, QUARTER)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(1_000_000, 0, QUARTER)),
                        Map.entry(NINE + 3 * QUARTER, Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(NINE + 4 * QUARTER, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void aMisreadingUpwardCountsUntilThen() {
        Followed register = everyQuarter(aMeter(), "100", "101", "1020", "103", "104");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, GOOD, STEP_BACK, STEP_BACK);
        assertThat(register.total()).isEqualTo(Slot.of(920_000_000, 2 * QUARTER, 0));
    }

    @Test
    void aReadingMisreadUpwardIsTheFirstOneAndNothingIsKnownBeforeIt() {
        Followed register = everyQuarter(aMeter(), "1020", "103", "104", "106");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(3_000_000, 2 * QUARTER, 0));
    }

    @Test
    void aMaximumPowerSeesAMisreadingUpwardAtOnceSoThatNothingIsTakenBack() {
        Followed register = everyQuarter(upTo400(), "100", "101", "1020", "103", "104", "106");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, JUMP, GOOD, GOOD, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(6_000_000, 3 * QUARTER, 2 * QUARTER));
    }

    private static MeterBuilder upTo400() {
        return aMeter().atMost("400");
    }
}

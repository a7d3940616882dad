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
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a step back is a register's way through zero. */
class RegisterRolloverTest {
    @Test
    void withAMaximumPowerARolloverIsGoodAtOnce() {
        Followed register = everyQuarter(ofThreeDigits().atMost("400"), "998", "1.5");

        assertThat(register.marks()).containsExactly(GOOD, GOOD);
        assertThat(register.slots()).containsExactly(Map.entry(NINE, Slot.of(3_500_000, QUARTER, 0)));
    }

    @Test
    void withoutAMaximumPowerARolloverIsSuspectUntilItIsConfirmed() {
        Followed register = everyQuarter(ofThreeDigits(), "997", "998", "1", "2");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, STEP_BACK, STEP_BACK);
        assertThat(register.total()).isEqualTo(Slot.of(1_000_000, QUARTER, 0));
    }

    @Test
    void withoutAMaximumPowerARolloverIsConfirmedByThreeReadings() {
        Followed register = everyQuarter(ofThreeDigits(), "997", "998", "1", "2", "4");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, CONFIRMED, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(3_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(NINE + 3 * QUARTER, Slot.of(2_000_000, QUARTER, 0)));
    }

    @Test
    void aRegisterRollsOverToExactlyZero() {
        Followed register = everyQuarter(ofThreeDigits().atMost("400"), "998", "0", "3");

        assertThat(register.marks()).containsExactly(GOOD, GOOD, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(5_000_000, 2 * QUARTER, 0));
    }

    @Test
    void aDroppedLeadingDigitIsNoRollover() {
        MeterBuilder meter = aMeter().withDigits(4);

        for (MeterBuilder either :
                new MeterBuilder[] {meter, aMeter().withDigits(4).atMost("400")}) {
            Followed low = everyQuarter(either, "1234", "235", "1236");
            Followed high = everyQuarter(either, "9234", "235", "9236");

            assertThat(low.marks()).containsExactly(GOOD, STEP_BACK, GOOD);
            assertThat(low.total()).isEqualTo(Slot.of(2_000_000, 0, 2 * QUARTER));
            assertThat(high.marks()).containsExactly(GOOD, STEP_BACK, GOOD);
            assertThat(high.total()).isEqualTo(Slot.of(2_000_000, 0, 2 * QUARTER));
        }
    }

    @Test
    void aRolloverOfMoreThanTheMaximumPowerAllowsIsNone() {
        assertThat(everyQuarter(ofThreeDigits().atMost("400"), "950", "50").marks())
                .containsExactly(GOOD, GOOD);
        assertThat(everyQuarter(ofThreeDigits().atMost("400"), "950", "50.000001")
                        .marks())
                .containsExactly(GOOD, STEP_BACK);
    }

    @Test
    void aConfirmedStepBackIsARolloverUpToHalfTheDialAndAResetBeyond() {
        Followed rollover = everyQuarter(ofThreeDigits(), "700", "200", "201", "202");
        Followed reset = everyQuarter(ofThreeDigits(), "700", "200.000001", "201", "202");

        assertThat(rollover.marks()).containsExactly(GOOD, CONFIRMED, CONFIRMED, GOOD);
        assertThat(rollover.total()).isEqualTo(Slot.of(502_000_000, 3 * QUARTER, 0));
        assertThat(reset.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(reset.total()).isEqualTo(Slot.of(1_999_999, 2 * QUARTER, 0));
    }

    @Test
    void aRegisterThatShowedMoreThanItsDialDoesNotRollOver() {
        assertThat(everyQuarter(ofThreeDigits(), "1000", "1", "2", "3").marks())
                .containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(everyQuarter(ofThreeDigits(), "999.999999", "1", "2", "3").marks())
                .containsExactly(GOOD, CONFIRMED, CONFIRMED, GOOD);
    }

    @Test
    void aRegisterDoesNotRollOverToLessThanZero() {
        assertThat(everyQuarter(ofThreeDigits().atMost("400"), "999", "-1").marks())
                .containsExactly(GOOD, STEP_BACK);
        assertThat(everyQuarter(ofThreeDigits(), "999", "-3", "-2", "-1").marks())
                .containsExactly(GOOD, RESET, CONFIRMED, GOOD);
    }

    @Test
    void aRegisterWithoutDigitsDoesNotRollOver() {
        Followed register = everyQuarter(aMeter(), "998", "1", "2", "4");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(3_000_000, 2 * QUARTER, 0));
    }

    @Test
    void aDoubtedRegisterMayRollOverWhileItIsDoubted() {
        Followed register = everyQuarter(ofThreeDigits().atMost("400"), "500", "990", "2", "10");

        assertThat(register.marks()).containsExactly(GOOD, RESET, CONFIRMED, GOOD);
        assertThat(register.slots())
                .containsExactly(
                        Map.entry(NINE + QUARTER, Slot.of(12_000_000, QUARTER, 0)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(8_000_000, QUARTER, 0)));
    }

    @Test
    void aDoubtedStepUpIsAJumpBeforeItIsAnythingElse() {
        assertThat(everyQuarter(ofThreeDigits().atMost("400"), "500", "990", "2")
                        .marks())
                .containsExactly(GOOD, JUMP, STEP_BACK);
    }

    @Test
    void twelveDigitsAreTheMostAndRollOverToo() {
        Followed register = everyQuarter(aMeter().withDigits(12).atMost("400"), "999999999999", "1");

        assertThat(register.marks()).containsExactly(GOOD, GOOD);
        assertThat(register.total()).isEqualTo(Slot.of(2_000_000, QUARTER, 0));
    }

    private static MeterBuilder ofThreeDigits() {
        return aMeter().withDigits(3);
    }
}

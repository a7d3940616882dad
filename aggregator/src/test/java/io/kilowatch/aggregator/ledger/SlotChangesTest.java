package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SlotChangesTest {
    private static final long QUARTER = 15 * MINUTE;
    private static final long NINE = at("2026-08-01T09:00");

    private final SlotChanges changes = new SlotChanges();

    @Test
    void sharesAnAmountInProportionToTime() {
        changes.spread(NINE + 10 * MINUTE, NINE + 40 * MINUTE, 3_000, 1, true);

        assertThat(changes.size()).isEqualTo(3);
        assertChange(0, NINE, 500, 5 * MINUTE, 0);
        assertChange(1, NINE + QUARTER, 1_500, QUARTER, 0);
        assertChange(2, NINE + 2 * QUARTER, 1_000, 10 * MINUTE, 0);
    }

    @Test
    void keepsTimeInterpolatedApartFromTimeMeasured() {
        changes.spread(NINE, NINE + QUARTER, 7, 1, false);

        assertChange(0, NINE, 7, 0, QUARTER);
    }

    @Test
    void endsBeforeTheSlotThatStartsAtTheEnd() {
        changes.spread(NINE, NINE + QUARTER, 1, 1, true);

        assertThat(changes.size()).isEqualTo(1);
    }

    @Test
    void spreadsNothingOverNoTime() {
        changes.spread(NINE, NINE, 100, 1, true);

        assertThat(changes.size()).isZero();
    }

    @Test
    void leavesWhatCannotBeSharedEvenlyToTheLaterSlots() {
        changes.spread(NINE, NINE + 3 * QUARTER, 2, 1, true);

        assertThat(changes.amount(0)).isZero();
        assertThat(changes.amount(1)).isEqualTo(1);
        assertThat(changes.amount(2)).isEqualTo(1);
    }

    @Test
    void roundsSharesOfNegativeAmountsDownToo() {
        changes.spread(NINE, NINE + 2 * QUARTER, -3, 1, true);

        assertThat(changes.amount(0)).isEqualTo(-2);
        assertThat(changes.amount(1)).isEqualTo(-1);
    }

    @Property(tries = 2_000)
    void partsAddUpToTheWholeWhateverItsSizeAndSign(
            @ForAll @LongRange(min = -Long.MAX_VALUE) long amount,
            @ForAll @IntRange(max = 900_000) int offset,
            @ForAll @IntRange(min = 1, max = 20_000_000) int time) {
        SlotChanges spread = new SlotChanges();
        long from = NINE + offset;
        spread.spread(from, from + time, amount, 1, true);

        BigInteger sum = BigInteger.ZERO;
        long covered = 0;
        for (int i = 0; i < spread.size(); i++) {
            long end = Math.min(spread.slot(i) + QUARTER, from + time);
            sum = sum.add(BigInteger.valueOf(spread.amount(i)));
            covered += spread.measured(i);
            assertThat(sum).isEqualTo(floor(amount, end - from, time));
        }
        assertThat(sum).isEqualTo(BigInteger.valueOf(amount));
        assertThat(covered).isEqualTo(time);
    }

    private static BigInteger floor(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.FLOOR)
                .toBigIntegerExact();
    }

    @Property(tries = 1_000)
    void takingBackLeavesNothing(
            @ForAll @LongRange(min = -(1L << 60), max = 1L << 60) long one,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long other,
            @ForAll @IntRange(min = 1, max = 5_000_000) int time,
            @ForAll boolean measured) {
        SlotChanges both = new SlotChanges();
        both.spread(NINE + 1, NINE + 1 + time, one, 1, measured);
        both.spread(NINE + 77, NINE + 77 + 2 * QUARTER, other, -1, true);
        both.spread(NINE + 77, NINE + 77 + 2 * QUARTER, other, 1, true);
        both.spread(NINE + 1, NINE + 1 + time, one, -1, measured);

        both.compact();

        assertThat(both.size()).isZero();
    }

    @Test
    void doesNotTakeInterpolatedTimeForMeasuredTime() {
        changes.spread(NINE, NINE + QUARTER, 5, 1, false);
        changes.spread(NINE, NINE + QUARTER, 5, -1, true);

        changes.compact();

        assertThat(changes.size()).isEqualTo(1);
        assertChange(0, NINE, 0, -QUARTER, QUARTER);
    }

    @Test
    void compactLeavesOneChangePerSlotInTimeOrder() {
        changes.spread(NINE + 4 * QUARTER, NINE + 6 * QUARTER, 20, 1, true);
        changes.spread(NINE, NINE + 2 * QUARTER, 6, 1, true);
        changes.spread(NINE + 4 * QUARTER, NINE + 5 * QUARTER, 10, -1, true);
        changes.spread(NINE + QUARTER, NINE + 2 * QUARTER, 100, 1, false);

        changes.compact();

        assertThat(changes.size()).isEqualTo(3);
        assertChange(0, NINE, 3, QUARTER, 0);
        assertChange(1, NINE + QUARTER, 103, QUARTER, QUARTER);
        assertChange(2, NINE + 5 * QUARTER, 10, QUARTER, 0);
    }

    @Test
    void addAllTakesOverEveryChangeOfOthersAndLeavesThoseAsTheyAre() {
        SlotChanges others = new SlotChanges();
        changes.spread(NINE, NINE + QUARTER, 6, 1, true);
        others.spread(NINE + QUARTER, NINE + 2 * QUARTER, 4, 1, false);
        others.spread(NINE, NINE + QUARTER, 2, -1, true);

        changes.addAll(others);
        changes.compact();

        assertThat(changes.size()).isEqualTo(2);
        assertChange(0, NINE, 4, 0, 0);
        assertChange(1, NINE + QUARTER, 4, 0, QUARTER);
        assertThat(others.size()).isEqualTo(2);
    }

    @Test
    void addAllTakesMoreThanThereIsRoomFor() {
        SlotChanges others = new SlotChanges();
        others.spread(NINE, NINE + 100 * QUARTER, 100, 1, true);
        changes.spread(NINE, NINE + QUARTER, 9, 1, true);

        changes.addAll(others);
        changes.compact();

        assertThat(changes.size()).isEqualTo(100);
        assertChange(0, NINE, 10, 2 * QUARTER, 0);
        assertChange(99, NINE + 99 * QUARTER, 1, QUARTER, 0);
    }

    @Test
    void addAllRefusesSumsOutOfRange() {
        SlotChanges others = new SlotChanges();
        others.spread(NINE, NINE + QUARTER, Long.MAX_VALUE, 1, true);
        changes.spread(NINE, NINE + QUARTER, 1, 1, true);

        assertThatThrownBy(() -> changes.addAll(others)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void clearForgetsEverythingSoThatItBeginsAnew() {
        changes.spread(NINE, NINE + QUARTER, 5, 1, true);

        changes.clear();

        assertThat(changes.size()).isZero();
        changes.spread(NINE, NINE + QUARTER, 7, 1, false);
        assertThat(changes.size()).isEqualTo(1);
        assertChange(0, NINE, 7, 0, QUARTER);
    }

    @Test
    void growsBeyondItsFirstRoom() {
        changes.spread(NINE, NINE + 1_000 * QUARTER, 1_000_000, 1, true);

        changes.compact();

        assertThat(changes.size()).isEqualTo(1_000);
        assertChange(999, NINE + 999 * QUARTER, 1_000, QUARTER, 0);
    }

    @Test
    void refusesSumsOutOfRange() {
        changes.spread(NINE, NINE + QUARTER, Long.MAX_VALUE, 1, true);

        assertThatThrownBy(() -> changes.spread(NINE, NINE + QUARTER, 1, 1, true))
                .isInstanceOf(ArithmeticException.class);
    }

    private void assertChange(int index, long slot, long amount, long measured, long interpolated) {
        assertThat(new long[] {
                    changes.slot(index), changes.amount(index), changes.measured(index), changes.interpolated(index)
                })
                .containsExactly(slot, amount, measured, interpolated);
    }
}

package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.NINE;
import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.ledger.Mark.GOOD;
import static io.kilowatch.aggregator.ledger.Mark.JUMP;
import static io.kilowatch.aggregator.ledger.Mark.STEP_BACK;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.DAY;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a register's steps come to where nothing is in doubt, and at the ends of the range. */
class RegisterStepsTest {
    @Test
    void aRegisterSaysNothingByItself() {
        Followed register = Followed.by(aMeter(), at(0, "100"));

        assertThat(register.slots()).isEmpty();
        assertThat(register.marks()).containsExactly(GOOD);
    }

    @Test
    void aStepFillsTheSlotsBetweenItsNeighbours() {
        assertThat(step(aMeter().readEvery(ReportingInterval.PT30M), "100", "103", 30 * MINUTE)
                        .slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(1_500_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(1_500_000, QUARTER, 0)));
    }

    @Test
    void aStandingRegisterCoversTimeWithoutAnyAmount() {
        assertThat(step(aMeter(), "7", "7", QUARTER).slots()).containsExactly(Map.entry(NINE, Slot.of(0, QUARTER, 0)));
    }

    @Test
    void timeCountsAsMeasuredUpToOneAndAHalfIntervalsAndAsInterpolatedBeyond() {
        long limit = QUARTER * 3 / 2;

        assertThat(step(aMeter(), "0", "9", limit).total()).isEqualTo(Slot.of(9_000_000, limit, 0));
        assertThat(step(aMeter(), "0", "9", limit + 1).total()).isEqualTo(Slot.of(9_000_000, 0, limit + 1));
    }

    @Test
    void theLongestMeasuredTimeFollowsTheMetersInterval() {
        MeterBuilder hourly = aMeter().readEvery(ReportingInterval.PT1H);

        assertThat(step(hourly, "0", "9", 90 * MINUTE).total()).isEqualTo(Slot.of(9_000_000, 90 * MINUTE, 0));
        assertThat(step(hourly, "0", "9", 90 * MINUTE + 1).total()).isEqualTo(Slot.of(9_000_000, 0, 90 * MINUTE + 1));
    }

    @Test
    void aStepOverMoreThan400DaysIsGoodButWhatFlowedStaysUnknown() {
        Followed bridged = step(aMeter(), "0", "9", 400 * DAY);
        Followed tooLong = step(aMeter(), "0", "9", 400 * DAY + 1);

        assertThat(bridged.total()).isEqualTo(Slot.of(9_000_000, 0, 400 * DAY));
        assertThat(tooLong.slots()).isEmpty();
        assertThat(tooLong.marks()).containsExactly(GOOD, GOOD);
    }

    @Test
    void theRegisterGoesOnAfterAGapThatStaysUnknown() {
        Followed register = Followed.by(aMeter(), at(0, "0"), at(401 * DAY, "5000"), at(401 * DAY + QUARTER, "5003"));

        assertThat(register.slots()).containsExactly(Map.entry(NINE + 401 * DAY, Slot.of(3_000_000, QUARTER, 0)));
    }

    @Test
    void aReadingMissedIsBridgedByTheNext() {
        assertThat(Followed.everyQuarter(aMeter(), "10", "-", "14", "15").slots())
                .containsExactly(
                        Map.entry(NINE, Slot.of(2_000_000, 0, QUARTER)),
                        Map.entry(NINE + QUARTER, Slot.of(2_000_000, 0, QUARTER)),
                        Map.entry(NINE + 2 * QUARTER, Slot.of(1_000_000, QUARTER, 0)));
    }

    @Test
    void theMultiplierInForceAtTheEarlierReadingCounts() {
        Followed register = Followed.by(
                aMeter().multipliedBy("10", "2026-08-02"),
                aReading("2026-08-01T23:50").of("1").build(),
                aReading("2026-08-02T00:05").of("2").build(),
                aReading("2026-08-02T00:20").of("3").build());

        assertThat(register.total()).isEqualTo(Slot.of(11_000_000, 30 * MINUTE, 0));
    }

    @Test
    void readingsCoverTheTimeUpToTheLatestThatIsGood() {
        assertThat(Followed.by(aMeter()).coveredUntil()).isEqualTo(Long.MIN_VALUE);
        assertThat(Followed.everyQuarter(aMeter(), "1", "2").coveredUntil()).isEqualTo(NINE + QUARTER);
        assertThat(Followed.everyQuarter(aMeter(), "1", "2", "1").coveredUntil())
                .isEqualTo(NINE + QUARTER);
    }

    @Test
    void aStepOfMoreThanAnyMeterCanTakeIsAJump() {
        assertThat(step(aMeter().in(Unit.GWH), "0", "100", QUARTER).marks()).containsExactly(GOOD, GOOD);

        Followed jump = step(aMeter().in(Unit.GWH), "0", "100.000001", QUARTER);

        assertThat(jump.marks()).containsExactly(GOOD, JUMP);
        assertThat(jump.slots()).isEmpty();
    }

    @Test
    void numbersAtTheEndsOfTheRangeAreDoubtedLikeOthers() {
        for (MeterBuilder meter : List.of(
                aMeter(), aMeter().withDigits(12), aMeter().withDigits(1).atMost("400"))) {
            Followed down = Followed.by(meter, micros(0, Long.MAX_VALUE), micros(QUARTER, Long.MIN_VALUE));
            Followed up = Followed.by(meter, micros(0, Long.MIN_VALUE), micros(QUARTER, Long.MAX_VALUE));

            assertThat(down.marks()).containsExactly(GOOD, STEP_BACK);
            assertThat(up.marks()).containsExactly(GOOD, JUMP);
            assertThat(down.slots()).isEmpty();
            assertThat(up.slots()).isEmpty();
        }
    }

    @Test
    void aStepAtTheEndOfTheRangeIsAStepLikeOthers() {
        Followed register = Followed.by(aMeter(), micros(0, Long.MAX_VALUE - 3), micros(QUARTER, Long.MAX_VALUE));

        assertThat(register.total()).isEqualTo(Slot.of(3, QUARTER, 0));
    }

    @Test
    void twoReadingsAMillisecondApartShareOutTheirStep() {
        assertThat(step(aMeter(), "0", "100", 1).slots()).containsExactly(Map.entry(NINE, Slot.of(100_000_000, 1, 0)));
    }

    @Property(tries = 500)
    void whatFlowsIsNeverNegativeAndNoTimeIsCoveredTwice(
            @ForAll @Size(min = 2, max = 10)
                    List<@LongRange(min = -3_000_000_000L, max = 3_000_000_000L) Long> values) {
        Point[] points = new Point[values.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = micros(i * 10 * MINUTE, values.get(i));
        }

        assertThat(Followed.by(aMeter().withDigits(3), points).slots().values())
                .allMatch(slot -> slot.amount().signum() >= 0)
                .allMatch(slot -> slot.measured() >= 0 && slot.interpolated() >= 0)
                .allMatch(slot -> slot.measured() + slot.interpolated() <= QUARTER);
    }

    private static Followed step(MeterBuilder meter, String from, String to, long time) {
        return Followed.by(meter, at(0, from), at(time, to));
    }

    private static Point at(long sinceNine, String value) {
        return aReading(NINE + sinceNine).of(value).build();
    }

    private static Point micros(long sinceNine, long value) {
        return aReading(NINE + sinceNine).ofMicros(value).build();
    }
}

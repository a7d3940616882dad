package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RegisterFlowTest {
    private static final long NINE = Times.at("2026-08-01T09:00");
    private static final long QUARTER = 15 * MINUTE;

    @Test
    void aStepFillsTheSlotsBetweenItsNeighbours() {
        Map<Long, Slot> slots =
                Slots.ofPair(aMeter().readEvery(ReportingInterval.PT30M).build(), at(0, "100"), at(30 * MINUTE, "103"));

        assertThat(slots)
                .containsExactly(
                        Map.entry(NINE, Slot.of(1_500_000, QUARTER, 0)),
                        Map.entry(NINE + QUARTER, Slot.of(1_500_000, QUARTER, 0)));
    }

    @Test
    void aStandingRegisterCoversTimeWithoutAnyAmount() {
        assertThat(Slots.ofPair(aMeter().build(), at(0, "7"), at(QUARTER, "7")))
                .containsExactly(Map.entry(NINE, Slot.of(0, QUARTER, 0)));
    }

    @Test
    void timeCountsAsMeasuredUpToOneAndAHalfIntervals() {
        long limit = QUARTER * 3 / 2;

        assertThat(Slots.measured(step(aMeter(), "0", "9", limit))).isEqualTo(limit);
        assertThat(Slots.measured(step(aMeter(), "0", "9", limit + 1))).isZero();
        assertThat(step(aMeter(), "0", "9", limit + 1).values().stream()
                        .mapToLong(Slot::interpolated)
                        .sum())
                .isEqualTo(limit + 1);
        assertThat(Slots.sum(step(aMeter(), "0", "9", limit + 1))).isEqualTo(9_000_000);
    }

    @Test
    void theLongestMeasuredTimeFollowsTheMetersInterval() {
        MeterBuilder hourly = aMeter().readEvery(ReportingInterval.PT1H);

        assertThat(Slots.measured(step(hourly, "0", "9", 90 * MINUTE))).isEqualTo(90 * MINUTE);
        assertThat(Slots.measured(step(hourly, "0", "9", 90 * MINUTE + 1))).isZero();
    }

    @Test
    void aRegisterRollsOverAtItsDigits() {
        assertThat(Slots.sum(step(aMeter().withDigits(4), "9998", "3.5", QUARTER)))
                .isEqualTo(5_500_000);
    }

    @Test
    void aStepBackIsARolloverUpToHalfTheDial() {
        assertThat(Slots.sum(step(aMeter().withDigits(3), "700", "200", QUARTER)))
                .isEqualTo(500_000_000);
        assertThat(step(aMeter().withDigits(3), "700", "200.000001", QUARTER)).isEmpty();
    }

    @Test
    void aStepBackWithoutKnownDigitsLeavesTheTimeUncovered() {
        assertThat(step(aMeter(), "9998", "3", QUARTER)).isEmpty();
    }

    @Test
    void aStepBackOfMoreThanTheDialIsNoRollover() {
        assertThat(step(aMeter().withDigits(3), "5000", "100", QUARTER)).isEmpty();
        assertThat(step(aMeter().withDigits(3), "100", "-9000", QUARTER)).isEmpty();
    }

    @Test
    void numbersFromOneEndOfTheRangeToTheOtherContributeNothing() {
        Point most = aReading(NINE).ofMicros(Long.MAX_VALUE).build();
        Point least = aReading(NINE + QUARTER).ofMicros(Long.MIN_VALUE).build();

        assertThat(Slots.ofPair(aMeter().withDigits(12).build(), most, least)).isEmpty();
        assertThat(Slots.ofPair(aMeter().withDigits(1).build(), most, least)).isEmpty();
    }

    @Test
    void aStepOutOfRangeContributesNothing() {
        assertThat(step(aMeter().in(Unit.GWH), "0", "9300000", QUARTER)).isEmpty();
        assertThat(step(aMeter().in(Unit.GWH), "0", "9200000", QUARTER)).isNotEmpty();
    }

    @Test
    void theMultiplierInForceAtTheEarlierReadingCounts() {
        Meter meter = aMeter().multipliedBy("10", "2026-08-02").build();
        Point before = aReading("2026-08-01T23:50").of("1").build();
        Point after = aReading("2026-08-02T00:05").of("2").build();
        Point last = aReading("2026-08-02T00:20").of("3").build();

        assertThat(Slots.sum(Slots.ofPair(meter, before, after))).isEqualTo(1_000_000);
        assertThat(Slots.sum(Slots.ofPair(meter, after, last))).isEqualTo(10_000_000);
    }

    @Test
    void aRegisterSaysNothingByItself() {
        assertThat(Slots.ofSingle(aMeter().build(), at(0, "100"))).isEmpty();
    }

    @Test
    void readingsCoverTheTimeUpToTheLatest() {
        Flow flow = Flow.of(aMeter().build(), BusinessCalendar.CHINA);

        assertThat(flow.coveredUntil(at(HOUR, "1"))).isEqualTo(NINE + HOUR);
    }

    @Property(tries = 1_000)
    void whatFlowsIsNeverNegative(
            @ForAll @LongRange(min = -3_000_000_000L, max = 3_000_000_000L) long first,
            @ForAll @LongRange(min = -3_000_000_000L, max = 3_000_000_000L) long second) {
        Map<Long, Slot> slots = Slots.ofPair(
                aMeter().withDigits(3).build(),
                aReading(NINE).ofMicros(first).build(),
                aReading(NINE + 40 * MINUTE).ofMicros(second).build());

        assertThat(slots.values()).allMatch(slot -> slot.amount().signum() >= 0);
    }

    private static Map<Long, Slot> step(MeterBuilder meter, String from, String to, long time) {
        return Slots.ofPair(meter.build(), at(0, from), at(time, to));
    }

    private static Point at(long sinceNine, String value) {
        return aReading(NINE + sinceNine).of(value).build();
    }
}

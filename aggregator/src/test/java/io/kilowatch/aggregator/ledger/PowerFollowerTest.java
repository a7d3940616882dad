package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.NINE;
import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.ledger.Mark.GOOD;
import static io.kilowatch.aggregator.ledger.Mark.JUMP;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerFollowerTest {
    @Test
    void aRateByItselfSaysNothing() {
        Followed power = Followed.by(power(), rate(0, "5"));

        assertThat(power.slots()).isEmpty();
        assertThat(power.coveredUntil()).isEqualTo(NINE);
    }

    @Test
    void ratesAreIntegratedByTrapezoids() {
        assertThat(pair(power(), "100", "140", QUARTER).slots())
                .containsExactly(Map.entry(NINE, Slot.of(30_000_000, QUARTER, 0)));
    }

    @Test
    void ratesArePerHourInTheMetersOwnUnit() {
        assertThat(pair(power().in(Unit.MWH).multipliedBy("2", "2020-01-01"), "4", "4", QUARTER)
                        .total())
                .isEqualTo(Slot.of(2_000_000_000, QUARTER, 0));
    }

    @Test
    void theMultiplierInForceAtTheEarlierRateCounts() {
        Followed power = Followed.by(
                power().multipliedBy("10", "2026-08-01").multipliedBy("1000", "2026-08-02"),
                aReading("2026-08-01T23:50").of("4").ofKind(ReadingKind.POWER).build(),
                aReading("2026-08-02T00:05").of("4").ofKind(ReadingKind.POWER).build());

        assertThat(power.total()).isEqualTo(Slot.of(10_000_000, QUARTER, 0));
    }

    @Test
    void energyMayFlowBack() {
        assertThat(pair(power(), "-100", "-140", QUARTER).total()).isEqualTo(Slot.of(-30_000_000, QUARTER, 0));
    }

    @Test
    void halvesAreRoundedToTheEvenNeighbour() {
        assertThat(micros(power(), 2, 2, QUARTER)).isZero();
        assertThat(micros(power(), 6, 6, QUARTER)).isEqualTo(2);
        assertThat(micros(power(), 10, 10, QUARTER)).isEqualTo(2);
        assertThat(micros(power(), -6, -6, QUARTER)).isEqualTo(-2);
    }

    @Test
    void energyIsRoundedOnceAfterAllMultiplication() {
        MeterBuilder wattHours = power().in(Unit.WH).readEvery(ReportingInterval.PT1H);

        assertThat(micros(wattHours, 400, 400, 90 * MINUTE)).isEqualTo(1);
    }

    @Test
    void betweenRatesFurtherApartThanOneAndAHalfIntervalsNothingIsKnown() {
        long limit = QUARTER * 3 / 2;

        assertThat(pair(power(), "100", "100", limit).total()).isEqualTo(Slot.of(37_500_000, limit, 0));
        assertThat(pair(power(), "100", "100", limit + 1).slots()).isEmpty();
        assertThat(pair(power(), "100", "100", limit + 1).marks()).containsExactly(GOOD, GOOD);
    }

    @Test
    void moreThanTheMaximumPowerIsAJumpInEitherDirection() {
        assertThat(pair(power().atMost("400"), "400", "-400", QUARTER).marks()).containsExactly(GOOD, GOOD);
        assertThat(pair(power().atMost("400"), "400.000001", "-400.000001", QUARTER)
                        .marks())
                .containsExactly(JUMP, JUMP);
    }

    @Test
    void aJumpIsPassedOver() {
        Followed power =
                Followed.by(power().atMost("400"), rate(0, "100"), rate(10 * MINUTE, "9999"), rate(20 * MINUTE, "140"));

        assertThat(power.marks()).containsExactly(GOOD, JUMP, GOOD);
        assertThat(power.total()).isEqualTo(Slot.of(40_000_000, 20 * MINUTE, 0));
    }

    @Test
    void moreThanAnyMeterCanTakeIsAJump() {
        assertThat(pair(power().in(Unit.GWH), "400", "400", QUARTER).total())
                .isEqualTo(Slot.of(100_000_000_000_000L, QUARTER, 0));
        assertThat(pair(power().in(Unit.GWH), "400.000001", "9000000000000", QUARTER)
                        .marks())
                .containsExactly(JUMP, JUMP);
    }

    @Test
    void nothingIsKnownWhereTheLaterRateIsImpossibleByTheMultiplierBeforeItsChange() {
        MeterBuilder meter = power().multipliedBy("1000000000", "2026-01-01").multipliedBy("1", "2026-08-02");

        Followed power = Followed.by(
                meter,
                aReading("2026-08-01T23:55").of("0").ofKind(ReadingKind.POWER).build(),
                aReading("2026-08-02T00:00")
                        .of("100000000")
                        .ofKind(ReadingKind.POWER)
                        .build(),
                aReading("2026-08-02T00:15")
                        .of("100000000")
                        .ofKind(ReadingKind.POWER)
                        .build());

        assertThat(power.marks()).containsExactly(GOOD, GOOD, GOOD);
        assertThat(power.total()).isEqualTo(Slot.of(25_000_000_000_000L, QUARTER, 0));
    }

    private static MeterBuilder power() {
        return aMeter().ofKind(ReadingKind.POWER);
    }

    private static Followed pair(MeterBuilder meter, String first, String second, long apart) {
        return Followed.by(meter, rate(0, first), rate(apart, second));
    }

    private static long micros(MeterBuilder meter, long first, long second, long apart) {
        return Followed.by(
                        meter,
                        aReading(NINE).ofMicros(first).ofKind(ReadingKind.POWER).build(),
                        aReading(NINE + apart)
                                .ofMicros(second)
                                .ofKind(ReadingKind.POWER)
                                .build())
                .total()
                .amount()
                .longValueExact();
    }

    private static Point rate(long sinceNine, String value) {
        return aReading(NINE + sinceNine).of(value).ofKind(ReadingKind.POWER).build();
    }
}

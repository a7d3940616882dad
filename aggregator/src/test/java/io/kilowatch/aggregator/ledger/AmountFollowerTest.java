package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.ledger.Followed.QUARTER;
import static io.kilowatch.aggregator.ledger.Mark.GOOD;
import static io.kilowatch.aggregator.ledger.Mark.JUMP;
import static io.kilowatch.aggregator.ledger.Mark.OTHER_KIND;
import static io.kilowatch.aggregator.ledger.Mark.OVERLAP;
import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.DAY;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmountFollowerTest {
    @Test
    void aQuarterOfAnHourFillsItsOwnSlot() {
        assertThat(single(ReportingInterval.PT15M, "2026-08-01T09:00", "12.5").slots())
                .containsExactly(Map.entry(at("2026-08-01T09:00"), Slot.of(12_500_000, QUARTER, 0)));
    }

    @Test
    void halfAnHourFillsTwoSlotsAndAnHourFour() {
        assertThat(single(ReportingInterval.PT30M, "2026-08-01T09:00", "10").slots())
                .containsExactly(
                        Map.entry(at("2026-08-01T09:00"), Slot.of(5_000_000, QUARTER, 0)),
                        Map.entry(at("2026-08-01T09:15"), Slot.of(5_000_000, QUARTER, 0)));
        assertThat(single(ReportingInterval.PT1H, "2026-08-01T09:00", "10").slots())
                .hasSize(4)
                .containsEntry(at("2026-08-01T09:45"), Slot.of(2_500_000, QUARTER, 0));
    }

    @Test
    void aDayIsTheDayOfBeijing() {
        Map<Long, Slot> slots =
                single(ReportingInterval.P1D, "2026-08-01T00:00", "96").slots();

        assertThat(slots.keySet()).hasSize(96).contains(at("2026-08-01T00:00"), at("2026-08-01T23:45"));
        assertThat(slots.values()).containsOnly(Slot.of(1_000_000, QUARTER, 0));
    }

    @Test
    void aDayLabelledLaterReachesToItsMidnightOnly() {
        Followed day = single(ReportingInterval.P1D, "2026-08-01T08:00", "16");

        assertThat(day.total()).isEqualTo(Slot.of(16_000_000, 16 * HOUR, 0));
        assertThat(day.coveredUntil()).isEqualTo(at("2026-08-02T00:00"));
    }

    @Test
    void monthsAreAsLongAsTheyAre() {
        for (String month : List.of("2026-02", "2024-02", "2026-04", "2026-12")) {
            int days = YearMonth.parse(month).lengthOfMonth();

            assertThat(single(ReportingInterval.P1M, month + "-01T00:00", "1000.000001")
                            .total())
                    .isEqualTo(Slot.of(1_000_000_001, days * DAY, 0));
        }
    }

    @Test
    void neighboursSayNothingAboutEachOther() {
        Followed amounts = hourly(amount("2026-08-01T09:00", "4"), amount("2026-08-01T12:00", "8"));

        assertThat(amounts.total()).isEqualTo(Slot.of(12_000_000, 2 * HOUR, 0));
        assertThat(amounts.marks()).containsExactly(GOOD, GOOD);
    }

    @Test
    void aNegativeAmountIsACorrection() {
        assertThat(single(ReportingInterval.PT1H, "2026-08-01T09:00", "-7.000001")
                        .total())
                .isEqualTo(Slot.of(-7_000_001, HOUR, 0));
    }

    @Test
    void anAmountThatBeginsBeforeTheMiddleOfTheOneBeforeItOverlaps() {
        Followed amounts = hourly(amount("2026-08-01T09:00", "10"), amount("2026-08-01T09:29:59.999", "99"));

        assertThat(amounts.marks()).containsExactly(GOOD, OVERLAP);
        assertThat(amounts.total()).isEqualTo(Slot.of(10_000_000, HOUR, 0));
    }

    @Test
    void anAmountThatBeginsFromTheMiddleOnCutsTheOneBeforeItShort() {
        Followed amounts = hourly(amount("2026-08-01T09:00", "10"), amount("2026-08-01T09:30", "4"));

        assertThat(amounts.marks()).containsExactly(GOOD, GOOD);
        assertThat(amounts.slots())
                .containsExactly(
                        Map.entry(at("2026-08-01T09:00"), Slot.of(5_000_000, QUARTER, 0)),
                        Map.entry(at("2026-08-01T09:15"), Slot.of(5_000_000, QUARTER, 0)),
                        Map.entry(at("2026-08-01T09:30"), Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(at("2026-08-01T09:45"), Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(at("2026-08-01T10:00"), Slot.of(1_000_000, QUARTER, 0)),
                        Map.entry(at("2026-08-01T10:15"), Slot.of(1_000_000, QUARTER, 0)));
    }

    @Test
    void anAmountAtTheEndOfTheOneBeforeItLeavesThatWhole() {
        Followed amounts = hourly(amount("2026-08-01T09:00", "10"), amount("2026-08-01T10:00", "10"));

        assertThat(amounts.total()).isEqualTo(Slot.of(20_000_000, 2 * HOUR, 0));
    }

    @Test
    void anOverlappingAmountIsPassedOverByTheNext() {
        Followed amounts = hourly(
                amount("2026-08-01T09:00", "10"), amount("2026-08-01T09:20", "99"), amount("2026-08-01T09:45", "4"));

        assertThat(amounts.marks()).containsExactly(GOOD, OVERLAP, GOOD);
        assertThat(amounts.total()).isEqualTo(Slot.of(14_000_000, 45 * MINUTE + HOUR, 0));
    }

    @Test
    void theMiddleOfADayIsNoonWhereItIsLabelledAtMidnight() {
        MeterBuilder daily = amounts(ReportingInterval.P1D);

        assertThat(Followed.by(daily, amount("2026-08-01T00:00", "1"), amount("2026-08-01T11:59", "1"))
                        .marks())
                .containsExactly(GOOD, OVERLAP);
        assertThat(Followed.by(daily, amount("2026-08-01T00:00", "1"), amount("2026-08-01T12:00", "1"))
                        .marks())
                .containsExactly(GOOD, GOOD);
    }

    @Test
    void moreThanTheMaximumPowerAllowsIsAJumpInEitherDirection() {
        MeterBuilder meter = amounts(ReportingInterval.PT30M).atMost("400");

        assertThat(Followed.by(meter, amount("2026-08-01T09:00", "200")).marks())
                .containsExactly(GOOD);
        assertThat(Followed.by(meter, amount("2026-08-01T09:00", "-200")).marks())
                .containsExactly(GOOD);
        assertThat(Followed.by(meter, amount("2026-08-01T09:00", "200.000001")).marks())
                .containsExactly(JUMP);
        assertThat(Followed.by(meter, amount("2026-08-01T09:00", "-200.000001")).marks())
                .containsExactly(JUMP);
    }

    @Test
    void aJumpCoversNothingAndCutsNothingShort() {
        Followed amounts = Followed.by(
                amounts(ReportingInterval.PT1H).atMost("400"),
                amount("2026-08-01T09:00", "10"),
                amount("2026-08-01T09:45", "401"));

        assertThat(amounts.marks()).containsExactly(GOOD, JUMP);
        assertThat(amounts.total()).isEqualTo(Slot.of(10_000_000, HOUR, 0));
        assertThat(amounts.coveredUntil()).isEqualTo(at("2026-08-01T10:00"));
    }

    @Test
    void anAmountOutOfRangeIsAJump() {
        MeterBuilder meter = amounts(ReportingInterval.PT15M).in(Unit.GWH);

        assertThat(Followed.by(meter, amount("2026-08-01T09:00", "9200000000000"))
                        .marks())
                .containsExactly(JUMP);
        assertThat(Followed.by(
                                meter.multipliedBy("1.5", "2020-01-01"),
                                aReading("2026-08-01T09:00")
                                        .ofMicros(Long.MIN_VALUE)
                                        .ofKind(ReadingKind.AMOUNT)
                                        .build())
                        .marks())
                .containsExactly(JUMP);
    }

    @Test
    void aReadingOfAnotherKindIsPassedOver() {
        Followed amounts = hourly(
                amount("2026-08-01T09:00", "10"),
                aReading("2026-08-01T09:45").of("500").build());

        assertThat(amounts.marks()).containsExactly(GOOD, OTHER_KIND);
        assertThat(amounts.total()).isEqualTo(Slot.of(10_000_000, HOUR, 0));
    }

    @Test
    void theLatestAmountCoversItsWholeInterval() {
        assertThat(hourly().coveredUntil()).isEqualTo(Long.MIN_VALUE);
        assertThat(single(ReportingInterval.PT15M, "2026-08-01T09:00", "1").coveredUntil())
                .isEqualTo(at("2026-08-01T09:15"));
        assertThat(single(ReportingInterval.P1M, "2026-12-01T00:00", "1").coveredUntil())
                .isEqualTo(at("2027-01-01T00:00"));
    }

    private static MeterBuilder amounts(ReportingInterval interval) {
        return aMeter().ofKind(ReadingKind.AMOUNT).readEvery(interval);
    }

    private static Followed hourly(Point... points) {
        return Followed.by(amounts(ReportingInterval.PT1H), points);
    }

    private static Followed single(ReportingInterval interval, String label, String value) {
        return Followed.by(amounts(interval), amount(label, value));
    }

    private static Point amount(String label, String value) {
        return aReading(label).of(value).ofKind(ReadingKind.AMOUNT).build();
    }
}

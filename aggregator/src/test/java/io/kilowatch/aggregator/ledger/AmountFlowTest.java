package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.DAY;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmountFlowTest {
    private static final long QUARTER = 15 * MINUTE;

    @Test
    void aQuarterOfAnHourFillsItsOwnSlot() {
        assertThat(slots(ReportingInterval.PT15M, "2026-08-01T09:00", "12.5"))
                .containsExactly(Map.entry(at("2026-08-01T09:00"), Slot.of(12_500_000, QUARTER, 0)));
    }

    @Test
    void anHourIsSplitOverTheFourSlotsAfterItsLabel() {
        Map<Long, Slot> slots = slots(ReportingInterval.PT1H, "2026-08-01T09:00", "10");

        assertThat(slots).hasSize(4).containsEntry(at("2026-08-01T09:45"), Slot.of(2_500_000, QUARTER, 0));
        assertThat(slots).doesNotContainKey(at("2026-08-01T10:00"));
    }

    @Test
    void aDayIsTheDayOfBeijing() {
        Map<Long, Slot> slots = slots(ReportingInterval.P1D, "2026-08-01T00:00", "96");

        assertThat(slots.keySet())
                .hasSize(96)
                .contains(at("2026-08-01T00:00"), at("2026-08-01T23:45"))
                .doesNotContain(at("2026-07-31T23:45"), at("2026-08-02T00:00"));
        assertThat(slots.values()).allMatch(Slot.of(1_000_000, QUARTER, 0)::equals);
    }

    @Test
    void monthsAreAsLongAsTheyAre() {
        for (String month : List.of("2026-02", "2024-02", "2026-04", "2026-12")) {
            Map<Long, Slot> slots = slots(ReportingInterval.P1M, month + "-01T00:00", "1000.000001");
            int days = java.time.YearMonth.parse(month).lengthOfMonth();

            assertThat(Slots.sum(slots)).isEqualTo(1_000_000_001);
            assertThat(Slots.measured(slots)).isEqualTo(days * DAY);
            assertThat(slots).hasSize(days * 96).containsKey(at(month + "-" + days + "T23:45"));
        }
    }

    @Test
    void aDayLabelledLaterReachesToItsMidnightOnly() {
        Map<Long, Slot> slots = slots(ReportingInterval.P1D, "2026-08-01T08:00", "16");

        assertThat(Slots.measured(slots)).isEqualTo(16 * HOUR);
        assertThat(Slots.sum(slots)).isEqualTo(16_000_000);
        assertThat(slots).doesNotContainKey(at("2026-08-02T00:00"));
    }

    @Test
    void aNegativeAmountIsACorrection() {
        assertThat(Slots.sum(slots(ReportingInterval.PT1H, "2026-08-01T09:00", "-7.000001")))
                .isEqualTo(-7_000_001);
    }

    @Test
    void anAmountOutOfRangeLeavesItsTimeUncovered() {
        Meter meter = aMeter().ofKind(ReadingKind.AMOUNT).in(Unit.GWH).build();

        assertThat(Slots.ofSingle(meter, amount("2026-08-01T09:00", "9300000"))).isEmpty();
    }

    @Test
    void neighboursSayNothingAboutEachOther() {
        Meter meter = aMeter().ofKind(ReadingKind.AMOUNT).build();

        assertThat(Slots.ofPair(meter, amount("2026-08-01T09:00", "1"), amount("2026-08-01T09:15", "2")))
                .isEmpty();
    }

    @Test
    void theLatestAmountCoversItsWholeInterval() {
        assertThat(coveredUntil(ReportingInterval.PT15M, "2026-08-01T09:00")).isEqualTo(at("2026-08-01T09:15"));
        assertThat(coveredUntil(ReportingInterval.P1D, "2026-08-01T00:00")).isEqualTo(at("2026-08-02T00:00"));
        assertThat(coveredUntil(ReportingInterval.P1M, "2026-12-01T00:00")).isEqualTo(at("2027-01-01T00:00"));
    }

    private static long coveredUntil(ReportingInterval interval, String label) {
        Meter meter = aMeter().ofKind(ReadingKind.AMOUNT).readEvery(interval).build();
        return Flow.of(meter, BusinessCalendar.CHINA).coveredUntil(amount(label, "1"));
    }

    private static Map<Long, Slot> slots(ReportingInterval interval, String label, String value) {
        Meter meter = aMeter().ofKind(ReadingKind.AMOUNT).readEvery(interval).build();
        return Slots.ofSingle(meter, amount(label, value));
    }

    private static Point amount(String label, String value) {
        return aReading(label).of(value).ofKind(ReadingKind.AMOUNT).build();
    }
}

package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.PlainLedger.Slot;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerFlowTest {
    private static final long NINE = at("2026-08-01T09:00");
    private static final long QUARTER = 15 * MINUTE;

    @Test
    void powerIsIntegratedByTrapezoids() {
        assertThat(pair(aMeter(), "100", "140", QUARTER))
                .containsExactly(Map.entry(NINE, Slot.of(30_000_000, QUARTER, 0)));
    }

    @Test
    void powerIsInUnitsPerHourOfTheMetersOwnUnit() {
        assertThat(Slots.sum(pair(aMeter().in(Unit.MWH).multipliedBy("2", "2020-01-01"), "4", "4", QUARTER)))
                .isEqualTo(2_000_000_000);
    }

    @Test
    void powerMayFlowBack() {
        assertThat(Slots.sum(pair(aMeter(), "-100", "-140", QUARTER))).isEqualTo(-30_000_000);
    }

    @Test
    void neighboursFurtherApartThanOneAndAHalfIntervalsContributeNothing() {
        assertThat(Slots.measured(pair(aMeter(), "100", "100", QUARTER * 3 / 2)))
                .isEqualTo(QUARTER * 3 / 2);
        assertThat(pair(aMeter(), "100", "100", QUARTER * 3 / 2 + 1)).isEmpty();
    }

    @Test
    void powerOutOfRangeContributesNothing() {
        assertThat(pair(aMeter().in(Unit.GWH), "90000000", "90000000", QUARTER)).isEmpty();
    }

    @Test
    void sumsOfLargePowersAreExact() {
        assertThat(Slots.sum(pair(aMeter(), "9000000000000", "9000000000000", QUARTER)))
                .isEqualTo(2_250_000_000_000_000_000L);
    }

    @Test
    void anInstantHasNoExtent() {
        assertThat(Slots.ofSingle(aMeter().ofKind(ReadingKind.POWER).build(), power(0, "5")))
                .isEmpty();
        assertThat(Flow.of(aMeter().ofKind(ReadingKind.POWER).build(), BusinessCalendar.CHINA)
                        .coveredUntil(power(QUARTER, "5")))
                .isEqualTo(NINE + QUARTER);
    }

    private static Map<Long, Slot> pair(MeterBuilder meter, String first, String second, long apart) {
        return Slots.ofPair(meter.ofKind(ReadingKind.POWER).build(), power(0, first), power(apart, second));
    }

    private static Point power(long sinceNine, String value) {
        return aReading(NINE + sinceNine).of(value).ofKind(ReadingKind.POWER).build();
    }
}

package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.domain.BusinessCalendar;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeterLedgerTest {
    private static final long NINE = at("2026-08-01T09:00");
    private static final Flow FLOW =
            Flow.of(Definition.of(aMeter().build(), BusinessCalendar.CHINA), BusinessCalendar.CHINA);

    @Test
    void everythingIsAheadOfAnEmptyLedger() {
        MeterLedger ledger = MeterLedger.empty(1, FLOW);

        assertThat(ledger.isAhead(Long.MIN_VALUE + 1)).isTrue();
        assertThat(ledger.isLatest(Long.MIN_VALUE + 1)).isTrue();
        assertThat(ledger.frontier()).isEqualTo(Long.MIN_VALUE);
        assertThat(ledger.coveredUntil()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void onlyWhatIsLaterThanTheLatestIsAhead() {
        MeterLedger ledger = ledger(new Part(List.of(reading(0)), true, true));

        assertThat(ledger.isAhead(NINE + 1)).isTrue();
        assertThat(ledger.isAhead(NINE)).isFalse();
        assertThat(ledger.isAhead(NINE - 1)).isFalse();
    }

    @Test
    void nothingIsAheadWhereTheTailIsNotEnoughToKnowHowThingsStand() {
        Point suspect = reading(15).marked(Mark.STEP_BACK);
        MeterLedger ledger = ledger(new Part(List.of(reading(0), suspect), false, true));

        assertThat(ledger.follower()).isNull();
        assertThat(ledger.isAhead(NINE + 30 * MINUTE)).isFalse();
        assertThat(ledger.isLatest(NINE + 30 * MINUTE)).isTrue();
        assertThat(ledger.isLatest(NINE + 15 * MINUTE)).isFalse();
        assertThat(ledger.coveredUntil()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aFollowerFoundLaterGoesOn() {
        Point suspect = reading(15).marked(Mark.STEP_BACK);
        MeterLedger ledger = ledger(new Part(List.of(reading(0), suspect), false, true));

        ledger.followWith(FLOW.resume(reading(0), reading(15)));

        assertThat(ledger.isAhead(NINE + 30 * MINUTE)).isTrue();
        assertThat(ledger.coveredUntil()).isEqualTo(NINE + 15 * MINUTE);
    }

    @Test
    void theTailIsEnoughFromTheSecondReadingThatCountsOn() {
        assertThat(ledger(new Part(List.of(reading(0)), false, true)).follower())
                .isNull();
        assertThat(ledger(new Part(List.of(reading(0), reading(15)), false, true))
                        .coveredUntil())
                .isEqualTo(NINE + 15 * MINUTE);
    }

    @Test
    void ofAMeterThatIsNotRegisteredOnlyTheTimeMatters() {
        MeterLedger unregistered = new MeterLedger(
                1, null, new Part(List.of(reading(0)), false, true), OptionalLong.empty(), OptionalLong.empty());

        assertThat(unregistered.isAhead(NINE + 1)).isTrue();
        assertThat(unregistered.isAhead(NINE)).isFalse();
        assertThat(unregistered.follower()).isNull();
        assertThat(unregistered.coveredUntil()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void theLatestReadingMovesOnAndNeverBack() {
        MeterLedger ledger = MeterLedger.empty(1, FLOW);

        ledger.entered(NINE + 15 * MINUTE);
        ledger.entered(NINE);

        assertThat(ledger.isLatest(NINE + 15 * MINUTE)).isFalse();
        assertThat(ledger.isLatest(NINE + 15 * MINUTE + 1)).isTrue();
    }

    @Test
    void theFrontierIsTheEndOfTheLatestSlot() {
        MeterLedger ledger =
                new MeterLedger(1, null, new Part(List.of(), true, true), OptionalLong.of(NINE), OptionalLong.empty());
        assertThat(ledger.frontier()).isEqualTo(NINE + 15 * MINUTE);

        ledger.stored(NINE - 15 * MINUTE);
        assertThat(ledger.frontier()).isEqualTo(NINE + 15 * MINUTE);

        ledger.stored(NINE + 30 * MINUTE);
        assertThat(ledger.frontier()).isEqualTo(NINE + 45 * MINUTE);
    }

    private static MeterLedger ledger(Part tail) {
        return new MeterLedger(1, FLOW, tail, OptionalLong.empty(), OptionalLong.empty());
    }

    private static Point reading(long minutes) {
        return aReading(NINE + minutes * MINUTE)
                .of(Long.toString(minutes))
                .inPosition(minutes)
                .build();
    }
}

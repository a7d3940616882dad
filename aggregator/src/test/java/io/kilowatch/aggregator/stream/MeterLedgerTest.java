package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeterLedgerTest {
    private static final long NINE = at("2026-08-01T09:00");

    @Test
    void everythingIsAheadOfAnEmptyLedger() {
        assertThat(ledger(aMeter(), Optional.empty()).isAhead(Long.MIN_VALUE)).isTrue();
    }

    @Test
    void onlyWhatIsLaterThanTheLatestIsAhead() {
        MeterLedger ledger = ledger(aMeter(), Optional.of(aReading(NINE).build()));

        assertThat(ledger.isAhead(NINE + 1)).isTrue();
        assertThat(ledger.isAhead(NINE)).isFalse();
        assertThat(ledger.isAhead(NINE - 1)).isFalse();
    }

    @Test
    void nothingIsAheadWhereTheLatestIsOfAnotherKind() {
        Point power = aReading(NINE).ofKind(ReadingKind.POWER).build();

        assertThat(ledger(aMeter(), Optional.of(power)).isAhead(NINE + 1)).isFalse();
    }

    @Test
    void theKindDoesNotMatterWhereNothingIsComputed() {
        Point power = aReading(NINE).ofKind(ReadingKind.POWER).build();
        MeterLedger unregistered = new MeterLedger(1, null, Optional.of(power), OptionalLong.empty());

        assertThat(unregistered.isAhead(NINE + 1)).isTrue();
        assertThat(unregistered.isAhead(NINE)).isFalse();
        assertThat(unregistered.coveredUntil()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void theLatestReadingMovesOnAndIsNeverAnEarlierOne() {
        MeterLedger ledger = ledger(aMeter(), Optional.empty());
        Point first = aReading(NINE).of("1").build();
        Point second = aReading(NINE + 15 * MINUTE).of("2").build();
        Point restated = aReading(NINE + 15 * MINUTE).of("3").build();

        ledger.entered(List.of(first, second));
        ledger.entered(List.of(first));
        assertThat(ledger.tail()).isEqualTo(second);

        ledger.entered(List.of(restated));
        assertThat(ledger.tail()).isEqualTo(restated);
        assertThat(ledger.coveredUntil()).isEqualTo(NINE + 15 * MINUTE);
    }

    @Test
    void theFrontierIsTheEndOfTheLatestSlot() {
        MeterLedger ledger = new MeterLedger(1, null, Optional.empty(), OptionalLong.of(NINE));
        assertThat(ledger.frontier()).isEqualTo(NINE + 15 * MINUTE);

        ledger.stored(NINE - 15 * MINUTE);
        assertThat(ledger.frontier()).isEqualTo(NINE + 15 * MINUTE);

        ledger.stored(NINE + 30 * MINUTE);
        assertThat(ledger.frontier()).isEqualTo(NINE + 45 * MINUTE);
    }

    @Test
    void whatSlotsAreComputedWithIsInTheDefinition() {
        assertThat(List.of(
                        aMeter(),
                        aMeter().in(Unit.MWH),
                        aMeter().ofKind(ReadingKind.AMOUNT),
                        aMeter().withDigits(6),
                        aMeter().readEvery(ReportingInterval.PT1H),
                        aMeter().multipliedBy("40", "2026-01-01"),
                        aMeter().multipliedBy("40", "2026-01-02"),
                        aMeter().multipliedBy("41", "2026-01-01")))
                .extracting(meter -> MeterLedger.definition(meter.build()))
                .doesNotHaveDuplicates();
        assertThat(MeterLedger.definition(
                        aMeter().called("other").from("2026-01-01").build()))
                .isEqualTo(MeterLedger.definition(aMeter().build()));
    }

    private static MeterLedger ledger(MeterBuilder meter, Optional<Point> latest) {
        return new MeterLedger(1, Flow.of(meter.build(), BusinessCalendar.CHINA), latest, OptionalLong.empty());
    }
}

package io.kilowatch.aggregator.stream;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.PointBuilder.aReading;
import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static io.kilowatch.aggregator.testing.Times.at;
import static io.kilowatch.aggregator.testing.Times.day;
import static io.kilowatch.aggregator.testing.Times.month;
import static io.kilowatch.aggregator.testing.Times.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.aggregator.store.Surroundings;
import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostingTest {
    private final EnterpriseLedger ledger = new EnterpriseLedger("e", Optional.empty(), BusinessCalendar.CHINA);
    private final Posting posting = new Posting(ledger, BusinessCalendar.CHINA);

    @Test
    void aStepOverNewYearIsSharedByDaysMonthsAndYearsOfBeijing() {
        MeterLedger meter = meter(1, aMeter().readEvery(ReportingInterval.PT1H));

        enter(meter, List.of(register("2025-12-31T23:45", "0"), register("2026-01-01T00:45", "4")));

        assertThat(posting.sums())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new SumKey(1, day("2025-12-31")), sum("1", 15 * MINUTE, 0),
                        new SumKey(1, month("2025-12-01")), sum("1", 15 * MINUTE, 0),
                        new SumKey(1, year(2025)), sum("1", 15 * MINUTE, 0),
                        new SumKey(1, day("2026-01-01")), sum("3", 45 * MINUTE, 0),
                        new SumKey(1, month("2026-01-01")), sum("3", 45 * MINUTE, 0),
                        new SumKey(1, year(2026)), sum("3", 45 * MINUTE, 0)));
        assertThat(posting.touched())
                .containsExactlyInAnyOrder(
                        day("2025-12-31"),
                        month("2025-12-01"),
                        year(2025),
                        day("2026-01-01"),
                        month("2026-01-01"),
                        year(2026));
    }

    @Test
    void daysOfOneMonthAreAddedUpInIt() {
        MeterLedger meter = meter(1, aMeter().readEvery(ReportingInterval.P1D));

        enter(
                meter,
                List.of(
                        register("2026-08-01T00:00", "0"),
                        register("2026-08-02T00:00", "24"),
                        register("2026-08-03T00:00", "72"),
                        register("2026-08-04T00:00", "73")));

        Map<SumKey, Sum> sums = posting.sums();
        assertThat(sums).hasSize(5);
        assertThat(sums.get(new SumKey(1, day("2026-08-01")))).isEqualTo(sum("24", 24 * HOUR, 0));
        assertThat(sums.get(new SumKey(1, day("2026-08-02")))).isEqualTo(sum("48", 24 * HOUR, 0));
        assertThat(sums.get(new SumKey(1, day("2026-08-03")))).isEqualTo(sum("1", 24 * HOUR, 0));
        assertThat(sums.get(new SumKey(1, month("2026-08-01")))).isEqualTo(sum("73", 72 * HOUR, 0));
        assertThat(sums.get(new SumKey(1, year(2026)))).isEqualTo(sum("73", 72 * HOUR, 0));
    }

    @Test
    void whatWasThereIsAddedTo() {
        MeterLedger meter = meter(1, aMeter());
        ledger.put(new SumKey(1, day("2026-08-01")), sum("5", 2 * HOUR, HOUR));
        ledger.put(new SumKey(1, month("2026-08-01")), sum("50", 20 * HOUR, 0));

        enter(meter, List.of(register("2026-08-01T12:00", "0"), register("2026-08-01T12:15", "1")));

        Map<SumKey, Sum> sums = posting.sums();
        assertThat(sums.get(new SumKey(1, day("2026-08-01")))).isEqualTo(sum("6", 2 * HOUR + 15 * MINUTE, HOUR));
        assertThat(sums.get(new SumKey(1, month("2026-08-01")))).isEqualTo(sum("51", 20 * HOUR + 15 * MINUTE, 0));
        assertThat(sums.get(new SumKey(1, year(2026)))).isEqualTo(sum("1", 15 * MINUTE, 0));
    }

    @Test
    void metersAreKeptApart() {
        MeterLedger one = meter(1, aMeter());
        MeterLedger two = meter(2, aMeter().ofKind(ReadingKind.AMOUNT));

        enter(one, List.of(register("2026-08-01T12:00", "0"), register("2026-08-01T12:15", "1")));
        enter(two, List.of(amount("2026-08-02T12:00", "7")));

        assertThat(posting.sums().get(new SumKey(1, year(2026)))).isEqualTo(sum("1", 15 * MINUTE, 0));
        assertThat(posting.sums().get(new SumKey(2, year(2026)))).isEqualTo(sum("7", 15 * MINUTE, 0));
        assertThat(posting.sums()).doesNotContainKey(new SumKey(2, day("2026-08-01")));
    }

    @Test
    void interpolatedTimeIsAddedUpApart() {
        enter(meter(1, aMeter()), List.of(register("2026-08-01T22:00", "0"), register("2026-08-02T02:00", "4")));

        assertThat(posting.sums().get(new SumKey(1, day("2026-08-01")))).isEqualTo(sum("2", 0, 2 * HOUR));
        assertThat(posting.sums().get(new SumKey(1, month("2026-08-01")))).isEqualTo(sum("4", 0, 4 * HOUR));
    }

    @Test
    void aDuplicateTouchesNoPeriod() {
        Point stored = register("2026-08-01T12:00", "1");
        MeterPosting one = new MeterPosting(meter(1, aMeter()));

        one.settle(stored, List.of(), List.of(register("2026-08-01T12:00", "1")));
        posting.add(one);

        assertThat(posting.touched()).isEmpty();
        assertThat(posting.sums()).isEmpty();
    }

    @Test
    void onlyPeriodsInWhichAReadingTookThePlaceOfAnotherAreRestated() {
        Point before = register("2026-08-01T12:00", "1");
        Point old = aReading("2026-08-01T12:15").of("2").inPosition(1).build();
        Point correction = aReading("2026-08-01T12:15").of("3").inPosition(2).build();
        MeterPosting corrected = new MeterPosting(meter(1, aMeter()));
        corrected.settle(old, List.of(), List.of(correction));
        corrected.enterAmong(
                List.of(new Surroundings(correction.at(), correction.at(), new Part(List.of(before, old), true, true))),
                List.of(correction));

        posting.add(corrected);
        enter(meter(2, aMeter().ofKind(ReadingKind.AMOUNT)), List.of(amount("2026-09-02T12:00", "7")));

        assertThat(posting.restated()).containsExactlyInAnyOrder(day("2026-08-01"), month("2026-08-01"), year(2026));
        assertThat(posting.touched()).contains(day("2026-09-02"), month("2026-09-01"));
        assertThat(posting.sums().get(new SumKey(1, day("2026-08-01")))).isEqualTo(sum("1", 0, 0));
    }

    @Test
    void sumsOutOfRangeAreRefusedBeforeAnythingIsWritten() {
        MeterLedger meter = meter(1, aMeter().ofKind(ReadingKind.AMOUNT));
        ledger.put(new SumKey(1, year(2026)), new Sum(Long.MAX_VALUE, 0, 0));
        enter(meter, List.of(amount("2026-08-01T12:00", "1")));

        assertThatThrownBy(posting::sums).isInstanceOf(ArithmeticException.class);
        assertThat(meter.isLatest(at("2026-08-01T12:00"))).isTrue();
    }

    @Test
    void writingGivesTheNumberOfReadingsThatWereNew() {
        MeterLedger meter = meter(1, aMeter());
        enter(meter, List.of(register("2026-08-01T12:00", "0"), register("2026-08-01T12:20", "1")));

        int added = posting.write(new ReadingStore(), new SlotStore());

        assertThat(added).isEqualTo(2);
        assertThat(meter.frontier()).isEqualTo(at("2026-08-01T12:30"));
    }

    private void enter(MeterLedger meter, List<Point> points) {
        Entering entering = new Entering(new MeterPosting(meter), points);
        assertThat(entering.late()).isEmpty();
        entering.enterAhead();
        posting.add(entering.posting());
    }

    private MeterLedger meter(int id, MeterBuilder meter) {
        Definition definition = Definition.of(meter.build(), BusinessCalendar.CHINA);
        MeterLedger added = MeterLedger.empty(id, Flow.of(definition, BusinessCalendar.CHINA));
        ledger.meters().put("m" + id, added);
        return added;
    }

    private static Sum sum(String amount, long measured, long interpolated) {
        return new Sum(aReading(0).of(amount).build().value(), measured, interpolated);
    }

    private static Point register(String at, String value) {
        return aReading(at).of(value).build();
    }

    private static Point amount(String at, String value) {
        return aReading(at).of(value).ofKind(ReadingKind.AMOUNT).build();
    }
}

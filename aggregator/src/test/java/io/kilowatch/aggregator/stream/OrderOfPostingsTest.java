package io.kilowatch.aggregator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.PlainLedger;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.ReadingKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums of days, months and years kept from poll to poll are those of the plain ledger's slots, whatever the order. */
class OrderOfPostingsTest {
    private static final int METER = 7;

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForSums(@ForAll("histories") History history, @ForAll long order) {
        Polls polls = new Polls(history);

        history.inPortions(order).forEach(polls::post);

        polls.sums.values().removeIf(Sum.ZERO::equals);
        assertThat(polls.sums).isEqualTo(plain(history));
        assertThat(Optional.ofNullable(polls.meter.tail()))
                .isEqualTo(Optional.ofNullable(polls.stored.lastEntry()).map(Map.Entry::getValue));
    }

    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.of(ReadingKind.class).flatMap(History::ofKind).map(History::withoutHugeValues);
    }

    private static Map<SumKey, Sum> plain(History history) {
        Map<SumKey, Sum> sums = new HashMap<>();
        new PlainLedger(history).slots().forEach((slot, amount) -> {
            for (PeriodKind kind : PeriodKind.values()) {
                SumKey key = new SumKey(METER, kind.containing(BusinessCalendar.CHINA.day(slot)));
                Sum before = sums.getOrDefault(key, Sum.ZERO);
                sums.put(key, before.plus(amount.amount().longValueExact(), amount.measured(), amount.interpolated()));
            }
        });
        sums.values().removeIf(Sum.ZERO::equals);
        return sums;
    }

    /** One poll after another of one meter, with a database that gives more than is asked for. */
    private static final class Polls {
        private final EnterpriseLedger ledger = new EnterpriseLedger("e", Optional.empty(), BusinessCalendar.CHINA);
        private final TreeMap<Long, Point> stored = new TreeMap<>();
        private final Map<SumKey, Sum> sums = new HashMap<>();
        private final ReadingStore readings = new ReadingStore();
        private final SlotStore slots = new SlotStore();
        private final MeterLedger meter;

        Polls(History history) {
            Flow flow = Flow.of(history.meter(), BusinessCalendar.CHINA);
            meter = new MeterLedger(METER, flow, Optional.empty(), OptionalLong.empty());
            ledger.meters().put("m", meter);
        }

        void post(List<Point> portion) {
            portion.sort(Comparator.comparingLong(Point::at));
            Point tail = meter.tail();
            List<Point> around = portion.stream().allMatch(point -> meter.isAhead(point.at()))
                    ? Optional.ofNullable(tail).stream().toList()
                    : List.copyOf(stored.values());
            Posting posting = new Posting(ledger, BusinessCalendar.CHINA);
            posting.enter(meter, around, portion);
            Map<SumKey, Sum> changed = posting.sums();
            posting.write(readings, slots);
            changed.forEach(ledger::put);
            sums.putAll(changed);
            portion.forEach(point -> stored.merge(point.at(), point, (a, b) -> b.supersedes(a) ? b : a));
        }
    }
}

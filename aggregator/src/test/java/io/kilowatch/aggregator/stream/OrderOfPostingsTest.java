package io.kilowatch.aggregator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Flow;
import io.kilowatch.aggregator.ledger.Mark;
import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.Timeline.Part;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.aggregator.store.Surroundings;
import io.kilowatch.aggregator.testing.History;
import io.kilowatch.aggregator.testing.PlainLedger;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.ReadingKind;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** Sums of days, months and years kept from poll to poll are those of the plain ledger's slots, whatever the order. */
class OrderOfPostingsTest {
    private static final int METER = 7;

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void doesNotMatterForSums(@ForAll("histories") History history, @ForAll long order, @ForAll boolean forgetful) {
        Polls polls = new Polls(history.meter(), forgetful);

        history.inPortions(order).forEach(polls::post);

        PlainLedger plain = new PlainLedger(history.meter(), history.points());
        polls.sums.values().removeIf(Sum.ZERO::equals);
        assertThat(polls.sums).isEqualTo(sums(plain));
        assertThat(polls.added).isEqualTo(plain.counting().size());
    }

    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.of(ReadingKind.class).flatMap(History::ofKind);
    }

    private static Map<SumKey, Sum> sums(PlainLedger plain) {
        Map<SumKey, Sum> sums = new HashMap<>();
        plain.slots().forEach((slot, amount) -> {
            for (PeriodKind kind : PeriodKind.values()) {
                SumKey key = new SumKey(METER, kind.containing(BusinessCalendar.CHINA.day(slot)));
                Sum more = new Sum(amount.amount().longValueExact(), amount.measured(), amount.interpolated());
                sums.merge(key, more, Sum::plus);
            }
        });
        sums.values().removeIf(Sum.ZERO::equals);
        return sums;
    }

    /** One poll after another of one meter, with a database in which the readings bear the plain ledger's marks. */
    private static final class Polls {
        private static final int TAIL = 4;

        private final Meter registered;
        private final Flow flow;
        private final boolean forgetful;
        private final EnterpriseLedger ledger = new EnterpriseLedger("e", Optional.empty(), BusinessCalendar.CHINA);
        private final List<Point> claims = new ArrayList<>();
        private final TreeMap<Long, Point> stored = new TreeMap<>();
        private final Map<SumKey, Sum> sums = new HashMap<>();
        private MeterLedger meter;
        private int added;

        Polls(Meter registered, boolean forgetful) {
            this.registered = registered;
            this.forgetful = forgetful;
            flow = Flow.of(Definition.of(registered, BusinessCalendar.CHINA), BusinessCalendar.CHINA);
            meter = MeterLedger.empty(METER, flow);
        }

        void post(List<Point> portion) {
            portion.sort(Comparator.comparingLong(Point::at));
            Entering entering = new Entering(new MeterPosting(meter), portion);
            enterLate(entering);
            entering.enterAhead();
            Posting posting = new Posting(ledger, BusinessCalendar.CHINA);
            posting.add(entering.posting());
            Map<SumKey, Sum> changed = posting.sums();
            added += posting.write(new ReadingStore(), new SlotStore());
            changed.forEach(ledger::put);
            sums.putAll(changed);
            claims.addAll(portion);
            store();
            if (forgetful) {
                meter = new MeterLedger(METER, flow, tail(), OptionalLong.empty(), OptionalLong.empty());
            }
        }

        private void store() {
            PlainLedger plain = new PlainLedger(registered, claims);
            plain.counting()
                    .forEach((at, point) ->
                            stored.put(at, point.marked(plain.marks().getOrDefault(at, Mark.GOOD))));
        }

        private void enterLate(Entering entering) {
            List<Point> settled = new ArrayList<>();
            for (List<Point> ofInstant : entering.late()) {
                long at = ofInstant.get(0).at();
                @Nullable Point there = stored.get(at);
                List<Point> aside = claims.stream()
                        .filter(claim -> claim.at() == at && (there == null || !claim.is(there)))
                        .toList();
                entering.posting().settle(there, aside, ofInstant).ifPresent(settled::add);
            }
            int reach = 1;
            while (!settled.isEmpty() && !entering.posting().enterAmong(List.of(around(settled, reach)), settled)) {
                reach *= 4;
            }
        }

        private Surroundings around(List<Point> settled, int reach) {
            long first = settled.get(0).at();
            long last = settled.get(settled.size() - 1).at();
            List<Point> before = new ArrayList<>(stored.headMap(first, false).values());
            List<Point> after = new ArrayList<>(stored.tailMap(last, false).values());
            List<Point> points = new ArrayList<>(before.subList(Math.max(0, before.size() - reach), before.size()));
            points.addAll(stored.subMap(first, true, last, true).values());
            points.addAll(after.subList(0, Math.min(reach, after.size())));
            return new Surroundings(first, last, new Part(points, before.size() < reach, after.size() < reach));
        }

        private Part tail() {
            List<Point> all = new ArrayList<>(stored.values());
            return new Part(all.subList(Math.max(0, all.size() - TAIL), all.size()), all.size() < TAIL, true);
        }
    }
}

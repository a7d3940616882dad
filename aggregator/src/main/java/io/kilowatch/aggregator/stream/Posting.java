package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.Point;
import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.ledger.Timeline;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one poll's readings of one enterprise come to: computed first, written only when all of it could be computed.
 */
final class Posting {
    private static final PeriodKind[] KINDS = PeriodKind.values();

    private final EnterpriseLedger ledger;
    private final BusinessCalendar calendar;
    private final List<MeterPosting> meters = new ArrayList<>();
    private final Set<Period> touched = new HashSet<>();

    private record MeterPosting(MeterLedger meter, Timeline.Entry entry, SlotChanges changes) {}

    Posting(EnterpriseLedger ledger, BusinessCalendar calendar) {
        this.ledger = ledger;
        this.calendar = calendar;
    }

    EnterpriseLedger ledger() {
        return ledger;
    }

    /** The periods whose sums change. */
    Set<Period> touched() {
        return touched;
    }

    /**
     * Enters readings of one meter.
     *
     * @param stored those stored around them, in time order
     * @param entering in time order
     */
    void enter(MeterLedger meter, List<Point> stored, List<Point> entering) {
        SlotChanges changes = new SlotChanges();
        Timeline.Entry entry = Timeline.enter(meter.flow(), stored, entering, changes);
        meters.add(new MeterPosting(meter, entry, changes));
        Days days = new Days(calendar);
        for (int i = 0; i < changes.size(); i++) {
            if (days.enter(changes.slot(i))) {
                for (PeriodKind kind : KINDS) {
                    touched.add(kind.containing(days.day()));
                }
            }
        }
    }

    /** The sums as they will be; the ledger must hold those that were. */
    Map<SumKey, Sum> sums() {
        Map<SumKey, Sum> sums = new HashMap<>();
        for (MeterPosting posting : meters) {
            addUp(posting.meter, posting.changes, sums);
        }
        return sums;
    }

    private void addUp(MeterLedger meter, SlotChanges changes, Map<SumKey, Sum> sums) {
        Days days = new Days(calendar);
        int from = 0;
        for (int i = 0; i < changes.size(); i++) {
            LocalDate before = i == from ? null : days.day();
            if (days.enter(changes.slot(i)) && before != null) {
                addDay(meter, before, changes, from, i, sums);
                from = i;
            }
        }
        if (from < changes.size()) {
            addDay(meter, days.day(), changes, from, changes.size(), sums);
        }
    }

    private void addDay(
            MeterLedger meter, LocalDate day, SlotChanges changes, int from, int to, Map<SumKey, Sum> sums) {
        Sum more = Sum.ZERO;
        for (int i = from; i < to; i++) {
            more = more.plus(changes.amount(i), changes.measured(i), changes.interpolated(i));
        }
        for (PeriodKind kind : KINDS) {
            SumKey key = new SumKey(meter.id(), kind.containing(day));
            Sum held = sums.containsKey(key) ? sums.getOrDefault(key, Sum.ZERO) : ledger.sum(key);
            sums.put(key, held.plus(more.amount(), more.measured(), more.interpolated()));
        }
    }

    /** Hands everything to the stores and takes note of it in memory. Gives the number of readings that were new. */
    int write(ReadingStore readings, SlotStore slots) {
        int added = 0;
        for (MeterPosting posting : meters) {
            MeterLedger meter = posting.meter;
            Point tail = meter.tail();
            for (Point point : posting.entry.added()) {
                if (tail == null || point.at() > tail.at()) {
                    readings.addAhead(meter.id(), point);
                } else {
                    readings.addAmong(meter.id(), point);
                }
            }
            posting.entry.replacing().forEach(point -> readings.addAmong(meter.id(), point));
            posting.entry.superseded().forEach(point -> readings.addSuperseded(meter.id(), point));
            slots.add(meter.id(), posting.changes, meter.frontier());
            meter.entered(posting.entry.added());
            meter.entered(posting.entry.replacing());
            if (posting.changes.size() > 0) {
                meter.stored(posting.changes.slot(posting.changes.size() - 1));
            }
            added += posting.entry.added().size();
        }
        return added;
    }
}

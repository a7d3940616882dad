package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.ledger.SlotChanges;
import io.kilowatch.aggregator.store.ReadingStore;
import io.kilowatch.aggregator.store.SlotStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
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
    private final EnterpriseLedger ledger;
    private final BusinessCalendar calendar;
    private final List<MeterPosting> meters = new ArrayList<>();
    private final Set<Period> touched = new HashSet<>();
    private final Set<Period> restated = new HashSet<>();

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

    /** Those of them that change because a reading took the place of one that said something else. */
    Set<Period> restated() {
        return restated;
    }

    /** Adds what one meter's readings come to. */
    void add(MeterPosting meter) {
        meter.close();
        meters.add(meter);
        Set<Period> periods = Days.periods(meter.changes(), calendar);
        touched.addAll(periods);
        if (meter.restates()) {
            restated.addAll(periods);
        }
    }

    /** The sums as they will be; the ledger must hold those that were. */
    Map<SumKey, Sum> sums() {
        Map<SumKey, Sum> sums = new HashMap<>();
        for (MeterPosting meter : meters) {
            SlotChanges changes = meter.changes();
            Days.sums(meter.meter().id(), changes, calendar)
                    .forEach((key, more) -> sums.put(key, ledger.sum(key).plus(more)));
        }
        return sums;
    }

    /** Hands everything to the stores and takes note of it in memory. Gives the number of readings that were new. */
    int write(ReadingStore readings, SlotStore slots) {
        int added = 0;
        for (MeterPosting meter : meters) {
            added += meter.write(readings, slots);
        }
        return added;
    }
}

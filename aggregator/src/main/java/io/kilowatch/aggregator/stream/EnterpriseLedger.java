package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.accounting.Figures;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is kept in memory of one enterprise while its partition is owned: meters, sums in use, verdicts published. */
final class EnterpriseLedger implements Figures {
    private static final int MOST_SUMS_PER_METER = 6;
    private static final int MOST_VERDICTS = 64;

    private final String code;
    private final Optional<RegistrySnapshot.Entry> entry;
    private final BusinessCalendar calendar;
    private final Map<String, MeterLedger> meters = new HashMap<>();
    private final Map<String, Integer> senders = new HashMap<>();
    private final Map<SumKey, Sum> sums = new HashMap<>();
    private final Map<String, Verdict> published = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
            return size() > MOST_VERDICTS;
        }
    };
    private Function<List<SumKey>, Map<SumKey, Sum>> loader = keys -> Map.of();
    private int prepared;

    EnterpriseLedger(String code, Optional<RegistrySnapshot.Entry> entry, BusinessCalendar calendar) {
        this.code = code;
        this.entry = entry;
        this.calendar = calendar;
    }

    String code() {
        return code;
    }

    /** Its registry document; absent once it is no longer registered. */
    Optional<RegistrySnapshot.Entry> entry() {
        return entry;
    }

    Map<String, MeterLedger> meters() {
        return meters;
    }

    /** The numbers of the devices that have sent readings. */
    Map<String, Integer> senders() {
        return senders;
    }

    /** Says how sums that are not in memory are read, for the transaction under way. */
    void readSumsWith(Function<List<SumKey>, Map<SumKey, Sum>> reader) {
        loader = reader;
    }

    /** The end of the time that the furthest of its meters covers. */
    long watermark() {
        long furthest = Long.MIN_VALUE;
        for (MeterLedger meter : meters.values()) {
            furthest = Math.max(furthest, meter.coveredUntil());
        }
        return furthest;
    }

    /** The sums of all its meters in some periods that are not in memory and may be stored. */
    List<SumKey> missing(Collection<Period> periods) {
        return missing(meters.values(), periods);
    }

    private List<SumKey> missing(Collection<MeterLedger> some, Collection<Period> periods) {
        List<SumKey> missing = new ArrayList<>();
        for (Period period : periods) {
            long start = calendar.start(period.start());
            for (MeterLedger meter : some) {
                SumKey key = new SumKey(meter.id(), period);
                if (!sums.containsKey(key)) {
                    if (meter.frontier() > start) {
                        missing.add(key);
                    } else {
                        sums.put(key, Sum.ZERO);
                    }
                }
            }
        }
        return missing;
    }

    /** Takes sums into memory; those asked for and not found are nothing. */
    void take(List<SumKey> asked, Map<SumKey, Sum> found) {
        asked.forEach(key -> sums.put(key, found.getOrDefault(key, Sum.ZERO)));
    }

    Sum sum(SumKey key) {
        Sum held = sums.get(key);
        if (held == null) {
            List<SumKey> missing = missing(List.of(key.period()));
            take(missing, loader.apply(missing));
            held = sums.getOrDefault(key, Sum.ZERO);
        }
        return held;
    }

    void put(SumKey key, Sum sum) {
        sums.put(key, sum);
    }

    /** Those verdicts that say something new since this owner published last. */
    List<Verdict> news(List<Verdict> verdicts) {
        List<Verdict> news = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Verdict before = published.get(verdict.key());
            if (before == null || !verdict.saysTheSameAs(before)) {
                news.add(verdict);
                published.put(verdict.key(), verdict);
            }
        }
        return news;
    }

    /** Lets go of what may be read again, but for what the last appraisal asked for. */
    void trim() {
        if (sums.size() > MOST_SUMS_PER_METER * (meters.size() + 20) + prepared) {
            sums.clear();
        }
        prepared = 0;
    }

    @Override
    public void prepare(List<String> codes, List<Period> periods) {
        List<MeterLedger> some = codes.stream()
                .distinct()
                .flatMap(code -> Optional.ofNullable(meters.get(code)).stream())
                .toList();
        prepared += some.size() * periods.size();
        List<SumKey> missing = missing(some, periods);
        if (!missing.isEmpty()) {
            take(missing, loader.apply(missing));
        }
    }

    @Override
    public long amount(String meter, Period period) {
        MeterLedger ledger = meters.get(meter);
        return ledger == null ? 0 : sum(new SumKey(ledger.id(), period)).amount();
    }

    @Override
    public long measured(String meter, Period period) {
        MeterLedger ledger = meters.get(meter);
        return ledger == null ? 0 : sum(new SumKey(ledger.id(), period)).measured();
    }

    @Override
    public long coveredUntil(String meter) {
        MeterLedger ledger = meters.get(meter);
        return ledger == null ? Long.MIN_VALUE : ledger.coveredUntil();
    }
}

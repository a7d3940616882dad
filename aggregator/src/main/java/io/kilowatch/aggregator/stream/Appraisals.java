package io.kilowatch.aggregator.stream;

import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.aggregator.accounting.Appraiser;
import io.kilowatch.aggregator.store.PeriodSumStore;
import io.kilowatch.aggregator.store.Sum;
import io.kilowatch.aggregator.store.SumKey;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import io.kilowatch.registry.reference.ReferenceData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which periods of which enterprises are judged again, and when.
 *
 * <p>A period is judged when its sums change, when the registry changes, and from time to time while it runs: what is
 * due grows by the clock even where no readings come.
 */
final class Appraisals {
    private static final int REVIEWED_AT_ONCE = 50;

    private final AggregatorConfig config;
    private final Ledgers ledgers;
    private final Appraiser appraiser;
    private final PeriodSumStore sums = new PeriodSumStore();
    private final Set<String> known = new HashSet<>();
    private final ArrayDeque<String> queue = new ArrayDeque<>();
    private Instant lastReview = Instant.MIN;
    private Instant reviewBefore = Instant.MIN;

    Appraisals(AggregatorConfig config, Ledgers ledgers) {
        this.config = config;
        this.ledgers = ledgers;
        this.appraiser = new Appraiser(ReferenceData.standard(), config.calendar(), config.completenessThreshold());
    }

    /** Takes up an enterprise for reviews. */
    void know(String enterprise) {
        known.add(enterprise);
    }

    /** Forgets all enterprises. */
    void forgetAll() {
        known.clear();
        queue.clear();
    }

    /** The enterprises whose running periods are to be judged again now. */
    Set<String> toReview(Instant now) {
        if (lastReview.equals(Instant.MIN)) {
            lastReview = now;
        }
        if (queue.isEmpty() && !now.isBefore(lastReview.plus(config.reviewInterval()))) {
            queue.addAll(known);
            reviewBefore = lastReview;
            lastReview = now;
        }
        Set<String> due = new LinkedHashSet<>();
        while (due.size() < REVIEWED_AT_ONCE && !queue.isEmpty()) {
            due.add(queue.poll());
        }
        return due;
    }

    /** The periods that run now, and those that ran at the last review. */
    Map<String, Set<Period>> openPeriods(Set<String> enterprises, Instant now) {
        Map<String, Set<Period>> open = new HashMap<>();
        for (String enterprise : enterprises) {
            if (!ledgers.holds(enterprise)) {
                continue;
            }
            EnterpriseLedger ledger = ledgers.of(enterprise);
            if (ledger.watermark() == Long.MIN_VALUE) {
                continue;
            }
            Set<Period> periods = new LinkedHashSet<>();
            for (Instant instant : List.of(reviewBefore, now)) {
                LocalDate day = config.calendar().day(dueUntil(ledger, instant) - 1);
                for (PeriodKind kind : PeriodKind.values()) {
                    periods.add(kind.containing(day));
                }
            }
            open.put(enterprise, periods);
        }
        return open;
    }

    private long dueUntil(EnterpriseLedger ledger, Instant now) {
        return Math.max(ledger.watermark(), now.minus(config.deliveryGrace()).toEpochMilli());
    }

    /** The verdicts of periods that say something new. */
    List<Verdict> of(Connection connection, Map<String, Set<Period>> touched, Instant now) throws SQLException {
        List<Verdict> news = new ArrayList<>();
        for (Map.Entry<String, Set<Period>> entry : touched.entrySet()) {
            if (!ledgers.holds(entry.getKey())) {
                continue;
            }
            EnterpriseLedger ledger = ledgers.of(entry.getKey());
            known.add(ledger.code());
            if (ledger.entry().isPresent()) {
                ledger.readSumsWith(keys -> load(connection, keys));
                List<SumKey> missing = ledger.missing(entry.getValue());
                ledger.take(missing, load(connection, missing));
                Enterprise enterprise = ledger.entry().get().enterprise();
                for (Period period : entry.getValue()) {
                    news.addAll(
                            ledger.news(appraiser.appraise(enterprise, period, ledger, dueUntil(ledger, now), now)));
                }
                ledger.trim();
            }
        }
        return news;
    }

    private Map<SumKey, Sum> load(Connection connection, List<SumKey> keys) {
        try {
            return sums.load(connection, keys);
        } catch (SQLException e) {
            throw new IllegalStateException("sums could not be read", e);
        }
    }
}

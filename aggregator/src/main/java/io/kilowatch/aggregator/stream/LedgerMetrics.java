package io.kilowatch.aggregator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What the aggregator counts. */
public final class LedgerMetrics {
    private final Counter records;
    private final Counter readings;
    private final Counter verdicts;
    private final Counter deadLetters;
    private final Timer transactions;

    /** Counters in a registry. */
    public LedgerMetrics(MeterRegistry registry) {
        records = registry.counter("kilowatch.aggregator.records");
        readings = registry.counter("kilowatch.aggregator.readings.stored");
        verdicts = registry.counter("kilowatch.aggregator.verdicts");
        deadLetters = registry.counter("kilowatch.aggregator.dead.letters");
        transactions = registry.timer("kilowatch.aggregator.transaction");
    }

    void committed(int count, long nanos) {
        records.increment(count);
        transactions.record(nanos, TimeUnit.NANOSECONDS);
    }

    void posted(int added, int published) {
        readings.increment(added);
        verdicts.increment(published);
    }

    void putAside(int count) {
        deadLetters.increment(count);
    }
}

package io.kilowatch.aggregator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What the aggregator counts. */
public final class LedgerMetrics {
    /** Readings that were new and are committed. */
    public static final String READINGS_STORED = "kilowatch.aggregator.readings.stored";

    private final Counter records;
    private final Counter readings;
    private final Counter verdicts;
    private final Counter deadLetters;
    private final Timer transactions;

    /** Counters in a registry. */
    public LedgerMetrics(MeterRegistry registry) {
        records = registry.counter("kilowatch.aggregator.records");
        readings = registry.counter(READINGS_STORED);
        verdicts = registry.counter("kilowatch.aggregator.verdicts");
        deadLetters = registry.counter("kilowatch.aggregator.dead.letters");
        transactions = registry.timer("kilowatch.aggregator.transaction");
    }

    void committed(int count, int added, int published, long nanos) {
        records.increment(count);
        readings.increment(added);
        verdicts.increment(published);
        transactions.record(nanos, TimeUnit.NANOSECONDS);
    }

    void putAside(int count) {
        deadLetters.increment(count);
    }
}

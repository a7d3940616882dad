package io.kilowatch.aggregator.stream;

import io.kilowatch.platform.kafka.PollLoop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What the aggregator counts. */
public final class LedgerMetrics {
    /** Readings that were new and are committed. */
    public static final String READINGS_STORED = "kilowatch.aggregator.readings.stored";

    /** Polls that failed and are tried again. */
    public static final String FAILED_TRIES = "kilowatch.aggregator.failed.tries";

    private final MeterRegistry registry;
    private final Counter records;
    private final Counter readings;
    private final Counter verdicts;
    private final Counter deadLetters;
    private final Timer transactions;

    /** Counters in a registry. */
    public LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
        records = registry.counter("kilowatch.aggregator.records");
        readings = registry.counter(READINGS_STORED);
        verdicts = registry.counter("kilowatch.aggregator.verdicts");
        deadLetters = registry.counter("kilowatch.aggregator.dead.letters");
        transactions = registry.timer("kilowatch.aggregator.transaction");
    }

    /** Takes the failed tries from the loop that counts them. */
    public void failedTries(PollLoop loop) {
        FunctionCounter.builder(FAILED_TRIES, loop, PollLoop::failures).register(registry);
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

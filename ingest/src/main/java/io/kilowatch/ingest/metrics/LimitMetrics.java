package io.kilowatch.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** The metrics of what holds devices back. */
public final class LimitMetrics {
    /** Times that a connection was read no further because its device or enterprise sends faster than it may. */
    public static final String SLOWED = "kilowatch.ingest.limit.slowed";

    /** Times that a connection was read no further because too much is on its way to Kafka. */
    public static final String WAITED = "kilowatch.ingest.limit.waited";

    /** Messages refused with 0x97, because their device would have to wait too long. */
    public static final String REFUSED = "kilowatch.ingest.limit.refused";

    /** Bytes on their way to Kafka. */
    public static final String IN_FLIGHT = "kilowatch.ingest.in.flight.bytes";

    /** Bytes of packets that were read and wait for their session to be read on. */
    public static final String AHEAD = "kilowatch.ingest.ahead.bytes";

    private final MeterRegistry registry;
    private final Counter slowed;
    private final Counter waited;
    private final Counter refused;

    /** Metrics kept in a registry. */
    public LimitMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.slowed = registry.counter(SLOWED);
        this.waited = registry.counter(WAITED);
        this.refused = registry.counter(REFUSED);
    }

    /** Watches how much is on its way, and how much was read ahead. */
    public void watch(LongSupplier inFlight, LongSupplier ahead) {
        gauge(IN_FLIGHT, inFlight);
        gauge(AHEAD, ahead);
    }

    private void gauge(String name, LongSupplier bytes) {
        Gauge.builder(name, bytes, LongSupplier::getAsLong)
                .strongReference(true)
                .register(registry);
    }

    /** A connection is slowed down. */
    public void slowed() {
        slowed.increment();
    }

    /** A connection waits for room. */
    public void waitsForRoom() {
        waited.increment();
    }

    /** A message is refused. */
    public void refused() {
        refused.increment();
    }
}

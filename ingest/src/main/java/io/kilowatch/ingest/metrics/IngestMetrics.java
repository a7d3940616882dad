package io.kilowatch.ingest.metrics;

import io.kilowatch.ingest.reading.RefusalCode;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The gateway's metrics. */
public final class IngestMetrics {
    /** Sessions admitted and open. */
    public static final String CONNECTIONS = "kilowatch.ingest.connections";

    /** Messages published by devices. */
    public static final String MESSAGES = "kilowatch.ingest.messages";

    /** Readings accepted. */
    public static final String ACCEPTED = "kilowatch.ingest.readings.accepted";

    /** Readings and messages refused, by {@code reason}. */
    public static final String REFUSED = "kilowatch.ingest.readings.refused";

    /** Connections refused for their user or password. */
    public static final String AUTHENTICATION_FAILURES = "kilowatch.ingest.authentication.failures";

    /** From a message's arrival to its acknowledgement. */
    public static final String ACKNOWLEDGEMENT = "kilowatch.ingest.acknowledgement";

    /** Messages that have arrived and are not acknowledged. */
    public static final String IN_FLIGHT = "kilowatch.ingest.in.flight";

    /** Records that Kafka did not take and that are sent again. */
    public static final String RETRIES = "kilowatch.ingest.retries";

    /** Sessions ended by the gateway for what the device did. */
    public static final String DISCONNECTED = "kilowatch.ingest.disconnected";

    private final Clock clock;
    private final LongAdder connections = new LongAdder();
    private final LongAdder inFlight = new LongAdder();
    private final Counter messages;
    private final Counter accepted;
    private final Map<RefusalCode, Counter> refused = new EnumMap<>(RefusalCode.class);
    private final Counter authenticationFailures;
    private final Timer acknowledgement;
    private final Counter retries;
    private final Counter disconnected;

    /** Metrics kept in a registry. */
    public IngestMetrics(MeterRegistry registry) {
        this.clock = registry.config().clock();
        this.messages = registry.counter(MESSAGES);
        this.accepted = registry.counter(ACCEPTED);
        for (RefusalCode code : RefusalCode.values()) {
            refused.put(code, registry.counter(REFUSED, "reason", code.word()));
        }
        this.authenticationFailures = registry.counter(AUTHENTICATION_FAILURES);
        this.acknowledgement = Timer.builder(ACKNOWLEDGEMENT)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry);
        this.retries = registry.counter(RETRIES);
        this.disconnected = registry.counter(DISCONNECTED);
        Gauge.builder(CONNECTIONS, connections, LongAdder::sum).register(registry);
        Gauge.builder(IN_FLIGHT, inFlight, LongAdder::sum).register(registry);
    }

    /** A session was admitted. */
    public void connected() {
        connections.increment();
    }

    /** An admitted session ended, with some messages not acknowledged. */
    public void closed(int unacknowledged) {
        connections.decrement();
        inFlight.add(-unacknowledged);
    }

    /** Some messages will not be acknowledged, because the connection that they came over has ended. */
    public void forgotten(int unacknowledged) {
        inFlight.add(-unacknowledged);
    }

    /** A message came. */
    public void message() {
        messages.increment();
    }

    /** Readings were accepted. */
    public void accepted(int readings) {
        accepted.increment(readings);
    }

    /** A reading or message was refused. */
    public void refused(RefusalCode code) {
        var counter = refused.get(code);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A user or password was wrong. */
    public void authenticationFailed() {
        authenticationFailures.increment();
    }

    /** A record is sent again. */
    public void retried() {
        retries.increment();
    }

    /** The gateway ended a session. */
    public void disconnected() {
        disconnected.increment();
    }

    /** A message is on its way; gives the moment to be named at {@link #acknowledged}. */
    public long sent() {
        inFlight.increment();
        return clock.monotonicTime();
    }

    /** A message is acknowledged. */
    public void acknowledged(long sentAt) {
        inFlight.decrement();
        acknowledgement.record(clock.monotonicTime() - sentAt, TimeUnit.NANOSECONDS);
    }
}

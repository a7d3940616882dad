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

    /** Readings accepted in the last window, of the busiest enterprises, by {@code enterprise}. */
    public static final String BUSIEST = "kilowatch.ingest.busiest.readings";

    /** Rejected batches taken in again, by {@code outcome}: {@code accepted} if any reading was, else {@code refused}. */
    public static final String REDRIVEN = "kilowatch.ingest.redriven";

    /** Events of devices that found no room while Kafka took none. */
    public static final String DEVICE_EVENTS_DROPPED = "kilowatch.ingest.device.events.dropped";

    /** Sign-ins refused, by {@code reason}. */
    public static final String AUTHENTICATION_FAILURES = "kilowatch.ingest.authentication.failures";

    /** From a message's arrival to its acknowledgement. */
    public static final String ACKNOWLEDGEMENT = "kilowatch.ingest.acknowledgement";

    /** Messages that have arrived and are not acknowledged. */
    public static final String IN_FLIGHT = "kilowatch.ingest.in.flight";

    /** Records handed to the Kafka producer that Kafka has not acknowledged. */
    public static final String KAFKA_QUEUE = "kilowatch.ingest.kafka.queue";

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
    private final MeterRegistry registry;
    private final Busiest busiest;
    private final Counter redriven;
    private final Counter redrivenInVain;
    private final Counter deviceEventsDropped;
    private final Timer acknowledgement;
    private final Counter retries;
    private final Counter disconnected;

    /** Metrics kept in a registry, with the usual number of busiest enterprises. */
    public IngestMetrics(MeterRegistry registry) {
        this(registry, 20);
    }

    /**
     * Metrics kept in a registry.
     *
     * @param busiest how many enterprises have a gauge of their own at a time
     */
    public IngestMetrics(MeterRegistry registry, int busiest) {
        this.registry = registry;
        this.busiest = new Busiest(registry, BUSIEST, busiest);
        this.redriven = registry.counter(REDRIVEN, "outcome", "accepted");
        this.redrivenInVain = registry.counter(REDRIVEN, "outcome", "refused");
        this.deviceEventsDropped = registry.counter(DEVICE_EVENTS_DROPPED);
        this.clock = registry.config().clock();
        this.messages = registry.counter(MESSAGES);
        this.accepted = registry.counter(ACCEPTED);
        for (RefusalCode code : RefusalCode.values()) {
            refused.put(code, registry.counter(REFUSED, "reason", code.word()));
        }
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

    /** Readings of an enterprise were accepted. */
    public void accepted(String enterprise, int readings) {
        accepted.increment(readings);
        busiest.add(enterprise, readings);
    }

    /** A window ends: the enterprises that were busiest in it are named until the next one ends. */
    public void turnWindow() {
        busiest.turn();
    }

    /** A rejected batch was taken in again. */
    public void redriven(boolean anyAccepted) {
        (anyAccepted ? redriven : redrivenInVain).increment();
    }

    /** An event of a device found no room. */
    public void deviceEventDropped() {
        deviceEventsDropped.increment();
    }

    /** A reading or message was refused. */
    public void refused(RefusalCode code) {
        var counter = refused.get(code);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A sign-in was refused for a reason, a word of a fixed set. */
    public void authenticationFailed(String reason) {
        registry.counter(AUTHENTICATION_FAILURES, "reason", reason).increment();
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

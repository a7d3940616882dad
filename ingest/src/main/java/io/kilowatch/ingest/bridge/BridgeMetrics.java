package io.kilowatch.ingest.bridge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** The metrics that a bridge has besides a gateway's. */
final class BridgeMetrics {
    /** 1 while the broker is connected and has taken the subscriptions, else 0. */
    static final String CONNECTED = "kilowatch.bridge.connected";

    /** Connections to the broker that were made. */
    static final String CONNECTIONS = "kilowatch.bridge.connections";

    /** Messages of QoS 0 that were not taken because too many of them waited. */
    static final String DROPPED = "kilowatch.bridge.dropped";

    /** Receipts that the broker did not take. */
    static final String RECEIPTS_DROPPED = "kilowatch.bridge.receipts.dropped";

    private final AtomicInteger connected = new AtomicInteger();
    private final Counter connections;
    private final Counter dropped;
    private final Counter receiptsDropped;

    BridgeMetrics(MeterRegistry registry) {
        Gauge.builder(CONNECTED, connected, AtomicInteger::get).register(registry);
        this.connections = registry.counter(CONNECTIONS);
        this.dropped = registry.counter(DROPPED);
        this.receiptsDropped = registry.counter(RECEIPTS_DROPPED);
    }

    void connected() {
        connected.set(1);
        connections.increment();
    }

    void disconnected() {
        connected.set(0);
    }

    boolean isConnected() {
        return connected.get() == 1;
    }

    void dropped() {
        dropped.increment();
    }

    void receiptDropped() {
        receiptsDropped.increment();
    }
}

package io.kilowatch.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** The metrics of TLS and of what protects the gateway from strangers. */
public final class ProtectionMetrics {
    /** Connections of MQTT that are open, admitted or not. */
    public static final String SOCKETS = "kilowatch.ingest.sockets";

    /** Connections refused or cut for a limit, by {@code limit}: {@code all}, {@code address}, {@code rate}. */
    public static final String REFUSED = "kilowatch.ingest.sockets.refused";

    /** Sign-ins refused unheard, by {@code of}: {@code device}, {@code address}, {@code queue}. */
    public static final String UNHEARD = "kilowatch.ingest.authentication.unheard";

    /** Passwords that wait to be hashed. */
    public static final String WAITING = "kilowatch.ingest.authentication.waiting";

    /** TLS handshakes that failed. */
    public static final String HANDSHAKES_FAILED = "kilowatch.ingest.tls.handshakes.failed";

    /** Looks at the files of TLS that found something unusable. */
    public static final String RELOADS_FAILED = "kilowatch.ingest.tls.reloads.failed";

    /** When the gateway's certificate expires, in seconds since 1970. */
    public static final String CERTIFICATE_EXPIRES = "kilowatch.ingest.tls.certificate.expires";

    /** When the first revocation list should be replaced, in seconds since 1970; 0 without lists. */
    public static final String LIST_EXPIRES = "kilowatch.ingest.tls.crl.expires";

    private final MeterRegistry registry;
    private final Counter handshakesFailed;
    private final Counter reloadsFailed;
    private final AtomicLong certificateExpires = new AtomicLong();
    private final AtomicLong listExpires = new AtomicLong();

    /** Metrics kept in a registry. */
    public ProtectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.handshakesFailed = registry.counter(HANDSHAKES_FAILED);
        this.reloadsFailed = registry.counter(RELOADS_FAILED);
        for (String limit : new String[] {"all", "address", "rate"}) {
            registry.counter(REFUSED, "limit", limit);
        }
        for (String of : new String[] {"device", "address", "queue"}) {
            registry.counter(UNHEARD, "of", of);
        }
    }

    /** From now on open connections and waiting passwords are asked for. */
    public void watch(IntSupplier sockets, IntSupplier waiting) {
        Gauge.builder(SOCKETS, sockets, IntSupplier::getAsInt)
                .strongReference(true)
                .register(registry);
        Gauge.builder(WAITING, waiting, IntSupplier::getAsInt)
                .strongReference(true)
                .register(registry);
    }

    /** A connection hit a limit. */
    public void refused(String limit) {
        registry.counter(REFUSED, Tags.of("limit", limit)).increment();
    }

    /** A sign-in was not heard. */
    public void unheard(String of) {
        registry.counter(UNHEARD, Tags.of("of", of)).increment();
    }

    /** A TLS handshake failed. */
    public void handshakeFailed() {
        handshakesFailed.increment();
    }

    /** A file of TLS could not be used. */
    public void reloadFailed() {
        reloadsFailed.increment();
    }

    /** The certificate in force expires then, in seconds since 1970. */
    public void certificateExpires(long seconds) {
        if (certificateExpires.getAndSet(seconds) == 0) {
            Gauge.builder(CERTIFICATE_EXPIRES, certificateExpires, AtomicLong::get)
                    .register(registry);
        }
    }

    /** The first revocation list is to be replaced then. */
    public void listExpires(long seconds) {
        if (listExpires.getAndSet(seconds) == 0 && seconds != 0) {
            Gauge.builder(LIST_EXPIRES, listExpires, AtomicLong::get).register(registry);
        }
    }
}

package io.kilowatch.deploy.service;

import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.deploy.runtime.CannotStart;
import io.kilowatch.platform.health.Health;
import io.kilowatch.platform.http.HttpConfig;
import io.kilowatch.platform.http.ManagementServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the services of one process share: event loops, metrics, health, and their end, the newest part first. */
public final class ServiceHost implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServiceHost.class);

    private final Vertx vertx = Vertx.vertx();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Health health = new Health();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private int managementPort;
    private volatile boolean started;

    /** A host whose health and metrics are served; it is closed when the JVM ends. */
    public ServiceHost(HttpConfig http) {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        collections.bindTo(metrics);
        warnIfOpen("http-host", http.host());
        warnIfOpen("management-host", http.managementHost());
        AtExit.close(this);
        health.add("started", () -> started);
        ManagementServer management = new ManagementServer(vertx, health, metrics);
        HttpServer server =
                await(management.listen(http.managementHost(), http.managementPort()), "--management-port", http);
        managementPort = server.actualPort();
    }

    private static HttpServer await(Future<HttpServer> listening, String option, HttpConfig http) {
        try {
            return listening.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new CannotStart(
                    "health and metrics cannot be served at " + http.managementHost() + ':' + http.managementPort()
                            + " (" + e.getCause() + "); give another " + option,
                    e);
        }
    }

    private static void warnIfOpen(String option, String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                log.warn("served without sign-in beyond this machine [option: --{}, address: {}]", option, host);
            }
        } catch (UnknownHostException e) {
            log.warn("address is unknown [option: --{}, address: {}]", option, host);
        }
    }

    /** The event loops. */
    public Vertx vertx() {
        return vertx;
    }

    /** What is measured. */
    public PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /** How the parts are. */
    public Health health() {
        return health;
    }

    /** The port of health and metrics. */
    public int managementPort() {
        return managementPort;
    }

    /** Takes a part over, to be closed with the host, before the parts taken over earlier. */
    public <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        // Parts register for the end themselves; the host stays the newest, so that it ends them in its own order.
        AtExit.forget(this);
        AtExit.close(this);
        return part;
    }

    /** Says that all parts are there, without which it is not ready, and waits until the JVM is told to end. */
    public void awaitEnd() throws InterruptedException {
        started = true;
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        AtExit.forget(this);
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("a part did not close [part: {}]", part.getClass().getSimpleName(), e);
            }
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        collections.close();
        metrics.close();
    }
}

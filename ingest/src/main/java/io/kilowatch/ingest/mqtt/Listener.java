package io.kilowatch.ingest.mqtt;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's share of the MQTT port. */
public final class Listener extends VerticleBase {
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final Gateway gateway;
    private @Nullable MqttServer server;

    /** A listener that is not deployed yet. */
    public Listener(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Future<?> start() {
        Context here = Vertx.currentContext();
        here.exceptionHandler(Listener::unhandled);
        TappedVertx tapped = new TappedVertx(vertx, gateway.terms());
        Dispatch dispatch = new Dispatch(here, gateway.publisher(), gateway.metrics());
        MqttServer opening = MqttServer.create(tapped, gateway.terms().options())
                .endpointHandler(
                        endpoint -> new Arrival(gateway, dispatch, here, endpoint, tapped.take(endpoint)).decide());
        server = opening;
        return opening.listen();
    }

    /** The MQTT server throws what a client does wrong, after closing its connection. */
    private static void unhandled(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length > 0 && trace[0].getClassName().startsWith("io.vertx.mqtt.")) {
            log.debug("protocol violated [fault: {}]", failure.toString());
        } else {
            log.error("message could not be handled", failure);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server == null ? -1 : server.actualPort();
    }

    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.close();
    }
}

package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Dispatch;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's share of the MQTT ports. */
public final class Listener extends VerticleBase {
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final Gateway gateway;
    private final List<Door> doors;
    private final List<MqttServer> servers = new ArrayList<>();

    /** A listener that is not deployed yet. */
    public Listener(Gateway gateway, List<Door> doors) {
        this.gateway = gateway;
        this.doors = List.copyOf(doors);
    }

    @Override
    public Future<?> start() {
        Context here = Vertx.currentContext();
        here.exceptionHandler(Listener::unhandled);
        Lane lane = new Lane(
                here,
                new Dispatch(here, gateway.publisher(), gateway.metrics()),
                new Turns(((ContextInternal) here).nettyEventLoop()));
        return Future.all(doors.stream().map(door -> open(door, lane)).toList());
    }

    private Future<MqttServer> open(Door door, Lane lane) {
        TappedVertx tapped = new TappedVertx(vertx, gateway);
        MqttServerOptions options = gateway.terms().options();
        door.apply(options);
        options.setUseProxyProtocol(!gateway.guard().proxies().isEmpty());
        MqttServer opening = MqttServer.create(tapped, options)
                .endpointHandler(endpoint -> new Arrival(gateway, lane, endpoint, tapped.take(endpoint)).decide());
        servers.add(opening);
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

    /** The port of a door, by its place among the doors. */
    public int port(int door) {
        return servers.get(door).actualPort();
    }

    @Override
    public Future<?> stop() {
        return Future.join(servers.stream().map(MqttServer::close).toList());
    }
}

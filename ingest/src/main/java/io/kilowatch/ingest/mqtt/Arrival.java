package io.kilowatch.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_RETAIN_NOT_SUPPORTED;

import io.kilowatch.ingest.access.Admission;
import io.kilowatch.ingest.guard.Pass;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.mqtt.MqttEndpoint;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client between CONNECT and CONNACK; nothing more is read from its socket until it is decided. */
final class Arrival {
    private static final Logger log = LoggerFactory.getLogger(Arrival.class);

    private final Gateway gateway;
    private final Lane lane;
    private final MqttEndpoint endpoint;
    private final @Nullable Peer peer;
    private final boolean five;
    private boolean gone;

    Arrival(Gateway gateway, Lane lane, MqttEndpoint endpoint, @Nullable Peer peer) {
        this.gateway = gateway;
        this.lane = lane;
        this.endpoint = endpoint;
        this.peer = peer;
        this.five = endpoint.protocolVersion() >= Terms.MQTT_5;
    }

    void decide() {
        if (peer == null) {
            endpoint.close();
            return;
        }
        var overrun = peer.pass().flatMap(Pass::overrun);
        if (overrun.isPresent()) {
            refuse(Refusal.of(overrun.get()));
            return;
        }
        if (five && endpoint.connectProperties().getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
            endpoint.reject(CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD);
            return;
        }
        if (five && endpoint.will().isWillRetain()) {
            endpoint.reject(CONNECTION_REFUSED_RETAIN_NOT_SUPPORTED);
            return;
        }
        CompletableFuture<Admission> admission = gateway.doorkeeper().decide(peer.caller(endpoint));
        if (admission.isDone()) {
            answer(peer, admission.join());
            return;
        }
        peer.tap().hold(Tap.Hold.ADMISSION);
        endpoint.closeHandler(closed -> {
            gone = true;
            admission.cancel(false);
        });
        admission.whenComplete((decided, failure) -> lane.context().runOnContext(now -> decided(peer, decided)));
    }

    private void decided(Peer from, @Nullable Admission admission) {
        if (gone) {
            return;
        }
        if (admission == null) {
            endpoint.close(); // the fault is logged where it happened
            return;
        }
        answer(from, admission);
        from.tap().release(Tap.Hold.ADMISSION);
    }

    private void answer(Peer from, Admission admission) {
        if (admission instanceof Admission.Admitted admitted) {
            accept(from, admitted);
            return;
        }
        count(from, admission);
        refuse(Refusal.of(admission));
    }

    private void count(Peer from, Admission admission) {
        if (admission instanceof Admission.LockedOut locked) {
            gateway.protection().unheard(locked.address() ? "address" : "device");
        } else if (admission instanceof Admission.Busy) {
            gateway.protection().unheard("queue");
        } else {
            admission.reason().ifPresent(gateway.metrics()::authenticationFailed);
        }
        admission
                .reason()
                .ifPresent(reason ->
                        gateway.devices().loginRefused(from.caller(endpoint).user(), Terms.address(endpoint), reason));
    }

    private void refuse(Refusal refusal) {
        log.debug("connection refused [client: {}, reason: {}]", endpoint.clientIdentifier(), refusal.reason());
        refusal.send(endpoint);
    }

    private void accept(Peer from, Admission.Admitted admitted) {
        String given = endpoint.clientIdentifier();
        String clientId = given == null ? UUID.randomUUID().toString() : given;
        MqttProperties told = five ? announced(given == null, clientId, admitted) : MqttProperties.NO_PROPERTIES;
        if (!Terms.takes(endpoint, Terms.longestAcceptance(told))) {
            log.debug("client takes no packet as long as CONNACK [client: {}]", clientId);
            endpoint.close();
            return;
        }
        KeepAlive.impose(from, endpoint, KeepAlive.of(endpoint, gateway.terms().maxKeepAlive()));
        new Session(gateway, lane, endpoint, from, admitted, clientId).begin();
        endpoint.accept(false, told);
    }

    private MqttProperties announced(boolean assigned, String clientId, Admission.Admitted admitted) {
        return gateway.terms()
                .announced(endpoint, assigned, clientId, admitted.identity().receiptsTopic());
    }
}

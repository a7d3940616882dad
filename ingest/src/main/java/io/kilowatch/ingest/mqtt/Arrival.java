package io.kilowatch.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_RETAIN_NOT_SUPPORTED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5;

import io.kilowatch.ingest.access.Admission;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client between CONNECT and CONNACK; nothing more is read from its socket until it is decided. */
final class Arrival {
    private static final Logger log = LoggerFactory.getLogger(Arrival.class);

    private final Gateway gateway;
    private final Dispatch dispatch;
    private final Context context;
    private final MqttEndpoint endpoint;
    private final @Nullable NetSocket socket;
    private final boolean five;
    private volatile boolean gone;

    Arrival(Gateway gateway, Dispatch dispatch, Context context, MqttEndpoint endpoint, @Nullable NetSocket socket) {
        this.gateway = gateway;
        this.dispatch = dispatch;
        this.context = context;
        this.endpoint = endpoint;
        this.socket = socket;
        this.five = endpoint.protocolVersion() >= Terms.MQTT_5;
    }

    void decide() {
        if (socket == null) {
            endpoint.close();
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
        var auth = endpoint.auth();
        String user = auth == null ? null : auth.getUsername();
        String password = auth == null ? null : auth.getPassword();
        Optional<Admission> quick = gateway.gatekeeper().quick(user, password);
        if (quick.isPresent() || user == null || password == null) {
            answer(socket, quick.orElseGet(Admission.Nameless::new));
            return;
        }
        socket.pause();
        endpoint.closeHandler(closed -> gone = true);
        gateway.hashing()
                .executeBlocking(() -> check(user, password), false)
                .onSuccess(admission -> {
                    if (!gone) {
                        answer(socket, admission);
                        socket.resume();
                    }
                })
                .onFailure(failure -> {
                    log.error("password could not be checked [user: {}]", user, failure);
                    if (!gone) {
                        endpoint.close();
                    }
                });
    }

    private Admission check(String user, String password) {
        return gone ? new Admission.Wrong() : gateway.gatekeeper().slow(user, password);
    }

    private void answer(NetSocket open, Admission admission) {
        if (admission instanceof Admission.Admitted admitted) {
            accept(open, admitted);
        } else if (admission instanceof Admission.NotReady) {
            reject(CONNECTION_REFUSED_SERVER_UNAVAILABLE, CONNECTION_REFUSED_SERVER_UNAVAILABLE_5);
        } else if (admission instanceof Admission.Nameless) {
            gateway.metrics().authenticationFailed("nameless");
            reject(CONNECTION_REFUSED_NOT_AUTHORIZED, CONNECTION_REFUSED_NOT_AUTHORIZED_5);
        } else {
            refused("wrong-password");
            reject(CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD, CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD);
        }
    }

    private void refused(String reason) {
        var auth = endpoint.auth();
        gateway.metrics().authenticationFailed(reason);
        gateway.devices().loginRefused(auth == null ? null : auth.getUsername(), Terms.address(endpoint), reason);
    }

    private void reject(MqttConnectReturnCode three, MqttConnectReturnCode fiveCode) {
        log.debug("connection refused [client: {}, code: {}]", endpoint.clientIdentifier(), five ? fiveCode : three);
        endpoint.reject(five ? fiveCode : three);
    }

    private void accept(NetSocket open, Admission.Admitted admitted) {
        String given = endpoint.clientIdentifier();
        String clientId = given == null ? UUID.randomUUID().toString() : given;
        Session session = new Session(gateway, dispatch, context, endpoint, open, admitted, clientId);
        session.begin();
        endpoint.accept(false, five ? announced(given == null, session) : MqttProperties.NO_PROPERTIES);
    }

    private MqttProperties announced(boolean assigned, Session session) {
        return gateway.terms()
                .announced(
                        endpoint,
                        assigned,
                        session.clientId(),
                        session.identity().receiptsTopic());
    }
}

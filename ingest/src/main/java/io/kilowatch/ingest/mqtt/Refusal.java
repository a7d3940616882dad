package io.kilowatch.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BANNED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_QUOTA_EXCEEDED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5;

import io.kilowatch.ingest.access.Admission;
import io.kilowatch.ingest.guard.Overrun;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.vertx.mqtt.MqttEndpoint;

/**
 * Why a client does not come in, as CONNACK says it.
 *
 * @param three the code for MQTT 3.1 and 3.1.1
 * @param five the code for MQTT 5
 * @param reason the reason string for MQTT 5
 */
record Refusal(MqttConnectReturnCode three, MqttConnectReturnCode five, String reason) {
    private static final Refusal WRONG = new Refusal(
            CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
            CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD,
            "user name or password is wrong");
    private static final Refusal NAMELESS =
            unauthorized("a user name and a password are needed, or a client certificate");
    private static final Refusal STRANGER = unauthorized("no device is registered for this certificate and user name");
    private static final Refusal NOT_READY = new Refusal(
            CONNECTION_REFUSED_SERVER_UNAVAILABLE,
            CONNECTION_REFUSED_SERVER_UNAVAILABLE_5,
            "no enterprise is registered yet");
    private static final Refusal BUSY =
            later(CONNECTION_REFUSED_SERVER_BUSY, "too many passwords wait to be checked, try again");

    private static Refusal unauthorized(String reason) {
        return new Refusal(CONNECTION_REFUSED_NOT_AUTHORIZED, CONNECTION_REFUSED_NOT_AUTHORIZED_5, reason);
    }

    private static Refusal later(MqttConnectReturnCode five, String reason) {
        return new Refusal(CONNECTION_REFUSED_SERVER_UNAVAILABLE, five, reason);
    }

    /** Of a client that may not come in. */
    static Refusal of(Admission admission) {
        if (admission instanceof Admission.LockedOut locked) {
            String wait = "too many failed sign-ins, try again in "
                    + Math.max(1, locked.left().toSeconds()) + " s";
            return locked.address()
                    ? new Refusal(CONNECTION_REFUSED_NOT_AUTHORIZED, CONNECTION_REFUSED_BANNED, wait)
                    : later(CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED, wait);
        }
        if (admission instanceof Admission.NotReady) {
            return NOT_READY;
        }
        if (admission instanceof Admission.Busy) {
            return BUSY;
        }
        if (admission instanceof Admission.Stranger) {
            return STRANGER;
        }
        return admission instanceof Admission.Nameless ? NAMELESS : WRONG;
    }

    /** Of a client that is one too many. */
    static Refusal of(Overrun overrun) {
        return switch (overrun) {
            case RATE ->
                later(CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED, "too many new connections from this address");
            case ADDRESS -> later(CONNECTION_REFUSED_QUOTA_EXCEEDED, "too many connections from this address");
            case ALL -> later(CONNECTION_REFUSED_SERVER_BUSY, "too many connections");
        };
    }

    /** Sends it, unless the client takes no packet so long; the connection is closed with that. */
    void send(MqttEndpoint endpoint) {
        if (endpoint.protocolVersion() < Terms.MQTT_5) {
            endpoint.reject(three);
        } else if (Terms.takes(endpoint, Terms.LONGEST_REFUSAL)) {
            endpoint.reject(five, told(endpoint));
        } else {
            endpoint.close();
        }
    }

    private MqttProperties told(MqttEndpoint endpoint) {
        MqttProperties told = new MqttProperties();
        told.add(new StringProperty(MqttProperties.REASON_STRING, reason));
        boolean explain = Terms.asked(endpoint, MqttProperties.REQUEST_PROBLEM_INFORMATION, 1)
                && Terms.takes(endpoint, Terms.longestAcceptance(told));
        return explain ? told : MqttProperties.NO_PROPERTIES;
    }
}

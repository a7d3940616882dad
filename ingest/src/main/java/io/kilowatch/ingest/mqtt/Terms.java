package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.devices.DeviceLog;
import io.kilowatch.registry.topics.DeviceEvent;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.vertx.core.net.SocketAddress;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.MqttWill;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a session may expect of the gateway.
 *
 * @param maxInFlight how many messages may wait for their acknowledgement
 * @param maxPayload the most that a payload may have
 * @param secondsToConnect how long a connection may be open until CONNECT
 * @param maxKeepAlive the longest keep-alive in seconds
 */
public record Terms(int maxInFlight, int maxPayload, int secondsToConnect, int maxKeepAlive) {
    /** The protocol level of MQTT 5. */
    static final int MQTT_5 = 5;

    /** The largest topic alias. */
    static final int TOPIC_ALIASES = 10;

    /** The length of a CONNACK that refuses. */
    static final int LONGEST_REFUSAL = 5;

    /** How many bytes of payload may wait before the session's socket is read no further. */
    static final int MAX_BYTES_IN_FLIGHT = 8 * 1024 * 1024;

    /** Topic, properties and a payload that is a little too large, so that it can be refused by name. */
    private static final int BESIDES_PAYLOAD = 64 * 1024;

    private static final int FIXED_HEADER = 5;
    private static final int LONGEST_CLIENT_ID = 1_024;

    /** The longest packet after its fixed header. */
    int maxRemaining() {
        return maxPayload + BESIDES_PAYLOAD;
    }

    /** The name of a protocol level. */
    static String protocol(int level) {
        return switch (level) {
            case 3 -> "mqtt-3.1";
            case 4 -> "mqtt-3.1.1";
            default -> "mqtt-5";
        };
    }

    /** Where a client comes from; empty if that is not known any more. */
    static String address(MqttEndpoint endpoint) {
        SocketAddress remote = endpoint.remoteAddress();
        String address = remote == null ? null : remote.hostAddress();
        return address == null ? "" : address;
    }

    /** What a client wants told if it ends without a goodbye. */
    static Optional<DeviceEvent.Will> will(MqttEndpoint endpoint) {
        MqttWill will = endpoint.will();
        byte[] payload = will.getWillMessageBytes();
        return will.isWillFlag()
                ? Optional.of(DeviceLog.will(will.getWillTopic(), payload == null ? new byte[0] : payload))
                : Optional.empty();
    }

    MqttServerOptions options() {
        MqttServerOptions options = new MqttServerOptions()
                .setMaxMessageSize(maxRemaining())
                .setMaxClientIdLength(LONGEST_CLIENT_ID)
                .setAutoClientId(false)
                .setTimeoutOnConnect(secondsToConnect);
        options.setTcpNoDelay(true);
        return options;
    }

    /** What CONNACK tells an MQTT 5 client: only what is kept is promised. */
    MqttProperties announced(MqttEndpoint endpoint, boolean assigned, String clientId, String receipts) {
        MqttProperties told = new MqttProperties();
        told.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, maxInFlight));
        told.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, maxRemaining() + FIXED_HEADER));
        told.add(new IntegerProperty(MqttProperties.TOPIC_ALIAS_MAXIMUM, TOPIC_ALIASES));
        told.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 0));
        told.add(new IntegerProperty(MqttProperties.RETAIN_AVAILABLE, 0));
        told.add(new IntegerProperty(MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0));
        told.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
        told.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
        if (asked(endpoint, MqttProperties.REQUEST_RESPONSE_INFORMATION, 0)) {
            told.add(new StringProperty(MqttProperties.RESPONSE_INFORMATION, receipts));
        }
        int keepAlive = KeepAlive.of(endpoint, maxKeepAlive);
        if (keepAlive != endpoint.keepAliveTimeSeconds()) {
            told.add(new IntegerProperty(MqttProperties.SERVER_KEEP_ALIVE, keepAlive));
        }
        if (assigned) {
            told.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, clientId));
        }
        return told;
    }

    /** The most bytes that a CONNACK with properties can have. */
    static int longestAcceptance(MqttProperties told) {
        int length = 2 * FIXED_HEADER;
        for (var property : told.listAll()) {
            length += property.value() instanceof String text
                    ? 3 + text.getBytes(StandardCharsets.UTF_8).length
                    : 1 + Integer.BYTES;
        }
        return length;
    }

    /** Whether a packet is not longer than a client's Maximum Packet Size. */
    static boolean takes(MqttEndpoint endpoint, int length) {
        var most = endpoint.connectProperties().getProperty(MqttProperties.MAXIMUM_PACKET_SIZE);
        return most == null || Integer.toUnsignedLong((Integer) most.value()) >= length;
    }

    /** Whether a DISCONNECT asks to keep a session of which CONNECT said that it is not to be kept. */
    static boolean prolongs(MqttEndpoint endpoint, MqttProperties disconnect) {
        var asked = disconnect.getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL);
        var before = endpoint.connectProperties().getProperty(MqttProperties.SESSION_EXPIRY_INTERVAL);
        return asked != null && (Integer) asked.value() != 0 && (before == null || (Integer) before.value() == 0);
    }

    /** Whether a client's CONNECT has a property set, where it is a flag. */
    static boolean asked(MqttEndpoint endpoint, int property, int standard) {
        var found = endpoint.connectProperties().getProperty(property);
        return (found == null ? standard : (Integer) found.value()) == 1;
    }
}

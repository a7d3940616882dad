package io.kilowatch.ingest.mqtt;

import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.nio.charset.StandardCharsets;

/** The end of a connection by the gateway: DISCONNECT where the client's version has it, then the socket is closed. */
final class Farewell {
    private static final byte DISCONNECT = (byte) 0xE0;
    private static final byte REASON_STRING = 0x1F;

    private Farewell() {}

    /** Ends it with a reason code, and a reason string unless it is empty; with neither if the code is 0. */
    static void say(MqttEndpoint endpoint, NetSocket socket, byte code, String reason) {
        if (endpoint.protocolVersion() >= Terms.MQTT_5 && code != 0) {
            socket.write(disconnect(code, reason));
        }
        endpoint.close();
    }

    /** How a connection ends that the gateway ends with a reason code. */
    static Ending ending(byte code) {
        if (code == MqttDisconnectReasonCode.SESSION_TAKEN_OVER.value()) {
            return Ending.TAKEN_OVER;
        } else if (code == MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT.value()) {
            return Ending.KEEP_ALIVE;
        }
        boolean ours = code == MqttDisconnectReasonCode.NOT_AUTHORIZED.value()
                || code == MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN.value();
        return ours ? Ending.GATEWAY : Ending.ERROR;
    }

    private static Buffer disconnect(byte code, String reason) {
        if (reason.isEmpty()) {
            return Buffer.buffer(new byte[] {DISCONNECT, 1, code});
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        // A reason of this gateway is far below the 127 bytes from which lengths have two bytes.
        int properties = 3 + text.length;
        return Buffer.buffer(new byte[] {DISCONNECT, (byte) (2 + properties), code, (byte) properties, REASON_STRING})
                .appendShort((short) text.length)
                .appendBytes(text);
    }
}

package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Dispatch;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;

/** The acknowledgements of a session, in the order in which its messages are stored. */
final class Answers {
    private final MqttEndpoint endpoint;
    private final NetSocket socket;
    private final Dispatch dispatch;
    private final boolean five;
    private final boolean explains;
    private final Pubacks pubacks;
    private final Runnable sending = this::send;

    Answers(MqttEndpoint endpoint, NetSocket socket, Dispatch dispatch) {
        this.endpoint = endpoint;
        this.socket = socket;
        this.dispatch = dispatch;
        this.five = endpoint.protocolVersion() >= Terms.MQTT_5;
        this.explains = five && Terms.asked(endpoint, MqttProperties.REQUEST_PROBLEM_INFORMATION, 1);
        this.pubacks = new Pubacks(socket);
    }

    /** A reason string where the client wants one, else none. */
    String reason(String text) {
        return explains ? text : "";
    }

    /** Most PUBACKs say success and nothing else, and go out together when the event loop is through with what is stored. */
    void answer(Delivery delivery, Acknowledgement acknowledgement) {
        String reason = reason(delivery.taken().reason());
        boolean plain = !five || acknowledgement.isPlain(reason);
        if (delivery.qos() == MqttQoS.AT_LEAST_ONCE && plain) {
            if (pubacks.gather(delivery.packetId())) {
                dispatch.afterSettling(sending);
            }
        } else {
            pubacks.send();
            acknowledgement.send(endpoint, socket, delivery.qos(), delivery.packetId(), reason);
        }
    }

    /** Tells the sender of a message, which is not taken, to send it again. */
    void tooFast(MqttPublishMessage message) {
        pubacks.send();
        Acknowledgement.tooFast()
                .send(
                        endpoint,
                        socket,
                        message.qosLevel(),
                        message.messageId(),
                        reason("this enterprise sends faster than it may, send it again later"));
    }

    private void send() {
        if (endpoint.isConnected()) {
            pubacks.send();
        }
    }
}

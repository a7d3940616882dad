package io.kilowatch.simulators.device;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Paho's callbacks, of which a device needs two. */
record SessionEvents(Consumer<String> lost, Consumer<byte[]> receipt) implements MqttCallback {

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost.accept("disconnected, reason code " + response.getReturnCode());
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        receipt.accept(message.getPayload());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // A session that dies of it is reported by disconnected().
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each publication has a listener of its own.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The connecting token says so.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No enhanced authentication.
    }
}

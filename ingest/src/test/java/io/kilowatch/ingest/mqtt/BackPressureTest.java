package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.MAX_IN_FLIGHT;
import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackPressureTest {
    private final GatewayFixture gateway = new GatewayFixture(Plant.registered());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void disconnectsAnMqtt5ClientThatSendsMoreThanReceiveMaximum() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        try (RawClient client = gateway.connected(MQTT_5)) {
            for (int id = 1; id <= MAX_IN_FLIGHT; id++) {
                client.publish(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)));
            }
            await().until(() -> gateway.publisher.seen.size() == MAX_IN_FLIGHT);
            assertThat(client.next(100)).isNull();

            client.publish(TOPIC, AT_LEAST_ONCE, 99, batch(reading(99)));

            MqttMessage answer = client.next();
            assertThat(answer.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
            assertThat(((MqttReasonCodeAndPropertiesVariableHeader) answer.variableHeader()).reasonCode())
                    .isEqualTo((byte) 0x93);
        }
    }

    @Test
    void readsNoFurtherFromAnOlderClientThanItCanHoldAndLosesNothing() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        int messages = 500;
        try (RawClient client = gateway.connected(MQTT_3_1_1)) {
            MqttMessage[] packets = new MqttMessage[messages];
            for (int id = 1; id <= messages; id++) {
                packets[id - 1] = RawClient.publishPacket(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)));
            }
            client.send(packets);
            assertThat(client.next(300)).isNull();
            assertThat(gateway.publisher.seen).hasSize(MAX_IN_FLIGHT + 1);

            gateway.publisher.become(HeldPublisher.Mode.STORE);
            for (int id = 1; id <= messages; id++) {
                assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            }
            assertThat(gateway.publisher.stored).hasSize(messages);
        }
    }

    @Test
    void answersPingsOfAClientWhoseMessagesWait() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        try (RawClient client = gateway.connected(MQTT_3_1_1)) {
            for (int id = 1; id <= MAX_IN_FLIGHT + 3; id++) {
                client.publish(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)));
            }
            client.ping();

            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PINGRESP);
            assertThat(gateway.publisher.seen).hasSize(MAX_IN_FLIGHT + 1);

            gateway.publisher.become(HeldPublisher.Mode.STORE);
            for (int id = 1; id <= MAX_IN_FLIGHT + 3; id++) {
                assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            }
        }
    }

    @Test
    void blamesNoClientForSilenceWhileItDoesNotListen() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        int messages = MAX_IN_FLIGHT + 1 + 10;
        try (RawClient client = gateway.client(MQTT_3_1_1)) {
            client.connect(Plant.USER, Plant.PASSWORD, 1);
            for (int id = 1; id <= messages; id++) {
                client.publish(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)) + " ".repeat(10_000));
            }

            assertThat(client.next(4_000)).isNull(); // more than twice one and a half times the keep-alive
            gateway.publisher.become(HeldPublisher.Mode.STORE);

            for (int id = 1; id <= messages; id++) {
                assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            }
        }
    }

    @Test
    void endsTheSessionOfASilentClientThatItDoesListenTo() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        try (RawClient client = gateway.client(MQTT_3_1_1)) {
            client.connect(Plant.USER, Plant.PASSWORD, 1);
            for (int id = 1; id <= MAX_IN_FLIGHT + 3; id++) {
                client.publish(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)));
            }

            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void tellsAnMqtt5ClientThatItsPacketIsTooLarge() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            byte[] packet = client.encoded(RawClient.publishPacket(TOPIC, AT_LEAST_ONCE, 1, "x".repeat(300_000)));
            client.send(Arrays.copyOf(packet, 200));

            MqttMessage answer = client.next();
            assertThat(((MqttReasonCodeAndPropertiesVariableHeader) answer.variableHeader()).reasonCode())
                    .isEqualTo((byte) 0x95);
        }
    }

    @Test
    void closesAConnectionThatSpeaksSomethingElse() throws IOException {
        try (RawClient client = gateway.client(MQTT_3_1_1)) {
            client.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.isClosedByServer()).isTrue();
        }
    }
}

package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.RECEIPTS;
import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
    private final GatewayFixture gateway = new GatewayFixture(Plant.registered());

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void admitsADeviceAndKeepsNoSession(MqttVersion version) throws IOException {
        try (RawClient client = gateway.client(version)) {
            MqttConnAckMessage answer = client.connect(Plant.USER, Plant.PASSWORD);

            assertThat(answer.variableHeader().connectReturnCode().byteValue()).isZero();
            assertThat(answer.variableHeader().isSessionPresent()).isFalse();
        }
    }

    @Test
    void announcesItsBoundsToMqtt5() throws IOException {
        try (RawClient client = gateway.client(MQTT_5)) {
            MqttProperties told =
                    client.connect(Plant.USER, Plant.PASSWORD).variableHeader().properties();

            assertThat(integer(told, MqttProperties.RECEIVE_MAXIMUM)).isEqualTo(GatewayFixture.MAX_IN_FLIGHT);
            assertThat(integer(told, MqttProperties.MAXIMUM_PACKET_SIZE)).isGreaterThan(100_000);
            assertThat(integer(told, MqttProperties.SESSION_EXPIRY_INTERVAL)).isZero();
            assertThat(integer(told, MqttProperties.RETAIN_AVAILABLE)).isZero();
            assertThat(integer(told, MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE))
                    .isZero();
            assertThat(integer(told, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1_1, 0x04", "MQTT_5, 0x86"})
    void refusesAWrongPassword(MqttVersion version, String code) throws IOException {
        try (RawClient client = gateway.client(version)) {
            MqttConnAckMessage answer = client.connect(Plant.USER, "wrong");

            assertThat(answer.variableHeader().connectReturnCode().byteValue())
                    .isEqualTo(Integer.decode(code).byteValue());
            assertThat(client.isClosedByServer()).isTrue();
            assertThat(gateway.metrics
                            .counter(IngestMetrics.AUTHENTICATION_FAILURES, "reason", "wrong-password")
                            .count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1_1, 0x03", "MQTT_5, 0x88"})
    void isUnavailableBeforeTheRegistryIsRead(MqttVersion version, String code) throws IOException {
        try (GatewayFixture early = new GatewayFixture(new Plant());
                RawClient client = early.client(version)) {
            MqttConnAckMessage answer = client.connect(Plant.USER, Plant.PASSWORD);

            assertThat(answer.variableHeader().connectReturnCode().byteValue())
                    .isEqualTo(Integer.decode(code).byteValue());
            assertThat(early.health.ask()).containsEntry("registry", false).containsEntry("mqtt", true);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void takesAMessageThatComesBeforeTheConnectionIsDecided(MqttVersion version) throws IOException {
        try (RawClient client = gateway.client(version)) {
            client.send(
                    client.connectPacket(Plant.USER, Plant.PASSWORD),
                    RawClient.publishPacket(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1))));

            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.CONNACK);
            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
        }
    }

    @Test
    void closesAConnectionThatPublishesWithoutConnecting() throws IOException {
        try (RawClient client = gateway.client(MQTT_3_1_1)) {
            client.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));

            assertThat(client.isClosedByServer()).isTrue();
            assertThat(gateway.publisher.seen).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MQTT_3_1_1, kw/v1/+/+/receipts, 0x80",
        "MQTT_5, kw/v1/+/+/receipts, 0xA2",
        "MQTT_5, kw/v1/other/gw/receipts, 0x87",
        "MQTT_5, $share/a/kw/v1/x/y/receipts, 0x9E",
        "MQTT_5, OWN, 0x00"
    })
    void letsADeviceSubscribeToItsOwnReceiptsOnly(MqttVersion version, String filter, String code) throws IOException {
        try (RawClient client = gateway.connected(version)) {
            client.subscribe(1, filter.replace("OWN", RECEIPTS));

            MqttSubAckMessage answer = (MqttSubAckMessage) client.next();
            assertThat(answer.payload().reasonCodes()).containsExactly(Integer.decode(code));
        }
    }

    @Test
    void endsASessionWhenItsClientConnectsAgain() throws IOException {
        try (RawClient older = gateway.connected(MQTT_5);
                RawClient newer = gateway.connected(MQTT_5)) {
            assertThat(disconnectCode(older.next())).isEqualTo((byte) 0x8E);

            newer.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
            assertThat(newer.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
        }
    }

    @Test
    void endsASessionWhenItsPasswordIsNoLongerTheRegisteredOne() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            gateway.plant.register("another", 8);

            client.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));

            assertThat(disconnectCode(client.next())).isEqualTo((byte) 0x87);
            assertThat(gateway.publisher.seen).isEmpty();
        }
    }

    private static byte disconnectCode(MqttMessage message) {
        assertThat(message.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
        return ((MqttReasonCodeAndPropertiesVariableHeader) message.variableHeader()).reasonCode();
    }

    private static int integer(MqttProperties properties, int id) {
        return (Integer) properties.getProperty(id).value();
    }
}

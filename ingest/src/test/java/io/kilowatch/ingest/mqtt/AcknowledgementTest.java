package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.RECEIPTS;
import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_MOST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.EXACTLY_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AcknowledgementTest {
    private final GatewayFixture gateway = new GatewayFixture(Plant.registered());

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void acknowledgesOnlyAfterEveryRecordIsStored(MqttVersion version) throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        try (RawClient client = gateway.connected(version)) {
            client.publish(TOPIC, AT_LEAST_ONCE, 17, batch(reading(1), "{\"meter\":\"NONE\"}"));

            assertThat(client.next(300)).isNull();
            await().until(() -> gateway.publisher.seen.size() == 2);

            gateway.publisher.become(HeldPublisher.Mode.STORE);
            MqttMessage answer = client.next();
            assertThat(answer.fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            assertThat(packetId(answer)).isEqualTo(17);
            assertThat(gateway.publisher.stored)
                    .extracting(Parcel::topic)
                    .containsExactlyInAnyOrder("energy.readings", "energy.rejected");
        }
    }

    @Test
    void sendsAgainWhatWasNotStoredUntilItIs() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.FAIL);
        try (RawClient client = gateway.connected(MQTT_3_1_1)) {
            client.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
            client.publish(TOPIC, AT_LEAST_ONCE, 2, batch(reading(2)));

            await().until(() -> gateway.publisher.seen.size() >= 4);
            assertThat(client.next(50)).isNull();

            gateway.publisher.become(HeldPublisher.Mode.STORE);
            assertThat(packetId(client.next())).isEqualTo(1);
            assertThat(packetId(client.next())).isEqualTo(2);
            assertThat(gateway.publisher.stored).hasSize(2);
        }
    }

    @Test
    void forgetsWhatASessionThatIsGoneHadWaiting() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.FAIL);
        RawClient client = gateway.connected(MQTT_5);
        client.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
        await().until(() -> !gateway.publisher.seen.isEmpty());
        assertThat(inFlight()).isEqualTo(1);

        client.close();

        await().until(() -> inFlight() == 0);
        assertThat(gateway.metrics.get(IngestMetrics.CONNECTIONS).gauge().value())
                .isZero();
    }

    @Test
    void takesQosZeroWithoutAnswer() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.publish(TOPIC, AT_MOST_ONCE, 0, batch(reading(1)));
            client.publish(TOPIC, AT_LEAST_ONCE, 9, batch(reading(2)));

            assertThat(packetId(client.next())).isEqualTo(9);
            assertThat(gateway.publisher.stored).hasSize(2);
        }
    }

    @Test
    void storesAMessageOfQosTwoOnceHoweverOftenItComes() throws IOException {
        gateway.publisher.become(HeldPublisher.Mode.HOLD);
        try (RawClient client = gateway.connected(MQTT_3_1_1)) {
            client.publish(TOPIC, EXACTLY_ONCE, 5, batch(reading(1)));
            client.publish(TOPIC, EXACTLY_ONCE, 5, batch(reading(1)));
            assertThat(client.next(300)).isNull();

            gateway.publisher.become(HeldPublisher.Mode.STORE);
            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREC);
            client.publish(TOPIC, EXACTLY_ONCE, 5, batch(reading(1)));
            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREC);
            client.release(5);
            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBCOMP);
            assertThat(gateway.publisher.stored).hasSize(1);

            client.publish(TOPIC, EXACTLY_ONCE, 5, batch(reading(2)));
            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREC);
            assertThat(gateway.publisher.stored).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"good, 0x00", "unknown meter, 0x10", "nonsense, 0x99", "too large, 0x97"})
    void tellsAnMqtt5ClientWhatBecameOfItsMessage(String payload, String code) throws IOException {
        String sent = switch (payload) {
            case "good" -> batch(reading(1));
            case "unknown meter" -> batch("{\"meter\":\"NONE\"}");
            case "too large" -> " ".repeat(100_001);
            default -> payload;
        };
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.publish(TOPIC, AT_LEAST_ONCE, 3, sent);

            assertThat(reason(client.next())).isEqualTo(Integer.decode(code).byteValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"MQTT_5, 0x87", "MQTT_3_1_1, 0x00"})
    void acknowledgesAForeignTopicButKeepsItAsRejected(MqttVersion version, String code) throws IOException {
        try (RawClient client = gateway.connected(version)) {
            client.publish("kw/v1/" + Plant.CODE + "/gw-2/readings", AT_LEAST_ONCE, 3, batch(reading(1)));

            assertThat(reason(client.next())).isEqualTo(Integer.decode(code).byteValue());
            assertThat(gateway.publisher.stored).extracting(Parcel::topic).containsExactly("energy.rejected");
            assertThat(new String(gateway.publisher.stored.get(0).value(), StandardCharsets.UTF_8))
                    .contains("not-your-topic");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void sendsAReceiptBeforeTheAcknowledgementWhenSomethingWasRefused(MqttVersion version) throws IOException {
        try (RawClient client = gateway.connected(version)) {
            client.subscribe(1, RECEIPTS);
            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.SUBACK);

            client.publish(TOPIC, AT_LEAST_ONCE, 3, batch(reading(1), "{\"meter\":\"NONE\"}"));

            MqttPublishMessage receipt = (MqttPublishMessage) client.next();
            assertThat(receipt.variableHeader().topicName()).isEqualTo(RECEIPTS);
            assertThat(receipt.payload().toString(StandardCharsets.UTF_8))
                    .startsWith("{\"batch\":\"b\",\"accepted\":1,\"refusedCount\":1,\"refused\":[{\"index\":1,"
                            + "\"meter\":\"NONE\",\"code\":\"unknown-meter\"");
            assertThat(packetId(client.next())).isEqualTo(3);
        }
    }

    private double inFlight() {
        return gateway.metrics.get(IngestMetrics.IN_FLIGHT).gauge().value();
    }

    private static int packetId(MqttMessage message) {
        return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
    }

    private static byte reason(MqttMessage message) {
        return message.variableHeader() instanceof MqttPubReplyMessageVariableHeader header ? header.reasonCode() : 0;
    }
}

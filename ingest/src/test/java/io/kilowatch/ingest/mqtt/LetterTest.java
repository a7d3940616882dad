package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.RECEIPTS;
import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.intake.UserProperty;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session offers and demands by the letter of MQTT 5. */
class LetterTest {
    private static final String TIME = "kw/v1/" + Plant.USER + "/time";

    private final GatewayFixture gateway = new GatewayFixture(Plant.registered());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aTopicAliasStandsForTheTopicItWasNamedWith() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.send(publish(TOPIC, 1, batch(reading(1)), alias(3)));
            client.send(publish("", 2, batch(reading(2)), alias(3)));

            assertThat(reasonCode(client.next())).isZero();
            assertThat(reasonCode(client.next())).isZero();
            assertThat(gateway.publisher.stored).hasSize(2);
        }
    }

    @Test
    void anAliasThatWasNeverNamedEndsTheSession() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.send(publish("", 1, batch(reading(1)), alias(3)));

            assertThat(disconnectCode(client.next())).isEqualTo((byte) 0x82);
        }
    }

    @ParameterizedTest
    @CsvSource({"c100, 81", "d000, 82", "00, 82", "3207000174000000 70, 82", "3006000174032300, 81"})
    void aPacketWithAFaultEndsTheSessionWithItsCode(String hex, String code) throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.send(HexFormat.of().parseHex(hex.replace(" ", "")));

            assertThat(disconnectCode(client.next())).isEqualTo(HexFormat.of().parseHex(code)[0]);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aPacketWithAFaultClosesTheConnectionOfAnOlderClientWithoutAWord() throws IOException {
        try (RawClient client = gateway.connected(MQTT_3_1_1)) {
            client.send(new byte[] {(byte) 0xC1, 0});

            assertThat(client.next(10_000)).isNull();
        }
    }

    @Test
    void aSessionThatWasNotToBeKeptCannotAskToBeKeptAtItsEnd() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.send(HexFormat.of().parseHex("e00700051100000001"));

            assertThat(disconnectCode(client.next())).isEqualTo((byte) 0x82);
        }
    }

    @Test
    void aRequestGetsItsReceiptWithItsCorrelationDataThoughNothingIsRefused() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.subscribe(1, RECEIPTS);
            client.next();

            client.send(publish(TOPIC, 2, batch(reading(1)), request(RECEIPTS, "q-7")));

            MqttPublishMessage receipt = (MqttPublishMessage) client.next();
            assertThat(receipt.payload().toString(UTF_8)).contains("\"accepted\":1");
            assertThat(correlation(receipt)).isEqualTo("q-7");
        }
    }

    @Test
    void aRequestForTheTimeIsAnsweredInEveryVersion() throws IOException {
        try (RawClient older = gateway.connected(MQTT_3_1_1);
                RawClient newer = gateway.client(MQTT_5)) {
            older.subscribe(1, RECEIPTS);
            older.next();
            older.publish(TIME, AT_LEAST_ONCE, 2, "");
            assertThat(((MqttPublishMessage) older.next()).payload().toString(UTF_8))
                    .contains("\"serverTime\":\"2026-11-22T02:16:00Z\"");

            newer.connect(Plant.USER, Plant.PASSWORD);
            newer.subscribe(1, RECEIPTS);
            newer.next();
            newer.send(publish(TIME, 2, "", request(RECEIPTS, "t")));
            MqttPublishMessage answer = (MqttPublishMessage) newer.next();
            assertThat(answer.payload().toString(UTF_8)).contains("serverTime");
            assertThat(correlation(answer)).isEqualTo("t");
            assertThat(gateway.publisher.seen).isEmpty();
        }
    }

    @Test
    void anAnswerIsNeverSentToAnotherTopic() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.subscribe(1, RECEIPTS);
            client.next();

            client.send(publish(TOPIC, 2, batch(reading(1)), request("kw/v1/other/gw/receipts", "q")));

            assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
        }
    }

    @Test
    void userPropertiesAreCarriedAlong() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            MqttProperties properties = new MqttProperties();
            properties.add(new UserProperties(List.of(new StringPair("firmware", "2.1"), new StringPair("line", "3"))));

            client.send(publish(TOPIC, 1, batch(reading(1)), properties));
            client.next();

            assertThat(gateway.publisher.stored.get(0).headers())
                    .containsExactly(new UserProperty("firmware", "2.1"), new UserProperty("line", "3"));
        }
    }

    @Test
    void aRefusalOfTheWholeMessageSaysWhyInItsReasonString() throws IOException {
        try (RawClient client = gateway.connected(MQTT_5)) {
            client.publish(TOPIC, AT_LEAST_ONCE, 1, "{\"readings\":");

            MqttPubReplyMessageVariableHeader header =
                    (MqttPubReplyMessageVariableHeader) client.next().variableHeader();
            assertThat(header.reasonCode()).isEqualTo((byte) 0x99);
            assertThat((String) header.properties()
                            .getProperty(MqttProperties.REASON_STRING)
                            .value())
                    .contains("cannot be read as a batch");
        }
    }

    @Test
    void aClientThatTakesNoConnackOfItsLengthIsSentNone() throws IOException {
        try (RawClient client = gateway.client(MQTT_5)) {
            client.send(HexFormat.of().parseHex("101300044d5154540502000a052700000002000170"));

            assertThat(client.next(10_000)).isNull();
        }
    }

    private static MqttMessage publish(String topic, int packetId, String payload, MqttProperties properties) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(AT_LEAST_ONCE)
                .messageId(packetId)
                .properties(properties)
                .payload(Unpooled.copiedBuffer(payload, UTF_8))
                .build();
    }

    private static MqttProperties alias(int alias) {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(MqttProperties.TOPIC_ALIAS, alias));
        return properties;
    }

    private static MqttProperties request(String responseTopic, String correlation) {
        MqttProperties properties = new MqttProperties();
        properties.add(new StringProperty(MqttProperties.RESPONSE_TOPIC, responseTopic));
        properties.add(new BinaryProperty(MqttProperties.CORRELATION_DATA, correlation.getBytes(UTF_8)));
        return properties;
    }

    private static String correlation(MqttPublishMessage message) {
        var found = message.variableHeader().properties().getProperty(MqttProperties.CORRELATION_DATA);
        return new String((byte[]) found.value(), UTF_8);
    }

    private static byte reasonCode(MqttMessage puback) {
        return ((MqttPubReplyMessageVariableHeader) puback.variableHeader()).reasonCode();
    }

    private static byte disconnectCode(MqttMessage message) {
        assertThat(message.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
        return ((MqttReasonCodeAndPropertiesVariableHeader) message.variableHeader()).reasonCode();
    }
}

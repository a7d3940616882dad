package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.EXACTLY_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.metrics.LimitMetrics;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rates and room on the wire. */
class LimitTest {
    private static final int QUOTA_EXCEEDED = 0x97;

    private @Nullable GatewayFixture gateway;

    @AfterEach
    void close() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void aDeviceThatSendsTooFastIsReadNoFasterAndLosesNothing(MqttVersion version) throws IOException {
        GatewayFixture with = start(Map.of("limit-device-messages", "2", "limit-burst", "PT1S"));
        try (RawClient client = with.connected(version)) {
            long began = System.nanoTime();
            MqttMessage[] packets = new MqttMessage[8];
            for (int id = 1; id <= packets.length; id++) {
                packets[id - 1] = RawClient.publishPacket(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)));
            }
            client.send(packets);

            for (int id = 1; id <= packets.length; id++) {
                assertThat(code(client.next())).isZero();
            }

            // Two at once, the third as a debt, and half a second for each of the others.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(2_400));
            assertThat(with.publisher.stored).hasSize(packets.length);
            assertThat(count(LimitMetrics.SLOWED)).isPositive();
        }
    }

    @Test
    void allDevicesOfAnEnterpriseShareItsRate() throws IOException {
        GatewayFixture with = start(Map.of("limit-enterprise-bytes", "1000", "limit-burst", "PT1S"));
        try (RawClient one = with.connected(MQTT_3_1_1);
                RawClient two = with.client(MQTT_3_1_1)) {
            two.connect(Plant.USER, Plant.PASSWORD, 60);
            one.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)) + " ".repeat(50_000));
            assertThat(code(one.next())).isZero();

            two.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
            assertThat(code(two.next())).isZero(); // owed together, so it is held from now on
            two.publish(TOPIC, AT_LEAST_ONCE, 2, batch(reading(2)));

            assertThat(two.next(1_000)).isNull();
            assertThat(count(LimitMetrics.SLOWED)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_LEAST_ONCE", "EXACTLY_ONCE"})
    void anMqtt5DeviceThatWouldHaveToWaitTooLongIsToldSo(MqttQoS qos) throws IOException {
        GatewayFixture with =
                start(Map.of("limit-enterprise-bytes", "1000", "limit-burst", "PT1S", "limit-longest-wait", "PT5S"));
        try (RawClient one = with.connected(MQTT_5);
                RawClient two = with.client(MQTT_5)) {
            two.connect(Plant.USER, Plant.PASSWORD, 60);
            one.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)) + " ".repeat(90_000));
            assertThat(code(one.next())).isZero();

            two.publish(TOPIC, qos, 7, batch(reading(1)));

            MqttMessage answer = two.next();
            assertThat(answer.fixedHeader().messageType())
                    .isEqualTo(qos == EXACTLY_ONCE ? MqttMessageType.PUBREC : MqttMessageType.PUBACK);
            assertThat(code(answer)).isEqualTo(QUOTA_EXCEEDED);
            assertThat(((MqttPubReplyMessageVariableHeader) answer.variableHeader())
                            .properties()
                            .listAll()
                            .toString())
                    .isNotEqualTo("[]");
            assertThat(with.publisher.stored).hasSize(1);
            assertThat(count(LimitMetrics.REFUSED)).isEqualTo(1);
        }
    }

    @Test
    void anOlderDeviceIsNeverRefused() throws IOException {
        GatewayFixture with =
                start(Map.of("limit-enterprise-bytes", "1000", "limit-burst", "PT1S", "limit-longest-wait", "PT5S"));
        try (RawClient one = with.connected(MQTT_3_1_1);
                RawClient two = with.client(MQTT_3_1_1)) {
            two.connect(Plant.USER, Plant.PASSWORD, 60);
            one.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)) + " ".repeat(90_000));
            one.next();

            two.publish(TOPIC, AT_LEAST_ONCE, 7, batch(reading(1)));

            assertThat(code(two.next())).isZero();
            assertThat(with.publisher.stored).hasSize(2);
        }
    }

    @Test
    void anEnterpriseHasNoMoreOnItsWayToKafkaThanItMay() throws IOException {
        GatewayFixture with = start(Map.of("limit-enterprise-in-flight", "65536", "mqtt-max-in-flight", "1000"));
        with.publisher.become(HeldPublisher.Mode.HOLD);
        String payload = batch(reading(1).replace("EL", "x".repeat(40_000))); // rejected, and kept with its payload
        try (RawClient one = with.connected(MQTT_3_1_1);
                RawClient two = with.client(MQTT_3_1_1)) {
            two.connect(Plant.USER, Plant.PASSWORD, 60);
            for (int id = 1; id <= 6; id++) {
                one.publish(TOPIC, AT_LEAST_ONCE, id, payload);
                two.publish(TOPIC, AT_LEAST_ONCE, id, payload);
            }
            await().until(() -> count(LimitMetrics.WAITED) == 2);

            // One to fill it, and one that each event loop may have begun with.
            assertThat(with.publisher.seen).hasSizeBetween(2, 3);
            assertThat(inFlight()).isBetween(65_536.0, 220_000.0);

            with.publisher.become(HeldPublisher.Mode.STORE);
            for (int id = 1; id <= 6; id++) {
                one.next();
                two.next();
            }
            assertThat(with.publisher.stored).hasSize(12);
            await().until(() -> inFlight() == 0);
        }
    }

    @Test
    void whatASessionHadOnItsWayCountsUntilKafkaHasIt() throws IOException {
        GatewayFixture with = start(Map.of());
        with.publisher.become(HeldPublisher.Mode.HOLD);
        RawClient client = with.connected(MQTT_5);
        client.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
        await().until(() -> with.publisher.seen.size() == 1);
        double before = inFlight();
        client.close();
        await().until(() ->
                with.metrics.get("kilowatch.ingest.connections").gauge().value() == 0);

        assertThat(inFlight()).isEqualTo(before).isPositive();
        with.publisher.become(HeldPublisher.Mode.STORE);
        await().until(() -> inFlight() == 0);
    }

    private GatewayFixture start(Map<String, String> options) {
        GatewayFixture started = new GatewayFixture(Plant.registered(), new HashMap<>(options));
        gateway = started;
        return started;
    }

    private double count(String metric) {
        return gateway == null ? 0 : gateway.metrics.counter(metric).count();
    }

    private double inFlight() {
        return gateway == null
                ? 0
                : gateway.metrics.get(LimitMetrics.IN_FLIGHT).gauge().value();
    }

    private static int code(MqttMessage answer) {
        return answer.variableHeader() instanceof MqttPubReplyMessageVariableHeader header
                ? Byte.toUnsignedInt(header.reasonCode())
                : 0;
    }
}

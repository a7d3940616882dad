package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.metrics.ProtectionMetrics;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits and lock-outs on the wire; every address of 127.0.0.0/8 is one of this machine's. */
class ProtectionTest {
    private static final String HOUR = "PT1H";

    private @Nullable GatewayFixture gateway;

    @AfterEach
    void close() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1_1, 0x03", "MQTT_5, 0x9F"})
    void locksADeviceOutAtTheAddressWhereItsPasswordIsGuessedAndNowhereElse(MqttVersion version, String code)
            throws IOException {
        start(Map.of("mqtt-lockout-attempts", "2", "mqtt-lockout-first", HOUR, "mqtt-lockout-longest", HOUR));
        for (int i = 0; i < 2; i++) {
            assertThat(connect("127.0.0.2", version, Plant.USER, "guess")).isNotZero();
        }

        assertThat(connect("127.0.0.2", version, Plant.USER, Plant.PASSWORD)).isEqualTo(Integer.decode(code));
        assertThat(connect("127.0.0.3", version, Plant.USER, Plant.PASSWORD)).isZero();
        assertThat(metric(ProtectionMetrics.UNHEARD, "of", "device")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1_1, 0x05", "MQTT_5, 0x8A"})
    void bansAnAddressThatTriesManyNamesButNotTheDeviceThatSignedInFromThere(MqttVersion version, String code)
            throws IOException {
        start(Map.of("mqtt-lockout-address-attempts", "3", "mqtt-lockout-first", HOUR, "mqtt-lockout-longest", HOUR));
        assertThat(connect("127.0.0.2", version, Plant.USER, Plant.PASSWORD)).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(connect("127.0.0.2", version, Plant.CODE + "/none-" + i, "guess"))
                    .isNotZero();
        }

        assertThat(connect("127.0.0.2", version, Plant.CODE + "/none-9", "guess"))
                .isEqualTo(Integer.decode(code));
        assertThat(connect("127.0.0.2", version, Plant.USER, Plant.PASSWORD)).isZero();
    }

    @Test
    void letsADeviceInAgainWhenItsLockOutIsOver() throws IOException {
        start(Map.of("mqtt-lockout-attempts", "1", "mqtt-lockout-first", "PT0.3S"));
        assertThat(connect("127.0.0.2", MQTT_5, Plant.USER, "guess")).isNotZero();

        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> connect("127.0.0.2", MQTT_5, Plant.USER, Plant.PASSWORD) == 0);
    }

    @Test
    void tellsAnAddressThatItHasTooManyConnections() throws IOException {
        start(Map.of("mqtt-max-connections-per-address", "1"));
        try (RawClient first = from("127.0.0.2", MQTT_5);
                RawClient elsewhere = from("127.0.0.3", MQTT_5)) {
            first.connect(Plant.USER, Plant.PASSWORD);

            assertThat(connect("127.0.0.2", MQTT_5, Plant.USER, Plant.PASSWORD)).isEqualTo(0x97);
            assertThat(code(elsewhere.connect(Plant.USER, Plant.PASSWORD))).isZero();
        }
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> connect("127.0.0.2", MQTT_5, Plant.USER, Plant.PASSWORD) == 0);
    }

    @Test
    void closesAConnectionThatIsOneTooManyInAll() throws IOException {
        GatewayFixture open = start(Map.of("mqtt-max-connections", "1"));
        try (RawClient first = open.client(MQTT_5);
                RawClient second = open.client(MQTT_5)) {
            assertThat(second.isClosedByServer()).isTrue();
            assertThat(code(first.connect(Plant.USER, Plant.PASSWORD))).isZero();
        }
        assertThat(metric(ProtectionMetrics.REFUSED, "limit", "all")).isPositive();
    }

    @Test
    void closesAConnectionThatIsSlowToConnect() throws IOException {
        GatewayFixture open = start(Map.of("mqtt-connect-timeout", "PT1S"));
        try (RawClient client = open.client(MQTT_3_1_1)) {
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void keepsReadingButSlowlyWhatAnAddressSendsTooFast() throws IOException {
        start(Map.of("mqtt-address-bytes-per-second", "20000"));
        try (RawClient client = from("127.0.0.2", MQTT_5)) {
            client.connect(Plant.USER, Plant.PASSWORD);
            long begun = System.nanoTime();
            String filler = " ".repeat(30_000);
            for (int id = 1; id <= 4; id++) {
                client.publish(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)) + filler);
            }
            for (int id = 1; id <= 4; id++) {
                assertThat(client.next(60_000)).isNotNull();
            }
            // 120,000 bytes, of which 80,000 may come at once and the rest at 20,000 a second.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_000));
        }
    }

    @Test
    void tellsMqtt5TheKeepAliveThatHoldsAndClosesASilentClient() throws IOException {
        GatewayFixture open = start(Map.of("mqtt-max-keep-alive", "1"));
        try (RawClient client = open.client(MQTT_5)) {
            MqttConnAckMessage answer = client.connect(MqttMessageBuilders.connect()
                    .protocolVersion(MQTT_5)
                    .clientId("silent")
                    .keepAlive(0)
                    .cleanSession(true)
                    .username(Plant.USER)
                    .password(Plant.PASSWORD.getBytes(StandardCharsets.UTF_8))
                    .build());

            assertThat(answer.variableHeader()
                            .properties()
                            .getProperty(MqttProperties.SERVER_KEEP_ALIVE)
                            .value())
                    .isEqualTo(1);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void heedsTheAddressThatABalancerTells() throws IOException {
        start(Map.of("mqtt-proxy-protocol", "127.0.0.2", "mqtt-max-connections-per-address", "1"));
        try (RawClient first = from("127.0.0.2", MQTT_5);
                RawClient second = from("127.0.0.2", MQTT_5);
                RawClient third = from("127.0.0.2", MQTT_5);
                RawClient stranger = from("127.0.0.3", MQTT_5)) {
            first.send(header("198.51.100.7"));
            assertThat(code(first.connect(Plant.USER, Plant.PASSWORD))).isZero();
            second.send(header("198.51.100.7"));
            assertThat(code(second.connect(Plant.USER, Plant.PASSWORD))).isEqualTo(0x97);
            third.send(header("198.51.100.8"));
            assertThat(code(third.connect(third.connectPacket("other", Plant.USER, Plant.PASSWORD))))
                    .isZero();
            assertThat(stranger.isClosedByServer()).isTrue();
            first.publish(TOPIC, AT_LEAST_ONCE, 1, batch(reading(1)));
            assertThat(first.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
        }
    }

    private static byte[] header(String address) {
        return ("PROXY TCP4 " + address + " 192.0.2.1 40000 1883\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private GatewayFixture start(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of("mqtt-exempt-networks", "none"));
        all.putAll(options);
        GatewayFixture opened = new GatewayFixture(Plant.registered(), all);
        gateway = opened;
        return opened;
    }

    private RawClient from(String address, MqttVersion version) throws IOException {
        GatewayFixture open = Objects.requireNonNull(gateway);
        return new RawClient(new Socket("127.0.0.1", open.ingest.port(), InetAddress.getByName(address), 0), version);
    }

    private int connect(String address, MqttVersion version, String user, String password) throws IOException {
        try (RawClient client = from(address, version)) {
            return code(client.connect(user, password));
        }
    }

    private double metric(String name, String tag, String value) {
        return Objects.requireNonNull(gateway).metrics.counter(name, tag, value).count();
    }

    private static int code(MqttConnAckMessage answer) {
        return Byte.toUnsignedInt(answer.variableHeader().connectReturnCode().byteValue());
    }
}

package io.kilowatch.ingest.mqtt;

import static io.kilowatch.ingest.mqtt.GatewayFixture.TOPIC;
import static io.kilowatch.ingest.mqtt.GatewayFixture.batch;
import static io.kilowatch.ingest.mqtt.GatewayFixture.reading;
import static io.kilowatch.ingest.mqtt.TlsFixture.OPERATOR;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.ingest.Plant;
import io.kilowatch.ingest.TestAuthority;
import io.kilowatch.ingest.TestAuthority.Leaf;
import io.kilowatch.ingest.metrics.ProtectionMetrics;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TlsSessionTest {
    private static final String SUBJECT = "CN=gw-1,O=" + Plant.CODE;

    private final Plant plant = new Plant();
    private final Leaf device = OPERATOR.leaf(SUBJECT);
    private TlsFixture tls;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        plant.registerWithCertificate(SUBJECT, 7);
        tls = new TlsFixture(folder, plant);
    }

    @AfterEach
    void close() {
        tls.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void admitsADeviceByItsCertificateAlone(MqttVersion version) throws Exception {
        try (RawClient client = tls.client(version, Optional.of(device))) {
            assertThat(code(client.connect(client.connectPacket()))).isZero();
            acknowledges(client, 1);
        }
    }

    @Test
    void admitsADeviceByItsPasswordOverTlsAndOverPlainTcpBesideIt() throws Exception {
        plant.register(Plant.PASSWORD, 8);
        try (RawClient secured = tls.client(MQTT_5, Optional.empty());
                RawClient plain = tls.gateway.client(MQTT_5)) {
            assertThat(code(secured.connect(Plant.USER, Plant.PASSWORD))).isZero();
            acknowledges(secured, 1);
            assertThat(code(plain.connect(plain.connectPacket("another", Plant.USER, Plant.PASSWORD))))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1_1, 0x05", "MQTT_5, 0x87"})
    void refusesACertificateThatNoDeviceIsRegisteredFor(MqttVersion version, String code) throws Exception {
        Leaf stranger = OPERATOR.leaf("CN=gw-9,O=" + Plant.CODE);
        try (RawClient client = tls.client(version, Optional.of(stranger))) {
            assertThat(code(client.connect(client.connectPacket()))).isEqualTo(Integer.decode(code));
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void wantsTheUserNameIfThereIsOneToBeThatOfTheCertificate() throws Exception {
        try (RawClient wrong = tls.client(MQTT_5, Optional.of(device));
                RawClient nameless = tls.client(MQTT_5, Optional.of(device));
                RawClient right = tls.client(MQTT_5, Optional.of(device))) {
            assertThat(code(wrong.connect(Plant.CODE + "/gw-2", "any"))).isEqualTo(0x87);
            assertThat(code(nameless.connect(nameless.connectPacket("id", Plant.CODE + "/gw-2", null))))
                    .isEqualTo(0x87);
            assertThat(code(right.connect(right.connectPacket("id", Plant.USER, null))))
                    .isZero();
        }
    }

    @Test
    void endsASessionWhoseCertificateIsRevokedAndLetsItInNoMore() throws Exception {
        SSLContext context = TlsFixture.context(Optional.of(device));
        try (RawClient client = new RawClient(tls.socket(context), MQTT_5)) {
            client.connect(client.connectPacket());
            acknowledges(client, 1);

            tls.revoke(device);

            assertThat(disconnectCode(client.next())).isEqualTo(0x87);
        }
        // The same context resumes its TLS session, in which no certificate is verified.
        try (RawClient again = new RawClient(tls.socket(context), MQTT_5)) {
            assertThat(isRefused(again)).isTrue();
        } catch (IOException e) {
            assertThat(e).isNotNull(); // or the handshake fails
        }
    }

    @Test
    void endsASessionWhoseCaIsTrustedNoMore() throws Exception {
        TestAuthority other = new TestAuthority("CN=other");
        tls.trust("other", other);
        Leaf leaf = other.leaf(SUBJECT);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (RawClient client = tls.client(MQTT_5, Optional.of(leaf))) {
                return code(client.connect(client.connectPacket())) == 0;
            } catch (IOException e) {
                return false;
            }
        });
        try (RawClient client = tls.client(MQTT_5, Optional.of(leaf))) {
            client.connect(client.connectPacket());

            tls.trustNoMore("other");

            assertThat(disconnectCode(client.next())).isEqualTo(0x87);
        }
    }

    @Test
    void endsASessionWhoseSubjectIsRegisteredNoMore() throws Exception {
        try (RawClient client = tls.client(MQTT_5, Optional.of(device))) {
            client.connect(client.connectPacket());

            plant.register(Plant.PASSWORD, 8);

            assertThat(disconnectCode(client.next())).isEqualTo(0x87);
        }
    }

    @Test
    void endsASessionWhenItsDeviceConnectsAgain() throws Exception {
        try (RawClient older = tls.client(MQTT_5, Optional.of(device));
                RawClient newer = tls.client(MQTT_5, Optional.of(device))) {
            older.connect(older.connectPacket());
            newer.connect(newer.connectPacket());

            assertThat(disconnectCode(older.next())).isEqualTo(0x8E);
            acknowledges(newer, 1);
        }
    }

    @Test
    void countsHandshakesThatFail() throws Exception {
        try (RawClient client = new RawClient(tls.gateway.ingest.tlsPort(), MQTT_3_1_1)) {
            client.send(client.connectPacket());
            assertThat(client.isClosedByServer()).isTrue();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tls.gateway
                                .metrics
                                .counter(ProtectionMetrics.HANDSHAKES_FAILED)
                                .count()
                        >= 1);
    }

    @Test
    void wantsACertificateOfEveryClientIfToldSo(@TempDir Path folder) throws Exception {
        try (TlsFixture strict = new TlsFixture(folder, plant, Map.of("mqtt-client-certificate", "required"));
                RawClient client = strict.client(MQTT_5, Optional.of(device))) {
            assertThat(code(client.connect(client.connectPacket()))).isZero();
            try (RawClient without = strict.client(MQTT_5, Optional.empty())) {
                assertThat(isRefused(without)).isTrue();
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static boolean isRefused(RawClient client) throws IOException {
        try {
            client.send(client.connectPacket());
            MqttMessage answer = client.next(30_000);
            return answer == null || code((MqttConnAckMessage) answer) == 0x87;
        } catch (IOException e) {
            return true;
        }
    }

    private static void acknowledges(RawClient client, int id) throws IOException {
        client.publish(TOPIC, AT_LEAST_ONCE, id, batch(reading(id)));
        assertThat(client.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
    }

    private static int code(MqttConnAckMessage answer) {
        return Byte.toUnsignedInt(answer.variableHeader().connectReturnCode().byteValue());
    }

    private static int disconnectCode(MqttMessage message) {
        assertThat(message.fixedHeader().messageType()).isEqualTo(MqttMessageType.DISCONNECT);
        return Byte.toUnsignedInt(((MqttReasonCodeAndPropertiesVariableHeader) message.variableHeader()).reasonCode());
    }
}

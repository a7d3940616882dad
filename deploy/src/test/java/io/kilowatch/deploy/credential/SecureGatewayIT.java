package io.kilowatch.deploy.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's CA, the commands and the gateway over TLS, tried with Mosquitto's, HiveMQ's and Python's clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureGatewayIT {
    private static final String CODE = SecureGateway.CODE;
    private static final Duration LONG = Duration.ofSeconds(60);

    private SecureGateway gateway;
    private HiveDevices hive;

    @BeforeAll
    void start() throws Exception {
        gateway = new SecureGateway(Map.of(
                "mqtt-exempt-networks", "127.0.0.1",
                "mqtt-lockout-attempts", "2",
                "mqtt-lockout-first", "PT1H",
                "mqtt-lockout-longest", "PT1H",
                "mqtt-max-connections-per-address", "2"));
        hive = new HiveDevices(gateway);
    }

    @AfterAll
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aPasswordIsIssuedReplacedAndTakenAway() throws Exception {
        JsonNode card = gateway.device("add", "pw-1");
        assertThat(card.path("host").asText()).isEqualTo("127.0.0.1");
        eventually(0, () -> publish(card, "mqttv5"));
        assertThat(publish(card, "mqttv311")).isZero();

        JsonNode next = gateway.device("rotate", "pw-1");
        eventually(0, () -> publish(next, "mqttv5"));
        assertThat(publish(card, "mqttv5")).isNotZero();

        assertThat(gateway.revoke("pw-1").code()).isZero();
        await().atMost(LONG).until(() -> publish(next, "mqttv311") != 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec", "rsa"})
    void aCertificateIsIssuedReplacedAndRevoked(String kind) throws Exception {
        String device = "cert-" + kind;
        JsonNode first = gateway.device("add", device, "--certificate", "--key-type=" + kind);
        eventually(0, () -> publish(first, "mqttv5"));
        JsonNode kept = MosquittoDevice.kept(first);

        JsonNode second = gateway.device("rotate", device, "--certificate", "--key-type=" + kind);
        eventually(0, () -> publish(second, "mqttv311"));
        await().atMost(LONG).until(() -> publish(kept, "mqttv5") != 0);

        assertThat(gateway.revoke(device).text()).contains("revoked    1 certificate");
        await().atMost(LONG).until(() -> publish(second, "mqttv5") != 0);
    }

    @Test
    void aKeyThatTheDeviceHasMadeItselfIsCertifiedByRequest() throws Exception {
        Path key = gateway.folder.resolve("own.key");
        Path request = gateway.folder.resolve("own.csr");
        assertThat(Tool.run(List.of(
                                "openssl",
                                "req",
                                "-new",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-subj",
                                "/CN=whatever",
                                "-keyout",
                                key.toString(),
                                "-out",
                                request.toString()))
                        .code())
                .isZero();

        JsonNode card = gateway.device("add", "own-key", "--certificate", "--csr=" + request);

        assertThat(card.has("key")).isFalse();
        ((ObjectNode) card).put("key", key.toString());
        eventually(0, () -> publish(card, "mqttv5"));
    }

    @Test
    void pahosSessionEndsWhenItsCertificateIsRevoked() throws Exception {
        JsonNode card = gateway.device("add", "python", "--certificate");
        eventually(0, () -> publish(card, "mqttv5"));
        Path script = gateway.folder.resolve("secured.py");
        Files.copy(
                Objects.requireNonNull(SecureGatewayIT.class.getResourceAsStream("secured.py")),
                script,
                StandardCopyOption.REPLACE_EXISTING);
        CompletableFuture<Tool.Ended> session = CompletableFuture.supplyAsync(() -> {
            try {
                return Tool.run(List.of(
                        Tool.PYTHON,
                        script.toString(),
                        port(),
                        card.path("ca").asText(),
                        card.path("certificate").asText(),
                        card.path("key").asText()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(LONG).until(() -> gateway.connections() > 0 || session.isDone());

        gateway.authority.revoke(
                "CN=python,O=" + CODE, Optional.empty(), gateway.authority.open(Optional.empty()), Instant.now());

        assertThat(session.join().text()).contains("connected 0", "ended 135");
    }

    @Test
    void clientsOfAnotherCaComeInOnceItIsTrustedAndLeaveWhenItIsNot() throws Exception {
        gateway.device("add", "hive", "--certificate");
        AuthorityFolder other = new AuthorityFolder(gateway.folder.resolve("other"));
        other.init("other", Keys.pair("ec"), Optional.empty(), Instant.now(), Duration.ofDays(1));
        Authority signer = other.open(Optional.empty());
        var pair = Keys.pair("ec");
        X509Certificate certificate = signer.issue(
                new Authority.Wish(
                        new X500Principal("CN=hive,O=" + CODE),
                        pair.getPublic(),
                        Authority.Use.DEVICE,
                        List.of(),
                        Instant.now().plus(Duration.ofDays(1))),
                Instant.now());
        MqttClientSslConfig tls = hive.tls(pair.getPrivate(), certificate);
        assertThatThrownBy(() -> hive.connect(tls).disconnect()).isInstanceOf(Exception.class);

        Path trusted = gateway.authority.certificate().resolveSibling("other.crt");
        Files.copy(other.certificate(), trusted);
        await().atMost(LONG).until(() -> hive.isLetIn(tls));
        Mqtt5BlockingClient client = hive.connect(tls);
        client.publishWith()
                .topic("kw/v1/" + CODE + "/hive/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload("{\"readings\":[]}".getBytes(UTF_8))
                .send();

        Files.delete(trusted);
        await().atMost(LONG).until(() -> !client.getState().isConnected());
        await().atMost(LONG).until(() -> !hive.isLetIn(tls));
    }

    @Test
    void theGatewaysCertificateIsRenewedWhileItRuns() throws Exception {
        String before = serial();

        assertThat(SecureGateway.run("device", "ca", "server", "127.0.0.1", "--ca=" + gateway.authority.folder())
                        .code())
                .isZero();

        await().atMost(LONG).until(() -> !serial().equals(before));
    }

    @Test
    void olderVersionsOfTlsAndWeakCiphersAreRefused() throws Exception {
        assertThat(handshake("-tls1_2").text()).contains("Cipher is ECDHE-ECDSA-AES");
        assertThat(handshake("-tls1_3").text()).contains("Cipher is TLS_AES");

        assertThat(handshake("-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0").text()).contains("Cipher is (NONE)");
        assertThat(handshake("-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA").text())
                .contains("Cipher is (NONE)");
    }

    @Test
    void plainTcpBeyondLoopbackIsRefusedAtTheStartWithTheWayToMendIt() {
        SecureGateway.Ran ran = SecureGateway.run("ingest", "--mqtt-host=0.0.0.0");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.text()).contains("--mqtt-host is 0.0.0.0", "--mqtt-tls-certificate", "--mqtt-plain=anywhere");
    }

    @Test
    void theCardIsInBothLanguagesAndTheSecretIsNotInTheRegistry() throws Exception {
        SecureGateway.Ran ran =
                gateway.registered("device", "add", CODE, "card-1", "--ca=" + gateway.authority.folder());

        assertThat(ran.text()).contains("服务器", "server", "口令", "mosquitto_pub -V 5", "█", "  - id: card-1");
        String password = ran.text().replaceAll("(?s).*password\\s+(\\S+) .*", "$1");
        assertThat(password).matches("[a-z0-9-]{29}");
        assertThat(gateway.document()).contains("card-1").doesNotContain(password);
        assertThat(gateway.registered("device", "add", CODE, "card-1", "--ca=" + gateway.authority.folder())
                        .text())
                .contains("device rotate");
    }

    @Test
    void guessesAreHeardNoMoreAtTheirAddressAndTheDeviceIsHeardElsewhere() throws Exception {
        JsonNode card = gateway.device("add", "guessed");
        eventually(0, () -> publish(card, "mqttv5"));
        ObjectNode guess = card.deepCopy();
        guess.put("password", "guess");
        for (int i = 0; i < 2; i++) {
            assertThat(MosquittoDevice.publishing(guess, "mqttv5", "-A", "127.0.0.2")
                            .text())
                    .containsIgnoringCase("bad user name");
        }

        assertThat(MosquittoDevice.publishing(card, "mqttv5", "-A", "127.0.0.2").text())
                .containsIgnoringCase("rate exceeded");
        assertThat(MosquittoDevice.publishing(card, "mqttv311", "-A", "127.0.0.2")
                        .text())
                .containsIgnoringCase("unavailable");
        assertThat(MosquittoDevice.publishing(card, "mqttv5", "-A", "127.0.0.3").code())
                .isZero();
    }

    @Test
    void anAddressHasNoMoreConnectionsThanItMay() throws Exception {
        JsonNode card = gateway.device("add", "crowd");
        eventually(0, () -> publish(card, "mqttv5"));
        List<Mqtt5BlockingClient> crowd = List.of(
                hive.member(card, "a", "127.0.0.4"),
                hive.member(card, "b", "127.0.0.4"),
                hive.member(card, "c", "127.0.0.4"));
        crowd.get(0).connect();
        crowd.get(1).connect();

        assertThatThrownBy(() -> crowd.get(2).connect())
                .isInstanceOfSatisfying(
                        Mqtt5ConnAckException.class,
                        refused -> assertThat(refused.getMqttMessage().getReasonCode())
                                .isEqualTo(Mqtt5ConnAckReasonCode.QUOTA_EXCEEDED));
        Mqtt5BlockingClient elsewhere = hive.member(card, "d", "127.0.0.5");
        elsewhere.connect();
        for (Mqtt5BlockingClient open : List.of(crowd.get(0), crowd.get(1), elsewhere)) {
            open.disconnect();
        }
    }

    private interface Attempt {
        int code() throws Exception;
    }

    /** The registry and the files reach the gateway a moment later. */
    private static void eventually(int code, Attempt attempt) {
        await().atMost(LONG).until(() -> attempt.code() == code);
    }

    /** Publishes as the card's example says; the exit code of Mosquitto's client. */
    private static int publish(JsonNode card, String version) throws Exception {
        return MosquittoDevice.publishing(card, version).code();
    }

    private String serial() throws Exception {
        String text = handshake().text();
        return text.substring(text.indexOf("-----BEGIN CERTIFICATE-----"), text.indexOf("-----END CERTIFICATE-----"));
    }

    private Tool.Ended handshake(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port()));
        command.addAll(List.of(more));
        return Tool.run(command);
    }

    private String port() {
        return Integer.toString(gateway.ingest.tlsPort());
    }
}

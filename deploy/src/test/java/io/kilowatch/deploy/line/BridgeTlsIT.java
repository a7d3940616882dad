package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.Mosquitto;
import io.kilowatch.deploy.testing.Skip;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bridge on a broker that speaks TLS and wants a password. */
class BridgeTlsIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final TestPlant PLANT = new TestPlant(54, 13_000);

    private final Path folder = TestFolder.fresh("mosquitto-tls");
    private Mosquitto broker;

    @BeforeEach
    void start() throws Exception {
        certificate("server", "subjectAltName=IP:127.0.0.1");
        certificate("other", "subjectAltName=DNS:elsewhere.example");
        run("mosquitto_passwd", "-b", "-c", folder + "/passwords", "bridge", "secret");
        broker = Mosquitto.start(
                folder,
                "allow_anonymous false",
                "password_file " + folder + "/passwords",
                "certfile " + folder + "/server.pem",
                "keyfile " + folder + "/server.key");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void connectsWithThePasswordToABrokerWhoseCertificateItTrusts() {
        try (RunningBridge bridge = RunningBridge.start(options("secret", "server.pem"), PLANT)) {
            await().atMost(LONG).until(bridge::isConnected);
        }
    }

    @Test
    void staysAwayFromABrokerWhoseCertificateItDoesNotTrust() {
        try (RunningBridge bridge = RunningBridge.start(options("secret", "other.pem"), PLANT)) {
            await().atMost(LONG).until(() -> said().contains("unknown ca") || said().contains("certificate unknown"));
            assertThat(bridge.isConnected()).isFalse();
        }
    }

    @Test
    void isNotConnectedWithAWrongPassword() {
        try (RunningBridge bridge = RunningBridge.start(options("wrong", "server.pem"), PLANT)) {
            await().atMost(LONG).until(() -> said().contains("not authorised"));
            assertThat(bridge.isConnected()).isFalse();
        }
    }

    private Map<String, String> options(String password, String ca) {
        return Map.of(
                "bridge-url",
                "mqtts://127.0.0.1:" + broker.port(),
                "bridge-client-id",
                "one",
                "bridge-user",
                "bridge",
                "bridge-password",
                password,
                "bridge-ca",
                folder.resolve(ca).toString(),
                "kafka-bootstrap",
                "127.0.0.1:1");
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("log.txt"));
    }

    private void certificate(String name, String extension) throws Exception {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-addext",
                extension,
                "-keyout",
                folder + "/" + name + ".key",
                "-out",
                folder + "/" + name + ".pem");
    }

    private void run(String... words) throws Exception {
        Path log = folder.resolve("setup.txt");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        } catch (IOException e) {
            Skip.because("the tests of a broker with TLS", e.toString(), "To run them: install openssl and mosquitto.");
        }
    }
}

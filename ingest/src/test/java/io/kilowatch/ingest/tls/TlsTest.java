package io.kilowatch.ingest.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.ingest.TestAuthority;
import io.kilowatch.ingest.TestAuthority.Leaf;
import io.kilowatch.ingest.metrics.ProtectionMetrics;
import io.kilowatch.platform.config.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LESS_LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");

    private static final TestAuthority OPERATOR = new TestAuthority("CN=operator");
    private static final TestAuthority OTHER = new TestAuthority("CN=other");
    private static final Leaf SERVER = OPERATOR.leaf("CN=gateway");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        serve(SERVER);
        Files.createDirectories(folder.resolve("cas"));
        Files.createDirectories(folder.resolve("crls"));
        trust("operator", OPERATOR);
    }

    @Test
    void trustsClientsOfEachCaInItsOwnDatesAndOfNoOther() throws Exception {
        TestAuthority past = new TestAuthority("CN=past", LONG_AGO, LESS_LONG_AGO);
        trust("past", past);
        ClientTrust clients = tls().clients();

        assertThat(clients.stands(presented(OPERATOR.leaf("CN=gw-1")))).isTrue();
        assertThat(clients.stands(presented(past.leaf("CN=gw-1")))).isFalse();
        assertThat(clients.stands(presented(OTHER.leaf("CN=gw-1")))).isFalse();
        assertThat(clients.stands(presented(OPERATOR.leaf("CN=gw-1", LONG_AGO, LESS_LONG_AGO))))
                .isFalse();
    }

    @Test
    void trustsAnotherCaAndFormerOneNoMoreOnceItsFilesHaveChanged() throws Exception {
        Tls tls = tls();
        Presented old = presented(OPERATOR.leaf("CN=gw-1"));
        Presented fresh = presented(OTHER.leaf("CN=gw-1"));
        assertThat(tls.clients().stands(old)).isTrue();

        trust("other", OTHER);
        tls.look();
        assertThat(tls.clients().stands(old)).isTrue();
        assertThat(tls.clients().stands(fresh)).isTrue();

        Files.delete(folder.resolve("cas/operator.crt"));
        tls.look();
        assertThat(tls.clients().stands(old)).isFalse();
        assertThat(tls.clients().stands(fresh)).isTrue();
    }

    @Test
    void trustsARevokedCertificateNoMoreEvenIfTheListIsOutOfDate() throws Exception {
        Tls tls = tls();
        Leaf leaf = OPERATOR.leaf("CN=gw-1");
        Presented revoked = presented(leaf);
        Presented good = presented(OPERATOR.leaf("CN=gw-2"));
        assertThat(tls.clients().stands(revoked)).isTrue();

        TestAuthority.write(folder.resolve("crls/operator.crl"), OPERATOR.list(LESS_LONG_AGO, leaf));
        tls.look();

        assertThat(tls.clients().stands(revoked)).isFalse();
        assertThat(tls.clients().stands(good)).isTrue();
        assertThat(metrics.get(ProtectionMetrics.LIST_EXPIRES).gauge().value())
                .isEqualTo(LESS_LONG_AGO.getEpochSecond());
    }

    @Test
    void heedsNoListThatItsCaHasNotSigned() throws Exception {
        Leaf leaf = OPERATOR.leaf("CN=gw-1");
        TestAuthority impostor = new TestAuthority("CN=operator");
        TestAuthority.write(folder.resolve("crls/impostor.crl"), impostor.list(leaf));

        assertThat(tls().clients().stands(presented(leaf))).isTrue();
    }

    @Test
    void keepsWhatItHasWhereAFileCannotBeUsedAndReadsTheRest() throws Exception {
        Tls tls = tls();
        Leaf leaf = OPERATOR.leaf("CN=gw-1");
        Presented revoked = presented(leaf);
        Presented good = presented(OPERATOR.leaf("CN=gw-2"));

        Files.writeString(folder.resolve("cas/broken.crt"), "-----BEGIN CERTIFICATE-----\nMIIB");
        Files.writeString(folder.resolve("gateway.key"), "");
        TestAuthority.write(folder.resolve("crls/operator.crl"), OPERATOR.list(leaf));
        tls.look();

        assertThat(tls.clients().stands(revoked)).isFalse();
        assertThat(tls.clients().stands(good)).isTrue();
        assertThat(metrics.counter(ProtectionMetrics.RELOADS_FAILED).count()).isEqualTo(1);
    }

    @Test
    void takesNoDeviceForACa() throws Exception {
        Leaf device = OTHER.leaf("CN=gw-1");
        TestAuthority.write(folder.resolve("cas/device.crt"), device.certificate());

        assertThat(tls().clients().stands(presented(device))).isFalse();
    }

    @Test
    void saysWhichFileCannotBeUsedAtTheStart() throws Exception {
        TestAuthority.write(
                folder.resolve("gateway.key"), OPERATOR.leaf("CN=x").pair().getPrivate());
        assertThatThrownBy(this::tls)
                .isInstanceOf(TlsFault.class)
                .hasMessageContaining("gateway.key: is not the key of ")
                .hasMessageContaining("gateway.crt");

        Files.delete(folder.resolve("gateway.key"));
        assertThatThrownBy(this::tls).hasMessageContaining("gateway.key: cannot be read");
    }

    /** Each with its certificate: PKCS 8, and the older forms of both kinds, as OpenSSL writes them. */
    @ParameterizedTest
    @CsvSource({"EC, true", "EC, false", "RSA, true", "RSA, false"})
    void readsKeysInEachFormThatOpensslWrites(String kind, boolean pkcs8) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(kind.equals("EC") ? 256 : 2_048);
        KeyPair pair = generator.generateKeyPair();
        Object form = pkcs8 ? new JcaPKCS8Generator(pair.getPrivate(), null) : pair.getPrivate();
        Path file = TestAuthority.write(folder.resolve("some.key"), form);

        PrivateKey read = PemKey.read(file, Files.readString(file), pair.getPublic());

        Signature signature = Signature.getInstance("SHA256with" + (kind.equals("EC") ? "ECDSA" : "RSA"));
        signature.initSign(read);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        assertThat(signature.verify(signed)).isTrue();
    }

    private void serve(Leaf leaf) {
        TestAuthority.write(folder.resolve("gateway.crt"), leaf.certificate(), OPERATOR.certificate());
        TestAuthority.write(folder.resolve("gateway.key"), leaf.pair().getPrivate());
    }

    private void trust(String name, TestAuthority authority) {
        TestAuthority.write(folder.resolve("cas/" + name + ".crt"), authority.certificate());
    }

    private static Presented presented(Leaf leaf) {
        return new Presented(List.of(leaf.certificate()));
    }

    private Tls tls() throws TlsFault {
        Map<String, String> options = new HashMap<>(Map.of(
                "mqtt-tls-certificate", folder.resolve("gateway.crt").toString(),
                "mqtt-tls-key", folder.resolve("gateway.key").toString(),
                "mqtt-client-cas", folder.resolve("cas").toString(),
                "mqtt-client-crls", folder.resolve("crls").toString()));
        TlsConfig config = TlsConfig.from(new Settings(options, Map.of())).orElseThrow();
        return Tls.open(config, new ProtectionMetrics(metrics));
    }
}

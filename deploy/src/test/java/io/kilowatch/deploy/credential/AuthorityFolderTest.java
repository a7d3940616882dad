package io.kilowatch.deploy.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String SUBJECT = "CN=gw-1,O=91640100MA0EXAM01U";

    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"ec", "rsa"})
    void signsCertificatesThatItsCertificateVerifies(String kind) throws Exception {
        AuthorityFolder folder = founded(kind, Optional.empty());
        Authority authority = folder.open(Optional.empty());

        X509Certificate device = issue(folder, authority, SUBJECT);

        device.verify(authority.certificate().getPublicKey());
        assertThat(device.getSubjectX500Principal().getName()).isEqualTo(SUBJECT);
        assertThat(device.getBasicConstraints()).isNegative();
        assertThat(device.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(device.getNotBefore().toInstant()).isBefore(NOW);
        assertThat(device.getNotAfter().toInstant()).isEqualTo(NOW.plus(YEAR));
        assertThat(authority.certificate().getBasicConstraints()).isZero();
    }

    @Test
    void certifiesTheGatewayUnderItsNamesAndAddresses() throws Exception {
        Authority authority = founded("ec", Optional.empty()).open(Optional.empty());
        X509Certificate gateway = authority.issue(
                new Authority.Wish(
                        new X500Principal("CN=mqtt.example.cn"),
                        Keys.pair("ec").getPublic(),
                        Authority.Use.SERVER,
                        List.of("mqtt.example.cn", "192.0.2.1", "2001:db8::1"),
                        NOW.plus(YEAR)),
                NOW);

        assertThat(gateway.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("mqtt.example.cn", "192.0.2.1", "2001:db8:0:0:0:0:0:1");
        assertThat(gateway.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void revokesTheGoodCertificatesOfASubjectButTheOneThatTakesTheirPlace() throws Exception {
        AuthorityFolder folder = founded("ec", Optional.empty());
        Authority authority = folder.open(Optional.empty());
        X509Certificate first = issue(folder, authority, SUBJECT);
        X509Certificate second = issue(folder, authority, SUBJECT);
        X509Certificate other = issue(folder, authority, "CN=gw-2,O=91640100MA0EXAM01U");

        assertThat(folder.revoke(SUBJECT, Optional.of(second), authority, NOW)).isEqualTo(1);
        assertThat(folder.revoke(SUBJECT, Optional.of(second), authority, NOW)).isZero();
        assertThat(revoked(folder, first, second, other)).containsExactly(first);

        assertThat(folder.revoke(SUBJECT, Optional.empty(), authority, NOW)).isEqualTo(1);
        assertThat(revoked(folder, first, second, other)).containsExactly(first, second);
        assertThat(folder.issued()).extracting(Issued::superseded).containsExactly(true, false, false);
    }

    @Test
    void leavesOutOfItsListWhatHasExpiredAnyway() throws Exception {
        AuthorityFolder folder = founded("ec", Optional.empty());
        Authority authority = folder.open(Optional.empty());
        X509Certificate certificate = issue(folder, authority, SUBJECT);
        folder.revoke(SUBJECT, Optional.empty(), authority, NOW);

        folder.renewList(authority, NOW.plus(YEAR));

        assertThat(revoked(folder, certificate)).isEmpty();
        assertThat(folder.issued()).hasSize(1);
    }

    @Test
    void keepsItsKeyFromOthersAndBehindAPassphraseIfThereIsOne() throws Exception {
        AuthorityFolder folder = founded("ec", Optional.of("secret 口令"));

        Path key = folder.folder().resolve("private").resolve("ca.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(folder.open(Optional.of("secret 口令")).key().getAlgorithm()).isEqualTo("EC");
        assertThatThrownBy(() -> folder.open(Optional.of("wrong")))
                .isInstanceOf(CredentialFault.class)
                .hasMessageContaining("passphrase");
        assertThatThrownBy(() -> folder.open(Optional.empty())).hasMessageContaining("KILOWATCH_CA_PASSPHRASE");
    }

    @Test
    void isFoundedOnceOnly() throws Exception {
        AuthorityFolder folder = founded("ec", Optional.empty());
        String before = Files.readString(folder.certificate());

        assertThatThrownBy(() -> init(folder, "ec", Optional.empty())).isInstanceOf(CredentialFault.class);
        assertThat(Files.readString(folder.certificate())).isEqualTo(before);
        assertThatThrownBy(() -> new AuthorityFolder(parent.resolve("none")).open(Optional.empty()))
                .hasMessageContaining("device ca init");
    }

    @Test
    void leavesNoHalfWrittenFiles() throws Exception {
        AuthorityFolder folder = founded("ec", Optional.empty());

        try (Stream<Path> files = Files.walk(folder.folder())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.crt", "ca.crl", "ca.key", "issued.csv");
        }
    }

    private static List<X509Certificate> revoked(AuthorityFolder folder, X509Certificate... some) throws Exception {
        var list = CertificateFactory.getInstance("X.509").generateCRL(Files.newInputStream(folder.list()));
        return Stream.of(some).filter(list::isRevoked).toList();
    }

    private static X509Certificate issue(AuthorityFolder folder, Authority authority, String subject)
            throws IOException {
        X509Certificate certificate = authority.issue(
                new Authority.Wish(
                        new X500Principal(subject),
                        Keys.pair("ec").getPublic(),
                        Authority.Use.DEVICE,
                        List.of(),
                        NOW.plus(YEAR)),
                NOW);
        folder.note(certificate, NOW);
        return certificate;
    }

    private AuthorityFolder founded(String kind, Optional<String> passphrase) throws Exception {
        AuthorityFolder folder = new AuthorityFolder(parent.resolve("ca"));
        init(folder, kind, passphrase);
        return folder;
    }

    private static void init(AuthorityFolder folder, String kind, Optional<String> passphrase) throws Exception {
        KeyPair pair = Keys.pair(kind);
        folder.init("某省 devices, \"test\"", pair, passphrase, NOW, YEAR.multipliedBy(10));
    }
}

package io.kilowatch.deploy.credential;

import io.kilowatch.ingest.access.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Issues and revokes certificates of the CA in a folder, with the files that devices and the gateway need. */
public final class CertificateOffice {
    private static final Duration SERVER_VALID = Duration.ofDays(397);

    private final CredentialConfig config;
    private final InstantSource clock;

    /** An office with its clock. */
    public CertificateOffice(CredentialConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Founds the CA. */
    public void found(String name) throws IOException, CredentialFault {
        config.authority()
                .init(name, Keys.pair(config.keyKind()), config.passphrase(), clock.instant(), config.valid());
    }

    /** Certifies the gateway under its host names and addresses, with a new key. */
    public void certifyGateway(List<String> hosts) throws IOException, CredentialFault {
        Authority authority = authority();
        KeyPair pair = Keys.pair(config.keyKind());
        Instant now = clock.instant();
        Instant until = now.plus(config.valid().compareTo(SERVER_VALID) < 0 ? config.valid() : SERVER_VALID);
        X500Principal subject = new X500Principal("CN=" + AuthorityFolder.quoted(hosts.get(0)));
        X509Certificate certificate =
                authority.issue(new Authority.Wish(subject, pair.getPublic(), Authority.Use.SERVER, hosts, until), now);
        config.authority().note(certificate, now);
        PrivateFile.write(config.authority().gatewayKey(), Pem.of(pair.getPrivate(), Optional.empty()));
        PrivateFile.writePublic(config.authority().gatewayCertificate(), Pem.of(certificate));
    }

    /** The subject of a device's certificates. */
    public static String subject(Identity identity) {
        return new X500Principal("CN=" + identity.device() + ",O=" + identity.enterprise()).getName();
    }

    /** Issues a device's certificate, notes it, and writes its files. */
    IssuedCertificate issue(Identity identity) throws IOException, CredentialFault {
        Authority authority = authority();
        Instant now = clock.instant();
        Optional<KeyPair> pair =
                config.request().isPresent() ? Optional.empty() : Optional.of(Keys.pair(config.keyKind()));
        PublicKey key = pair.isPresent() ? pair.get().getPublic() : requested();
        X509Certificate certificate = authority.issue(
                new Authority.Wish(
                        new X500Principal(subject(identity)),
                        key,
                        Authority.Use.DEVICE,
                        List.of(),
                        now.plus(config.valid())),
                now);
        config.authority().note(certificate, now);
        Path folder = config.out().orElseGet(() -> config.authority().device(identity.enterprise(), identity.device()));
        Path file = folder.resolve("device.crt");
        Optional<Path> keyFile = Optional.empty();
        if (pair.isPresent()) {
            keyFile = Optional.of(folder.resolve("device.key"));
            PrivateFile.write(keyFile.get(), Pem.of(pair.get().getPrivate(), Optional.empty()));
        }
        PrivateFile.writePublic(file, Pem.of(certificate));
        return new IssuedCertificate(certificate, file, keyFile);
    }

    private PublicKey requested() throws IOException, CredentialFault {
        Path file = config.request().orElseThrow();
        JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(Pem.request(Files.readString(file)));
        try {
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new CredentialFault(file + " is not signed with its own key");
            }
            return key;
        } catch (InvalidKeyException | NoSuchAlgorithmException | OperatorCreationException | PKCSException e) {
            throw new CredentialFault(file + " has a key that cannot be used: " + e.getMessage(), e);
        }
    }

    /** Revokes a device's certificates but one, and writes the list; how many there were. */
    int revoke(Identity identity, Optional<X509Certificate> but) throws IOException, CredentialFault {
        return hasGood(identity) ? config.authority().revoke(subject(identity), but, authority(), clock.instant()) : 0;
    }

    /** Whether a device has a certificate that could be revoked. */
    boolean hasGood(Identity identity) throws IOException {
        String subject = subject(identity);
        Instant now = clock.instant();
        return config.authority().issued().stream()
                .anyMatch(issued -> issued.subject().equals(subject) && issued.isGood(now));
    }

    /** Signs the revocation list anew, so that it does not run out. */
    public void renewList() throws IOException, CredentialFault {
        config.authority().renewList(authority(), clock.instant());
    }

    /** Fails unless the CA can be used, before anything is changed. */
    Authority authority() throws IOException, CredentialFault {
        return config.authority().open(config.passphrase());
    }
}

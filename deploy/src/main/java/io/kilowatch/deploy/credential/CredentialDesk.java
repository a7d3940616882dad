package io.kilowatch.deploy.credential;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.DeviceChange;
import io.kilowatch.registry.desk.DeviceChange.Credential;
import io.kilowatch.registry.desk.DeviceDesk;
import io.kilowatch.registry.desk.DeviceDesk.Changed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives devices what they sign in with, changes it and takes it away: in the registry, and with the operator's CA.
 *
 * <p>A secret is in the card that is returned and nowhere else.
 */
public final class CredentialDesk {
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int TLS_PORT = 8883;
    private static final int PLAIN_PORT = 1883;

    private final CredentialConfig config;
    private final DeviceDesk registry;
    private final CertificateOffice office;

    /** A desk with its clock. */
    public CredentialDesk(CredentialConfig config, DeviceDesk registry, InstantSource clock) {
        this.config = config;
        this.registry = registry;
        this.office = new CertificateOffice(config, clock);
    }

    /**
     * What came of it.
     *
     * @param answer what is to be said besides the card
     * @param card the card; empty if nothing was issued
     * @param document what the device's entry in a document of the operator's own must hold; empty if nothing
     */
    public record Issue(Answer answer, Optional<DeviceCard> card, String document) {}

    /** Adds a device, or gives one that could not sign in a credential. */
    public Issue add(Identity identity) throws IOException, CredentialFault {
        return issue(identity, credential -> new DeviceChange.Add(identity.device(), credential, config.interval()));
    }

    /** Gives a device another credential; what it had is good no longer. */
    public Issue rotate(Identity identity) throws IOException, CredentialFault {
        return issue(identity, credential -> new DeviceChange.Rotate(identity.device(), credential));
    }

    private interface Making {
        DeviceChange with(Credential credential);
    }

    private Issue issue(Identity identity, Making change) throws IOException, CredentialFault {
        if (!DEVICE.matcher(identity.device()).matches()) {
            throw new CredentialFault('"' + identity.device() + "\" must be 1 to 64 letters, digits, _ or -");
        }
        return config.certificate() ? byCertificate(identity, change) : byPassword(identity, change);
    }

    private Issue byPassword(Identity identity, Making change) throws IOException, CredentialFault {
        openIfNeeded(identity);
        String password = Passwords.random();
        String stored = Passwords.stored(password);
        Changed changed = registry.change(identity.enterprise(), change.with(Credential.password(stored)));
        if (changed.enterprise().isEmpty()) {
            return new Issue(changed.answer(), Optional.empty(), "");
        }
        if (!config.keepOld()) {
            office.revoke(identity, Optional.empty());
        }
        DeviceCard card = card(identity, changed.enterprise().get(), Optional.of(password), Optional.empty());
        return new Issue(changed.answer(), Optional.of(card), "password: " + stored);
    }

    private Issue byCertificate(Identity identity, Making change) throws IOException, CredentialFault {
        office.authority();
        String subject = CertificateOffice.subject(identity);
        Changed changed = registry.change(identity.enterprise(), change.with(Credential.certificate(subject)));
        if (changed.enterprise().isEmpty()) {
            return new Issue(changed.answer(), Optional.empty(), "");
        }
        IssuedCertificate issued = office.issue(identity);
        if (!config.keepOld()) {
            office.revoke(identity, Optional.of(issued.certificate()));
        }
        DeviceCard.Certificate shown = new DeviceCard.Certificate(
                issued.file().toString(),
                issued.key().map(Path::toString),
                day(issued.certificate().getNotAfter().toInstant()));
        DeviceCard card = card(identity, changed.enterprise().get(), Optional.empty(), Optional.of(shown));
        return new Issue(changed.answer(), Optional.of(card), "certificate: " + subject);
    }

    /** Fails before the registry is changed, rather than after, if certificates must be revoked and cannot be. */
    private void openIfNeeded(Identity identity) throws IOException, CredentialFault {
        if (office.hasGood(identity)) {
            office.authority();
        }
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Takes from a device all that it signs in with; its certificates go on the revocation list. */
    public Answer revoke(Identity identity) throws IOException, CredentialFault {
        openIfNeeded(identity);
        Changed changed = registry.change(identity.enterprise(), new DeviceChange.Revoke(identity.device()));
        int revoked = office.revoke(identity, Optional.empty());
        if (changed.enterprise().isEmpty() && revoked == 0) {
            return changed.answer();
        }
        List<String> lines = new ArrayList<>(changed.answer().lines());
        if (revoked > 0) {
            lines.add("revoked    " + revoked + " certificate" + (revoked == 1 ? "" : "s") + ", list in "
                    + config.authority().list());
        }
        return new Answer(lines, Answer.FINE);
    }

    private DeviceCard card(
            Identity identity,
            Enterprise enterprise,
            Optional<String> password,
            Optional<DeviceCard.Certificate> certificate)
            throws IOException {
        Optional<Path> authority = config.gatewayAuthority()
                .or(() -> config.authority().exists()
                        ? Optional.of(config.authority().certificate())
                        : Optional.empty());
        return new DeviceCard(
                identity,
                enterprise.name(),
                config.host().isPresent() ? config.host().get() : gatewayHost(),
                config.port().orElse(config.plain() ? PLAIN_PORT : TLS_PORT),
                !config.plain(),
                config.plain() ? Optional.empty() : authority.map(Path::toString),
                password,
                certificate,
                config.interval());
    }

    /** The first name in the gateway's certificate. */
    private String gatewayHost() throws IOException {
        Path file = config.authority().gatewayCertificate();
        if (!Files.exists(file)) {
            return "localhost";
        }
        try {
            X509Certificate certificate = Pem.certificate(Files.readString(file));
            var names = certificate.getSubjectAlternativeNames();
            return names == null || names.isEmpty()
                    ? "localhost"
                    : names.iterator().next().get(1).toString();
        } catch (CertificateParsingException | CredentialFault e) {
            return "localhost";
        }
    }
}

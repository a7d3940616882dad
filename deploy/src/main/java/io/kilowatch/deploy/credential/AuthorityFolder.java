package io.kilowatch.deploy.credential;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.security.auth.x500.X500Principal;

/**
 * The folder of a CA: what the gateway is given ({@code trusted}, {@code crls}, {@code gateway.crt},
 * {@code gateway.key}), the CA's key ({@code private}) and the book of what it has issued.
 *
 * @param folder the folder
 */
public record AuthorityFolder(Path folder) {
    private static final Duration LIST_VALID = Duration.ofDays(400);
    private static final String HEAD = "serial,issued,expires,revoked,reason,subject";

    /** The folder of the CAs whose clients the gateway takes. */
    public Path trusted() {
        return folder.resolve("trusted");
    }

    /** The folder of revocation lists. */
    public Path lists() {
        return folder.resolve("crls");
    }

    /** The CA's certificate. */
    public Path certificate() {
        return trusted().resolve("ca.crt");
    }

    /** The list of what it has revoked. */
    public Path list() {
        return lists().resolve("ca.crl");
    }

    /** The gateway's certificate. */
    public Path gatewayCertificate() {
        return folder.resolve("gateway.crt");
    }

    /** The gateway's key. */
    public Path gatewayKey() {
        return folder.resolve("gateway.key");
    }

    /** Where a device's files are put. */
    public Path device(String enterprise, String device) {
        return folder.resolve("devices").resolve(enterprise).resolve(device);
    }

    private Path key() {
        return folder.resolve("private").resolve("ca.key");
    }

    private Path book() {
        return folder.resolve("private").resolve("issued.csv");
    }

    /** Whether there is a CA. */
    public boolean exists() {
        return Files.exists(certificate());
    }

    /** Founds a CA. */
    public void init(String name, KeyPair pair, Optional<String> passphrase, Instant now, Duration valid)
            throws IOException, CredentialFault {
        if (exists() || Files.exists(key())) {
            throw new CredentialFault("there is a CA in " + folder + " already; devices would lose it");
        }
        Authority authority = Authority.found(new X500Principal("CN=" + quoted(name)), pair, now, valid);
        PrivateFile.write(key(), Pem.of(authority.key(), passphrase));
        PrivateFile.write(book(), HEAD + System.lineSeparator());
        PrivateFile.writePublic(certificate(), Pem.of(authority.certificate()));
        PrivateFile.writePublic(list(), Pem.of(authority.list(List.of(), now, LIST_VALID)));
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The CA. */
    public Authority open(Optional<String> passphrase) throws IOException, CredentialFault {
        if (!exists()) {
            throw new CredentialFault("there is no CA in " + folder + "; make one with device ca init");
        }
        return new Authority(
                Pem.key(Files.readString(key()), passphrase), Pem.certificate(Files.readString(certificate())));
    }

    /** Notes what was issued. */
    public void note(X509Certificate certificate, Instant now) throws IOException {
        changeBook(book -> {
            List<Issued> more = new ArrayList<>(book);
            more.add(Issued.of(certificate, now));
            return more;
        });
    }

    /**
     * Revokes every good certificate of a subject but one, and writes the list.
     *
     * @param but the one that takes their place, if any
     * @return how many were revoked
     */
    public int revoke(String subject, Optional<X509Certificate> but, Authority authority, Instant now)
            throws IOException {
        List<Issued> gone = new ArrayList<>();
        List<Issued> after = changeBook(book -> book.stream()
                .map(issued -> {
                    boolean stays = but.filter(other -> other.getSerialNumber().equals(issued.serial()))
                            .isPresent();
                    if (!issued.subject().equals(subject) || !issued.isGood(now) || stays) {
                        return issued;
                    }
                    gone.add(issued);
                    return issued.revoked(now, but.isPresent());
                })
                .toList());
        write(authority, after, now);
        return gone.size();
    }

    /** Writes the list anew, so that it does not run out. */
    public void renewList(Authority authority, Instant now) throws IOException {
        write(authority, issued(), now);
    }

    private void write(Authority authority, List<Issued> book, Instant now) throws IOException {
        List<Issued> revoked = book.stream()
                .filter(issued -> issued.revoked().isPresent() && now.isBefore(issued.expires()))
                .toList();
        X509CRL list = authority.list(revoked, now, LIST_VALID);
        PrivateFile.writePublic(list(), Pem.of(list));
    }

    /** What was issued, oldest first. */
    public List<Issued> issued() throws IOException {
        return Files.exists(book())
                ? Files.readAllLines(book()).stream().skip(1).map(Issued::parse).toList()
                : List.of();
    }

    /** Two commands at once would lose what one of them writes, hence the lock. */
    private List<Issued> changeBook(UnaryOperator<List<Issued>> change) throws IOException {
        Path lock = folder.resolve("private").resolve(".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            List<Issued> after = change.apply(issued());
            List<String> lines = new ArrayList<>(List.of(HEAD));
            after.forEach(issued -> lines.add(issued.line()));
            PrivateFile.write(book(), String.join(System.lineSeparator(), lines) + System.lineSeparator());
            return after;
        }
    }
}

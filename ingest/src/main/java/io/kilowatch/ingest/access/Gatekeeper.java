package io.kilowatch.ingest.access;

import io.kilowatch.platform.security.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks user names and passwords against the registry.
 *
 * <p>The registry's hash is slow on purpose. A password that has matched is remembered in memory as a fast hash with a
 * salt of this process, so that a storm of reconnects costs little. A user that does not exist costs the same work as a
 * wrong password.
 */
public final class Gatekeeper {
    private final Catalogues catalogues;
    private final Map<String, Proof> proofs = new ConcurrentHashMap<>();
    private final byte[] salt = new byte[32];
    private volatile PasswordHash decoy;

    @SuppressWarnings("ArrayRecordComponent")
    private record Proof(String stored, byte[] digest) {}

    /**
     * A gatekeeper that remembers nobody yet.
     *
     * @param iterations the work of a user that does not exist, until the registry's hashes say otherwise
     */
    public Gatekeeper(Catalogues catalogues, int iterations) {
        this.catalogues = catalogues;
        new SecureRandom().nextBytes(salt);
        this.decoy = new PasswordHash(iterations, new byte[16], new byte[32]);
    }

    /** The answer where it is fast: all but a password that must be hashed slowly; empty then. */
    public Optional<Admission> quick(@Nullable String user, @Nullable String password) {
        if (!catalogues.isRead()) {
            return Optional.of(new Admission.NotReady());
        }
        if (user == null || password == null) {
            return Optional.of(new Admission.Nameless());
        }
        Proof proof = proofs.get(user);
        if (proof == null || !MessageDigest.isEqual(proof.digest(), digest(user, password))) {
            return Optional.empty();
        }
        return Identity.parse(user)
                .filter(identity -> stored(identity).equals(Optional.of(proof.stored())))
                .map(identity -> admitted(identity, proof.stored()));
    }

    /** The answer, after work that is slow on purpose; never call it on an event loop. */
    public Admission slow(String user, String password) {
        Optional<Identity> identity = Identity.parse(user);
        Optional<String> stored = identity.flatMap(this::stored);
        if (identity.isEmpty() || stored.isEmpty()) {
            decoy.matches(password);
            return new Admission.Wrong();
        }
        PasswordHash hash = PasswordHash.parse(stored.get());
        if (hash.iterations() != decoy.iterations()) {
            decoy = new PasswordHash(hash.iterations(), new byte[16], new byte[32]);
        }
        if (!hash.matches(password)) {
            return new Admission.Wrong();
        }
        proofs.put(user, new Proof(stored.get(), digest(user, password)));
        return admitted(identity.get(), stored.get());
    }

    private static Admission admitted(Identity identity, String stored) {
        return new Admission.Admitted(identity, new Credential.Password(identity.device(), stored));
    }

    private Optional<String> stored(Identity identity) {
        return catalogues.find(identity.enterprise()).flatMap(catalogue -> catalogue.password(identity.device()));
    }

    private byte[] digest(String user, String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            sha.update(user.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return sha.digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

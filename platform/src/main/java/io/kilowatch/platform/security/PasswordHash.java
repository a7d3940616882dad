package io.kilowatch.platform.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A password as it is stored: PBKDF2 with HMAC-SHA-256, written {@code pbkdf2-sha256$iterations$salt$hash} with salt and
 * hash in base64 without padding.
 *
 * @param iterations the work factor, 1,000 to 10,000,000; the default follows OWASP's advice for this function
 * @param salt 16 random bytes
 * @param hash 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    /** The work factor of new hashes unless another is given. */
    public static final int DEFAULT_ITERATIONS = 600_000;

    private static final int SHORTEST_SALT = 8;
    private static final int HASH_LENGTH = 32;
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha256\\$(\\d{4,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

    /** Copies its arrays; refuses work factors and lengths that no hash of ours has. */
    public PasswordHash {
        if (iterations < 1_000 || iterations > 10_000_000) {
            throw new IllegalArgumentException("iterations must be 1,000 to 10,000,000");
        }
        if (salt.length < SHORTEST_SALT || hash.length != HASH_LENGTH) {
            throw new IllegalArgumentException("a salt has at least 8 bytes and a hash has 32");
        }
        salt = salt.clone();
        hash = hash.clone();
    }

    /** A copy of the salt. */
    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** A copy of the hash. */
    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /** A new hash of a password with a random salt. */
    public static PasswordHash of(String password, int iterations) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return of(password, iterations, salt);
    }

    /** The hash of a password with a given salt, for reproducible documents. */
    public static PasswordHash of(String password, int iterations, byte[] salt) {
        return new PasswordHash(iterations, salt, derive(password, iterations, salt));
    }

    /** Reads a stored hash; throws {@link IllegalArgumentException} if it is not one. */
    public static PasswordHash parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of the form pbkdf2-sha256$iterations$salt$hash");
        }
        return new PasswordHash(
                Integer.parseInt(matcher.group(1)),
                Base64.getDecoder().decode(matcher.group(2)),
                Base64.getDecoder().decode(matcher.group(3)));
    }

    /** Whether the password is the one hashed; slow on purpose, so never call it on an event loop. */
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, iterations, salt));
    }

    /** The stored form. */
    public String text() {
        return "pbkdf2-sha256$" + iterations + '$' + TO_TEXT.encodeToString(salt) + '$' + TO_TEXT.encodeToString(hash);
    }

    /** Whether the stored forms are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PasswordHash that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** Hides salt and hash. */
    @Override
    public String toString() {
        return "PasswordHash[iterations=" + iterations + "]";
    }

    private static byte[] derive(String password, int iterations, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA256", e);
        }
    }
}

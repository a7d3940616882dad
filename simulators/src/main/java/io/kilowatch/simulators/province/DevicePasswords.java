package io.kilowatch.simulators.province;

import io.kilowatch.platform.security.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Passwords of simulated devices, made from the seed so that a demo needs no secret to be kept.
 *
 * <p>For the demo only: whoever knows the seed knows the passwords, and the hashes are made with little work.
 */
public record DevicePasswords(long seed) {
    private static final int ITERATIONS = 1_000;

    /** The password that a device connects with. */
    public String password(String enterprise, String device) {
        return "demo-" + HexFormat.of().formatHex(digest("password", enterprise, device), 0, 12);
    }

    /** The hash of it for the registry document; the same at each call. */
    public PasswordHash hash(String enterprise, String device) {
        byte[] salt = Arrays.copyOf(digest("salt", enterprise, device), 16);
        return PasswordHash.of(password(enterprise, device), ITERATIONS, salt);
    }

    private byte[] digest(String use, String enterprise, String device) {
        String text = String.join("|", "kilowatch-demo", use, Long.toString(seed), enterprise, device);
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

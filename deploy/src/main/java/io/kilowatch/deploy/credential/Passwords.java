package io.kilowatch.deploy.credential;

import io.kilowatch.platform.security.PasswordHash;
import java.security.SecureRandom;

/**
 * Random passwords of devices, and their stored form.
 *
 * <p>They have more than 120 bits of chance. Nobody can try them out, however fast a try is, so their hash needs little
 * work, and a gateway that starts anew lets thousands of devices in at once.
 */
public final class Passwords {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final int ITERATIONS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** A new one, such as {@code k7w2m-…}. */
    public static String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The form that the registry holds. */
    public static String stored(String password) {
        return PasswordHash.of(password, ITERATIONS).text();
    }
}

package io.kilowatch.registry.desk;

import io.kilowatch.platform.security.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hashes a device's password, for the {@code password} field of its document. */
public final class PasswordDesk {
    private PasswordDesk() {}

    /**
     * Asks for the password twice where there is a console, and otherwise takes the first line of the input.
     *
     * @param console {@link System#console()}
     * @param input {@link System#in}
     */
    public static Answer hash(@Nullable Console console, InputStream input) {
        return console == null ? hash(firstLine(input)) : ask(console);
    }

    private static Answer ask(Console console) {
        char[] once = console.readPassword("Password: ");
        char[] again = console.readPassword("Once more: ");
        if (once == null || again == null || !Arrays.equals(once, again)) {
            return Answer.faulty("the two are not the same; nothing was hashed");
        }
        return hash(new String(once));
    }

    private static Answer hash(@Nullable String password) {
        return password == null || password.isEmpty()
                ? Answer.faulty("the password is empty; give it on the first line of the input")
                : Answer.fine(List.of(PasswordHash.of(password, PasswordHash.DEFAULT_ITERATIONS)
                        .text()));
    }

    private static @Nullable String firstLine(InputStream input) {
        try {
            return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            return null;
        }
    }
}

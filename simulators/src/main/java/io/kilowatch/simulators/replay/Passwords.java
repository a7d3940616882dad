package io.kilowatch.simulators.replay;

import io.kilowatch.platform.config.InvalidSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The passwords of devices; none of them is ever printed. */
public final class Passwords {
    private final Map<String, String> byDevice;
    private final Optional<String> others;

    private Passwords(Map<String, String> byDevice, Optional<String> others) {
        this.byDevice = byDevice;
        this.others = others;
    }

    /** One password for all devices, or none. */
    static Passwords of(Optional<String> password) {
        return new Passwords(Map.of(), password);
    }

    /**
     * Those of a file with a line {@code ENTERPRISE/DEVICE=PASSWORD} for each device; {@code #} begins a comment.
     *
     * @param others the password of devices that the file does not name
     * @throws InvalidSettings if a line is none
     */
    static Passwords read(Path file, Optional<String> others) {
        Map<String, String> passwords = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                int equals = line.indexOf('=');
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (equals < 1) {
                    throw new InvalidSettings(
                            List.of(file + ", line " + (i + 1) + ": give ENTERPRISE/DEVICE=PASSWORD"));
                }
                passwords.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("passwords " + file + " cannot be read", e);
        }
        return new Passwords(passwords, others);
    }

    /** That of a device. */
    Optional<String> of(String device) {
        return Optional.ofNullable(byDevice.get(device)).or(() -> others);
    }
}

package io.kilowatch.simulators.run;

import io.kilowatch.simulators.course.Play;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How far a play has come: a small text file in the data folder.
 *
 * @param scenario the hash of the scenario's text
 * @param start its first day
 * @param devices user name to the number of things that the device has done and that were answered
 */
public record RunState(String scenario, long seed, LocalDate start, Map<String, Long> devices) {
    private static final int HASH_BYTES = 16;

    /** Copies the devices. */
    public RunState {
        devices = Map.copyOf(devices);
    }

    /** That of a play that has not begun. */
    public static RunState of(Play play) {
        return new RunState(hash(play.scenario().source()), play.seed(), play.start(), Map.of());
    }

    /** Where a scenario's state is kept. */
    static Path file(Path folder, String scenario) {
        return folder.resolve("simulated-" + scenario + ".state");
    }

    /** What a file holds; nothing where it is not there. */
    static Optional<RunState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Properties text = new Properties();
            text.load(new StringReader(Files.readString(file)));
            Map<String, Long> devices = new TreeMap<>();
            for (String key : text.stringPropertyNames()) {
                if (key.contains("/")) {
                    devices.put(key, Long.valueOf(text.getProperty(key)));
                }
            }
            return Optional.of(new RunState(
                    text.getProperty("scenario", ""),
                    Long.parseLong(text.getProperty("seed", "")),
                    LocalDate.parse(text.getProperty("start", "")),
                    devices));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalStateException(file + " cannot be read; delete it to start anew", e);
        }
    }

    /** The same, with other counts. */
    RunState at(Map<String, Long> counts) {
        return new RunState(scenario, seed, start, counts);
    }

    /** Replaces what a file holds, in one step. */
    void write(Path file) {
        StringBuilder text = new StringBuilder("# How far the simulation has come.\n");
        text.append("scenario=").append(scenario).append('\n');
        text.append("seed=").append(seed).append('\n');
        text.append("start=").append(start).append('\n');
        new TreeMap<>(devices)
                .forEach((user, count) ->
                        text.append(user).append('=').append(count).append('\n'));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

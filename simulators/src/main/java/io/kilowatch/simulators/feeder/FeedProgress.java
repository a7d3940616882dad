package io.kilowatch.simulators.feeder;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How far a province was sent: a small text file in the data folder.
 *
 * @param seed the province's seed
 * @param start its first day
 * @param devices user name to the last quarter hour of which everything was acknowledged
 */
public record FeedProgress(long seed, LocalDate start, Map<String, Instant> devices) {
    private static final String FILE = "simulated-province.progress";

    /** Copies the devices. */
    public FeedProgress {
        devices = Map.copyOf(devices);
    }

    /** What a data folder holds; nothing where no province was sent from it yet. */
    public static Optional<FeedProgress> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Properties text = new Properties();
            text.load(new StringReader(Files.readString(file)));
            Map<String, Instant> devices = new TreeMap<>();
            for (String key : text.stringPropertyNames()) {
                if (key.contains("/")) {
                    devices.put(key, Instant.parse(text.getProperty(key)));
                }
            }
            return Optional.of(new FeedProgress(
                    Long.parseLong(text.getProperty("seed", "")),
                    LocalDate.parse(text.getProperty("start", "")),
                    devices));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalStateException(file + " cannot be read; delete it to start anew", e);
        }
    }

    /** Replaces what a data folder holds, in one step. */
    public void write(Path folder) {
        StringBuilder text = new StringBuilder("# How far the simulated province was sent.\n");
        text.append("seed=").append(seed).append('\n');
        text.append("start=").append(start).append('\n');
        new TreeMap<>(devices)
                .forEach((user, until) ->
                        text.append(user).append('=').append(until).append('\n'));
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(FILE + ".new");
            Files.writeString(fresh, text);
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kilowatch.deploy.service;

import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the parts of a running all-in-one are, kept in its data folder, so that other commands find them by the folder.
 *
 * @param options option name to text
 */
public record Endpoints(Map<String, String> options) {
    private static final String FILE = "endpoints.properties";

    /** Copies its map. */
    public Endpoints {
        options = Map.copyOf(options);
    }

    /** Those of some parts. */
    public static Endpoints of(KafkaConfig kafka, DatabaseConfig database) {
        return new Endpoints(Map.of(
                KafkaConfig.BOOTSTRAP.name(), kafka.bootstrap(),
                DatabaseConfig.URL.name(), database.url(),
                DatabaseConfig.USER.name(), database.user(),
                DatabaseConfig.PASSWORD.name(), database.password()));
    }

    /** Writes them into a data folder, readable by its owner alone where the file system can do that. */
    public void write(Path data) {
        Properties properties = new Properties();
        properties.putAll(options);
        Path file = data.resolve(FILE);
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream stream = Files.newOutputStream(file)) {
                properties.store(stream, "Where the running Kilowatch keeps its parts");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes them from a data folder, once nothing runs there. */
    public static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings with what a data folder says, wherever neither Kafka nor the database is given. */
    public static Settings found(Settings settings, Path data) {
        Path file = data.resolve(FILE);
        boolean given = settings.isGiven(KafkaConfig.BOOTSTRAP) || settings.isGiven(DatabaseConfig.URL);
        if (given || !Files.isReadable(file)) {
            return settings;
        }
        Properties properties = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> options = new HashMap<>();
        properties.forEach((name, value) -> options.put(name.toString(), value.toString()));
        return settings.with(options);
    }
}

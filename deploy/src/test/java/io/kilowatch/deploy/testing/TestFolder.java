package io.kilowatch.deploy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A new folder under the build folder, for a part whose data a test does not want to keep. */
public final class TestFolder {
    private TestFolder() {}

    /** A folder of its own for every caller. */
    public static Path fresh(String name) {
        Path parent = Path.of(System.getProperty("it.folder", "target/it")).toAbsolutePath();
        try {
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and all in it. */
    public static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

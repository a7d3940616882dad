package io.kilowatch.deploy.testing;

import io.kilowatch.simulators.replay.ReadyFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public data sets that do not come with the program: {@code KILOWATCH_REAL_DATA} names the folder that holds them. */
public final class RealData {
    private static final String VARIABLE = "KILOWATCH_REAL_DATA";

    private RealData() {}

    /** A copy of a feed's file in a folder of its own, for a replay leaves its progress beside it; else a skip. */
    public static Path copy(ReadyFeed feed, String file) {
        String folder = System.getenv(VARIABLE);
        Path found = Path.of(folder == null ? "" : folder, feed.word(), file);
        if (folder == null || folder.isBlank() || !Files.isReadable(found)) {
            String message = "skipped: the replay of " + feed.word() + ". Get the data from " + feed.origin()
                    + ", and set " + VARIABLE + " to a folder that holds it as " + feed.word() + '/' + file;
            System.err.println(message);
            return Assumptions.abort(message);
        }
        try {
            return Files.copy(found, TestFolder.fresh(feed.word()).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

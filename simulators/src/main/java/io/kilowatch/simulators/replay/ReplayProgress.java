package io.kilowatch.simulators.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * How far a feed was replayed, kept in a file beside it.
 *
 * @param file {@code <feed>.progress}
 * @param plan what is replayed and how; progress of another plan does not count
 */
record ReplayProgress(Path file, String plan) {

    /** The progress file of a feed. */
    static ReplayProgress of(Path feed, String plan) {
        return new ReplayProgress(feed.resolveSibling(feed.getFileName() + ".progress"), plan);
    }

    /** Readings acknowledged by an earlier run of the same plan; 0 where there is none. */
    long read() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 2 && lines.get(0).equals(plan) ? Long.parseLong(lines.get(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Replaces the file in one step. */
    void write(long acknowledged) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, plan + '\n' + acknowledged + '\n');
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kilowatch.simulators.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a feed was replayed, kept in a file beside it.
 *
 * @param file {@code <feed>.progress}
 * @param plan what is replayed and how; progress of another plan does not count
 */
record ReplayProgress(Path file, String plan) {

    /** The progress file of a feed. */
    static ReplayProgress of(Path feed, String plan) {
        Path absolute = feed.toAbsolutePath().normalize();
        return new ReplayProgress(absolute.resolveSibling(absolute.getFileName() + ".progress"), plan);
    }

    /** Readings of each device acknowledged by an earlier run of the same plan; nothing where there is none. */
    Map<String, Long> read() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.isEmpty() || !lines.get(0).equals(plan)) {
                return Map.of();
            }
            Map<String, Long> counts = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int space = line.lastIndexOf(' ');
                counts.put(line.substring(0, Math.max(0, space)), Long.valueOf(line.substring(space + 1)));
            }
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Map.of();
        }
    }

    /** Replaces the file in one step. */
    void write(Map<String, Long> acknowledged) {
        StringBuilder text = new StringBuilder(plan).append('\n');
        acknowledged.forEach(
                (device, count) -> text.append(device).append(' ').append(count).append('\n'));
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.kilowatch.simulators.run;

import io.kilowatch.simulators.province.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** When the last message of each enterprise's days was acknowledged, in real time; latencies are measured from there. */
final class Journal {
    private final Path file;
    private final Map<String, LocalDate> reached = new HashMap<>();
    private final LocalDate last;

    /**
     * A journal of a play.
     *
     * @param last its last day
     */
    Journal(Path file, LocalDate last) {
        this.file = file;
        this.last = last;
    }

    /** Where a scenario's journal is kept. */
    static Path file(Path folder, String scenario) {
        return folder.resolve("simulated-" + scenario + ".journal");
    }

    /** Begins anew. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes up to when everything of the enterprises is acknowledged, in simulated time. */
    void note(Map<String, Instant> until, Instant now) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(until).forEach((enterprise, instant) -> {
            LocalDate whole = instant.equals(Instant.MAX)
                    ? last
                    : instant.atOffset(Slot.OFFSET).toLocalDate().minusDays(1);
            LocalDate before = reached.put(enterprise, whole);
            if (before != null && whole.isAfter(before)) {
                lines.append(enterprise)
                        .append(' ')
                        .append(whole)
                        .append(' ')
                        .append(now)
                        .append('\n');
            }
        });
        if (!lines.isEmpty()) {
            try {
                Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

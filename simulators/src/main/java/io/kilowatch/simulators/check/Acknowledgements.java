package io.kilowatch.simulators.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When the messages of each enterprise's days were acknowledged, in real time. */
final class Acknowledgements {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<String, TreeMap<LocalDate, Instant>> reached = new HashMap<>();

    private Acknowledgements() {}

    /** Those of a run's journal; none where there is no such file. */
    static Acknowledgements of(Path journal) {
        Acknowledgements all = new Acknowledgements();
        if (Files.isReadable(journal)) {
            try {
                for (String line : Files.readAllLines(journal)) {
                    String[] words = line.split(" ", -1);
                    all.reached
                            .computeIfAbsent(words[0], code -> new TreeMap<>())
                            .putIfAbsent(LocalDate.parse(words[1]), Instant.parse(words[2]));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** How long after the messages of a day something was known; nothing where services and run had different clocks. */
    Optional<Duration> latency(String enterprise, LocalDate day, Instant known) {
        return Optional.ofNullable(
                        reached.getOrDefault(enterprise, new TreeMap<>()).ceilingEntry(day))
                .map(entry -> Duration.between(entry.getValue(), known))
                .filter(latency -> latency.abs().compareTo(LONGEST) < 0)
                .map(latency -> latency.isNegative() ? Duration.ZERO : latency);
    }
}

package io.kilowatch.simulators.scenario;

import io.kilowatch.platform.config.InvalidSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that come with the program. */
public final class ReadyScenarios {
    /** Their names, the demo's first. */
    public static final List<String> NAMES = List.of(
            "province-small",
            "province",
            "quarter-hour-edge",
            "three-day-outage",
            "fraud",
            "year-of-a-smelter",
            "new-data-centre-1.2");

    private ReadyScenarios() {}

    /**
     * The scenario of a name, or of a file.
     *
     * @throws InvalidSettings if there is no such, or it has faults
     */
    public static Scenario find(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            return ready(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new InvalidSettings(List.of(
                    "there is no scenario and no file " + nameOrFile + "; ready are " + String.join(", ", NAMES)));
        }
        try {
            return ScenarioReader.read(nameOrFile, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario ready(String name) {
        try (InputStream stream = ReadyScenarios.class.getResourceAsStream(name + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("the scenario " + name + " is not among the program's files");
            }
            return ScenarioReader.read(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

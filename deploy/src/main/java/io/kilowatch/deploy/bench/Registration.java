package io.kilowatch.deploy.bench;

import io.kilowatch.deploy.service.Parts;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.desk.RegistryDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Puts the documents of plants in force, as an operator does. */
final class Registration {
    private Registration() {}

    /**
     * Registers plants.
     *
     * @param folder where their documents are written
     */
    static void of(BenchPlants plants, Parts parts, Path folder) throws IOException {
        of(plants.documentsByCode(), folder.resolve("registry-" + plants.series()), parts);
    }

    /** Registers documents by credit code, which are written into a folder of their own. */
    static void of(Map<String, String> byCode, Path folder, Parts parts) throws IOException {
        Path documents = Files.createDirectories(folder);
        for (Map.Entry<String, String> one : byCode.entrySet()) {
            Files.writeString(documents.resolve(one.getKey() + ".yaml"), one.getValue());
        }
        RegistryDesk desk = new RegistryDesk(RegistryConfig.from(parts.settings()), InstantSource.system());
        Answer answer = desk.apply(List.of(documents));
        if (answer.exitCode() != Answer.FINE) {
            throw new IllegalStateException(String.join(System.lineSeparator(), answer.lines()));
        }
    }
}

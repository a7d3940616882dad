package io.kilowatch.registry.desk;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.document.EnterpriseDocument.Read;
import io.kilowatch.registry.document.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents in files, read and checked together; this needs no service.
 *
 * @param documents those without fault, in the order given
 * @param faults every fault of every file
 * @param files how many files were read
 */
public record DocumentFiles(List<Document> documents, List<FileFault> faults, int files) {
    /** Copies its lists. */
    public DocumentFiles {
        documents = List.copyOf(documents);
        faults = List.copyOf(faults);
    }

    /**
     * A document without fault.
     *
     * @param file where it stands
     * @param enterprise what it says
     * @param json itself as JSON
     */
    public record Document(Path file, Enterprise enterprise, String json) {}

    /**
     * A fault of a file.
     *
     * @param file which
     * @param fault what is wrong
     */
    public record FileFault(Path file, Fault fault) {
        /** Such as {@code plant.yaml: line 12, meters[2].unit: is missing}. */
        @Override
        public String toString() {
            return file + ": " + fault;
        }
    }

    /**
     * Reads files, and the {@code *.yaml}, {@code *.yml} and {@code *.json} files of folders and their subfolders.
     *
     * @param calendar what their local times are of
     */
    public static DocumentFiles read(List<Path> places, BusinessCalendar calendar) {
        List<Document> documents = new ArrayList<>();
        List<FileFault> faults = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        Set<Path> files = new LinkedHashSet<>();
        places.forEach(place -> find(place, files, faults));
        for (Path file : files) {
            try {
                Read read = EnterpriseDocument.read(Files.readAllBytes(file), calendar);
                if (read instanceof Read.Faulty faulty) {
                    faulty.faults().forEach(fault -> faults.add(new FileFault(file, fault)));
                } else if (read instanceof Read.Valid valid) {
                    Path other = seen.putIfAbsent(valid.enterprise().code().text(), file);
                    if (other == null) {
                        String json = new String(valid.json(), StandardCharsets.UTF_8);
                        documents.add(new Document(file, valid.enterprise(), json));
                    } else {
                        faults.add(fault(
                                file, "enterprise.code", valid.enterprise().code() + " stands in " + other + " too"));
                    }
                }
            } catch (IOException e) {
                faults.add(fault(file, "", "cannot be read (" + e + ")"));
            }
        }
        return new DocumentFiles(documents, faults, files.size());
    }

    private static void find(Path place, Set<Path> files, List<FileFault> faults) {
        if (Files.isRegularFile(place)) {
            files.add(place.normalize());
        } else if (!Files.isDirectory(place)) {
            faults.add(fault(place, "", "does not exist"));
        } else {
            try (Stream<Path> inside = Files.walk(place)) {
                List<Path> found = inside.filter(Files::isRegularFile)
                        .filter(DocumentFiles::isDocument)
                        .map(Path::normalize)
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    faults.add(fault(place, "", "holds no *.yaml, *.yml or *.json file"));
                }
                files.addAll(found);
            } catch (IOException e) {
                faults.add(fault(place, "", "cannot be read (" + e + ")"));
            }
        }
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private static FileFault fault(Path file, String path, String message) {
        return new FileFault(file, new Fault(path, message));
    }
}

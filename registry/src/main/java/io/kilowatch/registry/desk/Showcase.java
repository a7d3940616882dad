package io.kilowatch.registry.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.registry.store.Documents;
import io.kilowatch.registry.store.Documents.Revision;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Documents in a form for reading. */
public final class Showcase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private final BusinessCalendar calendar;

    Showcase(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** How a document is written out. */
    public enum Format {
        /** JSON, indented. */
        JSON,
        /** YAML. */
        YAML
    }

    Answer list(Documents documents) throws Exception {
        List<Revision> inForce = documents.inForce();
        return Answer.fine(
                inForce.isEmpty()
                        ? List.of("no document is in force")
                        : inForce.stream().map(this::line).toList());
    }

    static Answer one(Documents documents, String code, Format format) throws Exception {
        Optional<String> json = documents.inForce().stream()
                .filter(revision -> revision.enterprise().equals(code))
                .findFirst()
                .flatMap(Revision::json);
        if (json.isEmpty()) {
            return Answer.faulty("no document of " + code + " is in force");
        }
        return Answer.fine(written(json.get(), format).lines().toList());
    }

    Answer history(Documents documents, String code) throws Exception {
        List<Revision> revisions = documents.history(code);
        return revisions.isEmpty()
                ? Answer.faulty("no document of " + code + " was ever in force")
                : Answer.fine(revisions.stream().map(this::line).toList());
    }

    static String written(String json, Format format) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(json);
        return switch (format) {
            case JSON -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
            case YAML -> YAML.writeValueAsString(tree);
        };
    }

    private String line(Revision revision) {
        return String.format(
                Locale.ROOT,
                "%s  revision %-3d  %s  by %s  %s",
                revision.enterprise(),
                revision.revision(),
                time(revision.changedAt()),
                revision.changedBy(),
                revision.json().map(Showcase::name).orElse("(deleted)"));
    }

    private static String name(String json) {
        try {
            JsonNode name = JSON.readTree(json).path("enterprise").path("name");
            return name.path("zh").asText() + " / " + name.path("en").asText();
        } catch (JsonProcessingException e) {
            return "(unreadable)";
        }
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(calendar.zone()));
    }
}

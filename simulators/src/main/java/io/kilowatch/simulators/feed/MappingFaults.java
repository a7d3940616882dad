package io.kilowatch.simulators.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is wrong with a mapping, gathered while it is read; each fault is named with its path. */
final class MappingFaults {
    private final String name;
    private final List<String> all = new ArrayList<>();

    MappingFaults(String name) {
        this.name = name;
    }

    List<String> all() {
        return all;
    }

    void add(String path, String sentence) {
        all.add("mapping " + name + ", " + path + ": " + sentence);
    }

    /** Notes every field that is not known. */
    void only(JsonNode node, String path, String... known) {
        node.fieldNames().forEachRemaining(field -> {
            if (!List.of(known).contains(field)) {
                add(path + field, "is not known here; known are " + String.join(", ", known));
            }
        });
    }

    /** A text that must be there. */
    String required(JsonNode node, String path, String field, String sentence) {
        String text = node.path(field).asText("");
        if (text.isEmpty()) {
            add(path + field, sentence);
        }
        return text;
    }

    /** A text that may be there. */
    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    /** One of some words. */
    String word(JsonNode node, String path, String field, String preset, String... allowed) {
        String word = node.path(field).asText(preset);
        if (!List.of(allowed).contains(word)) {
            add(path + field, "give " + String.join(" or ", allowed));
            return preset;
        }
        return word;
    }

    /** What a text is read as. */
    <T> T parsed(
            JsonNode node,
            String path,
            String field,
            String preset,
            T standIn,
            Function<String, T> parser,
            String allowed) {
        try {
            return parser.apply(node.path(field).asText(preset));
        } catch (DateTimeException | IllegalArgumentException e) {
            add(path + field, "give " + allowed);
            return standIn;
        }
    }
}

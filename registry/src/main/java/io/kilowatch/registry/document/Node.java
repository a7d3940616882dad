package io.kilowatch.registry.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kilowatch.domain.Name;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A place in a document under reading: its path, its JSON, and the list that faults are noted in.
 *
 * <p>A field that is missing or wrong is noted and read as a stand-in, so that one pass finds every fault.
 */
final class Node {
    private final String path;
    private final JsonNode json;
    private final List<Fault> faults;

    Node(String path, JsonNode json, List<Fault> faults) {
        this.path = path;
        this.json = json;
        this.faults = faults;
    }

    boolean exists() {
        return !json.isMissingNode() && !json.isNull();
    }

    void fault(String message) {
        faults.add(new Fault(path, message));
    }

    Node child(String field) {
        return new Node(path.isEmpty() ? field : path + '.' + field, json.path(field), faults);
    }

    /** Notes every field that is not among those allowed. */
    void only(String... allowed) {
        List<String> known = List.of(allowed);
        json.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                child(field).fault("is not a field here; allowed are " + String.join(", ", known));
            }
        });
    }

    List<Node> list(String field) {
        Node list = child(field);
        if (!list.exists()) {
            return List.of();
        }
        if (!list.json.isArray()) {
            list.fault("must be a list");
            return List.of();
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.json.size(); i++) {
            items.add(new Node(list.path + '[' + i + ']', list.json.path(i), faults));
        }
        return items;
    }

    String text(String field) {
        return optionalText(field).orElseGet(() -> {
            child(field).fault("is missing");
            return "";
        });
    }

    Optional<String> optionalText(String field) {
        Node node = child(field);
        if (!node.exists()) {
            return Optional.empty();
        }
        if (!node.json.isValueNode()) {
            node.fault("must be a text");
            return Optional.empty();
        }
        return Optional.of(node.json.asText());
    }

    String matching(String field, Pattern pattern, String what) {
        String text = text(field);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            child(field).fault('"' + text + "\" must be " + what);
        }
        return text;
    }

    Name name(String field) {
        Node node = child(field);
        if (!node.exists()) {
            node.fault("is missing; give {zh: ..., en: ...}");
            return new Name("", "");
        }
        node.only("zh", "en");
        return new Name(node.text("zh"), node.text("en"));
    }

    Optional<BigDecimal> decimal(String field) {
        return parsed(field, BigDecimal::new, "a decimal such as 12.5");
    }

    Optional<LocalDate> date(String field) {
        return parsed(field, LocalDate::parse, "a date such as 2026-01-31");
    }

    Optional<Integer> integer(String field, int least, int most) {
        String what = "a whole number from " + least + " to " + most;
        return parsed(
                field,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new NumberFormatException();
                    }
                    return number;
                },
                what);
    }

    <T> T word(String field, Function<String, Optional<T>> parser, T standIn, String words) {
        String text = text(field);
        if (text.isEmpty()) {
            return standIn;
        }
        return parser.apply(text).orElseGet(() -> {
            child(field).fault('"' + text + "\" must be one of " + words);
            return standIn;
        });
    }

    private <T> Optional<T> parsed(String field, Function<String, T> parser, String what) {
        return optionalText(field).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (NumberFormatException | DateTimeException e) {
                child(field).fault('"' + text + "\" must be " + what);
                return Optional.empty();
            }
        });
    }

    static Node root(JsonNode json, List<Fault> faults) {
        return new Node("", json == null ? MissingNode.getInstance() : json, faults);
    }
}

package io.kilowatch.registry.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Name;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a document under reading: its path, what stands there, and the list that faults are noted in.
 *
 * <p>A field that is missing or wrong is noted and read as a stand-in, so that one pass finds every fault. What is not
 * a mapping is noted once, and its fields are not missed on top.
 */
final class Node {
    private final String path;
    private final JsonNode json;
    private final Source source;
    private final List<Fault> faults;

    private Node(String path, JsonNode json, Source source, List<Fault> faults) {
        this.path = path;
        this.json = json;
        this.source = source;
        this.faults = faults;
    }

    static Node root(Source source, List<Fault> faults) {
        return new Node("", source.tree(), source, faults);
    }

    boolean exists() {
        return !json.isMissingNode() && !json.isNull();
    }

    boolean isList() {
        return json.isArray();
    }

    void fault(String message) {
        faults.add(new Fault(path, message, source.line(path)));
    }

    Node child(String field) {
        return new Node(path.isEmpty() ? field : path + '.' + field, json.path(field), source, faults);
    }

    /** Notes whatever is not a mapping of these fields, and every other field. */
    void only(String... allowed) {
        List<String> known = List.of(allowed);
        if (!json.isObject()) {
            fault((exists() ? "must be a mapping" : "is missing") + "; its fields are " + String.join(", ", known));
        }
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
            items.add(new Node(list.path + '[' + i + ']', list.json.path(i), source, faults));
        }
        return items;
    }

    /** A list of at least one. */
    List<Node> someOf(String field, String what) {
        if (!child(field).exists() || child(field).json.isEmpty()) {
            child(field).fault("is missing; list at least one " + what);
            return List.of();
        }
        return list(field);
    }

    /** A text that must be there; empty if it is not. */
    String text(String field) {
        Node node = child(field);
        if (json.isObject() && !node.exists()) {
            node.fault("is missing");
        }
        return optionalText(field).orElse("");
    }

    /** A text that may be left out, but is not empty. */
    Optional<String> optionalText(String field) {
        return child(field).value();
    }

    /** The single value that stands here; absent, and noted unless nothing is here, if there is none. */
    Optional<String> value() {
        if (!exists()) {
            return Optional.empty();
        }
        if (!json.isValueNode()) {
            fault("must be a single value");
            return Optional.empty();
        }
        String text = json.asText().strip();
        if (text.isEmpty()) {
            fault("is empty");
            return Optional.empty();
        }
        return Optional.of(text);
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
        if (!json.isObject()) {
            return new Name("", "");
        }
        node.only("zh", "en");
        return new Name(node.text("zh"), node.text("en"));
    }

    Optional<BigDecimal> decimal(String field, String least, String most) {
        return child(field).decimalHere(least, most);
    }

    /** A decimal that must be there. */
    Optional<BigDecimal> neededDecimal(String field, String least, String most) {
        text(field);
        return decimal(field, least, most);
    }

    /** The decimal that stands here. */
    Optional<BigDecimal> decimalHere(String least, String most) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return parsed(
                text -> {
                    BigDecimal decimal = new BigDecimal(text);
                    boolean plain = decimal.scale() <= 12 && decimal.scale() >= -15;
                    if (!plain || decimal.compareTo(from) < 0 || decimal.compareTo(to) > 0) {
                        throw new NumberFormatException();
                    }
                    return decimal;
                },
                "a decimal from " + least + " to " + most);
    }

    Optional<LocalDate> date(String field) {
        return child(field).parsed(Moments::day, Moments.DAY);
    }

    /** A date that must be there. */
    Optional<LocalDate> neededDate(String field) {
        text(field);
        return date(field);
    }

    /** A month that must be there. */
    Optional<YearMonth> neededMonth(String field) {
        text(field);
        return child(field).parsed(Moments::month, Moments.MONTH);
    }

    /** A moment of a calendar, written as a day, a local time or a time with an offset. */
    Optional<LocalDateTime> moment(String field, BusinessCalendar calendar) {
        return child(field).parsed(text -> Moments.moment(text, calendar), Moments.MOMENT);
    }

    Optional<Integer> integer(String field, int least, int most) {
        return child(field)
                .parsed(
                        text -> {
                            int number = Integer.parseInt(text);
                            if (number < least || number > most) {
                                throw new NumberFormatException();
                            }
                            return number;
                        },
                        "a whole number from " + least + " to " + most);
    }

    /** A whole number that must be there. */
    Optional<Integer> neededInteger(String field, int least, int most) {
        text(field);
        return integer(field, least, most);
    }

    /** Whether a field says true; false if it is left out, true if it is wrong. */
    boolean flag(String field) {
        return child(field).exists() && word(field, Node::truth, true, "true, false");
    }

    private static Optional<Boolean> truth(String word) {
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
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

    /** One of an enum's constants, written in small letters with hyphens; absent if it is missing or wrong. */
    <E extends Enum<E>> Optional<E> oneOf(String field, E[] constants) {
        return word(
                field,
                word -> Arrays.stream(constants)
                        .filter(one -> word(one).equals(word))
                        .findFirst()
                        .map(Optional::of),
                Optional.empty(),
                Arrays.stream(constants).map(Node::word).collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> Optional<T> parsed(Function<String, T> parser, String what) {
        return value().flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (NumberFormatException | DateTimeException e) {
                fault('"' + text + "\" must be " + what);
                return Optional.empty();
            }
        });
    }
}

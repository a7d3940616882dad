package io.kilowatch.simulators.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A place in a scenario's YAML that notes what is wrong, by its path, with the mend. */
final class Leaf {
    private final String path;
    private final JsonNode node;
    private final List<String> faults;
    private final Set<String> asked = new HashSet<>();

    Leaf(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** Notes a fault of a member. */
    void fault(String member, String sentence) {
        String place = path.isEmpty() ? member : member.isEmpty() ? path : path + '.' + member;
        faults.add((place.isEmpty() ? "" : place + ": ") + sentence);
    }

    boolean has(String member) {
        asked.add(member);
        return node.has(member) && !node.path(member).isNull();
    }

    /** A member's text; nothing where it is not there or no plain value. */
    Optional<String> text(String member) {
        if (!has(member)) {
            return Optional.empty();
        }
        JsonNode value = node.path(member);
        if (!value.isValueNode()) {
            fault(member, "is not a plain value; give text or a number");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip());
    }

    /** A member that must be there. */
    Optional<String> needed(String member, String mend) {
        if (!has(member)) {
            fault(member, "is missing; give " + mend);
        }
        return text(member);
    }

    /** A member read by a function that gives nothing where it is not allowed. */
    <T> Optional<T> read(String member, Function<String, Optional<T>> reader, String allowed) {
        return text(member).flatMap(text -> {
            Optional<T> value = reader.apply(text);
            if (value.isEmpty()) {
                fault(member, "\"" + text + "\" is not allowed; give " + allowed);
            }
            return value;
        });
    }

    int whole(String member, int preset, int least, int most) {
        return read(
                        member,
                        text -> {
                            try {
                                int value = Integer.parseInt(text);
                                return value >= least && value <= most ? Optional.of(value) : Optional.empty();
                            } catch (NumberFormatException e) {
                                return Optional.empty();
                            }
                        },
                        "a whole number from " + least + " to " + most)
                .orElse(preset);
    }

    Optional<LocalDate> date(String member) {
        return read(
                member,
                text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                },
                "a day such as 2026-07-01");
    }

    /** A time in whole quarter hours, at least one. */
    Optional<Long> quarters(String member) {
        return read(
                member,
                text -> {
                    try {
                        long seconds = Duration.parse(text).toSeconds();
                        return seconds > 0 && seconds % 900 == 0 ? Optional.of(seconds / 900) : Optional.empty();
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                },
                "a duration in whole quarter hours, such as PT3H or P2D");
    }

    Leaf member(String member) {
        asked.add(member);
        if (node.has(member) && !node.path(member).isObject()) {
            fault(member, "is not a mapping; give its members as \"name: value\"");
        }
        return new Leaf(path.isEmpty() ? member : path + '.' + member, node.path(member), faults);
    }

    List<Leaf> list(String member) {
        asked.add(member);
        JsonNode value = node.path(member);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            fault(member, "is not a list; begin each of its entries with \"- \"");
        }
        List<Leaf> entries = new ArrayList<>();
        String place = path.isEmpty() ? member : path + '.' + member;
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            entries.add(new Leaf(place + '[' + (i + 1) + ']', value.get(i), faults));
        }
        return entries;
    }

    List<String> members() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Notes every member that nobody asked for. */
    void close() {
        if (!node.isObject() && !node.isMissingNode()) {
            fault("", "is not a mapping; give its members as \"name: value\"");
            return;
        }
        for (String name : members()) {
            if (!asked.contains(name)) {
                fault(
                        name,
                        "is not known here; known are "
                                + asked.stream().sorted().collect(java.util.stream.Collectors.joining(", ")));
            }
        }
    }
}

package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A figure that says something else now than a snapshot does.
 *
 * @param enterprise whose
 * @param figure of what
 * @param then what the snapshot says; absent for a figure that is new
 * @param now what is said now; absent for a figure that is gone
 * @param fields the fields of the verdict that differ, in order
 */
public record Difference(
        String enterprise, FigureKey figure, Optional<Said> then, Optional<Said> now, List<String> fields) {
    /** Copies its list. */
    public Difference {
        fields = List.copyOf(fields);
    }

    /**
     * The main of what a verdict says.
     *
     * @param value the value
     * @param unit its unit
     * @param outcome within, exceeds or cannot-be-judged; absent where it is not judged
     * @param limit the limit that applies
     */
    public record Said(Optional<BigDecimal> value, String unit, Optional<String> outcome, Optional<BigDecimal> limit) {
        private static Said of(JsonNode verdict) {
            return new Said(
                    text(verdict, "value").map(BigDecimal::new),
                    verdict.path("unit").asText(),
                    text(verdict, "outcome"),
                    text(verdict, "limit").map(BigDecimal::new));
        }

        private static Optional<String> text(JsonNode verdict, String field) {
            return verdict.hasNonNull(field) ? Optional.of(verdict.get(field).asText()) : Optional.empty();
        }
    }

    /** Those of an enterprise, in the order of figures. */
    static List<Difference> between(
            String enterprise, SortedMap<FigureKey, JsonNode> then, SortedMap<FigureKey, JsonNode> now) {
        SortedSet<FigureKey> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (FigureKey key : keys) {
            Optional<JsonNode> before = Optional.ofNullable(then.get(key));
            Optional<JsonNode> after = Optional.ofNullable(now.get(key));
            List<String> fields =
                    before.isPresent() && after.isPresent() ? fields(before.get(), after.get()) : List.of();
            if (!fields.isEmpty() || before.isPresent() != after.isPresent()) {
                differences.add(new Difference(enterprise, key, before.map(Said::of), after.map(Said::of), fields));
            }
        }
        return differences;
    }

    private static List<String> fields(JsonNode before, JsonNode after) {
        SortedSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !before.path(name).equals(after.path(name)))
                .toList();
    }
}

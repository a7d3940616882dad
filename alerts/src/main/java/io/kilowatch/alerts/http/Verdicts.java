package io.kilowatch.alerts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Verdicts as the API shows them. */
final class Verdicts {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> SHORT = List.of(
            "indicator",
            "name",
            "unit",
            "value",
            "completeness",
            "asOf",
            "outcome",
            "reasons",
            "limits",
            "limit",
            "judgedLevel",
            "levelReached",
            "margin",
            "comparisons",
            "grade");

    /** Judged ones first, then comprehensive energy, then the carriers. */
    private static final Comparator<JsonNode> ORDER = Comparator.comparingInt(Verdicts::rank)
            .thenComparing(verdict -> verdict.path("indicator").asText());

    private Verdicts() {}

    private static int rank(JsonNode verdict) {
        if (verdict.hasNonNull("outcome")) {
            return 0;
        }
        return verdict.path("indicator").asText().startsWith("comprehensive") ? 1 : 2;
    }

    static List<JsonNode> ordered(List<String> bodies) {
        return bodies.stream().map(Verdicts::parse).sorted(ORDER).toList();
    }

    static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lists and live events need of a verdict. */
    static ObjectNode shortened(JsonNode verdict) {
        ObjectNode node = JSON.createObjectNode();
        for (String field : SHORT) {
            if (verdict.has(field)) {
                node.set(field, verdict.get(field));
            }
        }
        JsonNode standard = verdict.path("quota").path("standard");
        if (standard.isTextual()) {
            node.set("standard", standard);
        }
        return node;
    }

    /** The text of a field; empty where it is null or absent. */
    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** The number of a field; absent where it is null or absent. */
    static Optional<BigDecimal> number(JsonNode node, String field) {
        return node.hasNonNull(field)
                ? Optional.of(new BigDecimal(node.get(field).asText()))
                : Optional.empty();
    }
}

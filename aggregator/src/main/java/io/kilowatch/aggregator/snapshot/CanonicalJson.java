package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The one form in bytes of a JSON value: UTF-8, no blanks, keys in order of their UTF-16 units, fields that are null left
 * out, no numbers but whole ones. Decimals are texts.
 */
final class CanonicalJson {
    static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalJson() {}

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(sorted(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode json) {
        if (json instanceof ObjectNode object) {
            SortedSet<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            ObjectNode ordered = JSON.createObjectNode();
            for (String name : names) {
                if (object.hasNonNull(name)) {
                    ordered.set(name, sorted(object.get(name)));
                }
            }
            return ordered;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode ordered = JSON.createArrayNode();
            array.forEach(one -> ordered.add(sorted(one)));
            return ordered;
        }
        if (json.isNumber() && !json.isIntegralNumber()) {
            throw new IllegalArgumentException("a decimal must be a text, not the number " + json);
        }
        return json;
    }
}

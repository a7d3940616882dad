package io.kilowatch.aggregator.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One enterprise's figures of a year: those of the year and of its months, by what each is of.
 *
 * @param code whose
 * @param registryOffset the registry document that they were computed with
 * @param document that document; absent once it was deleted
 * @param figures verdicts without the time of their computation, which says nothing of what they say
 */
record EnterpriseYear(
        String code,
        Optional<Long> registryOffset,
        Optional<JsonNode> document,
        SortedMap<FigureKey, JsonNode> figures) {

    /** That of verdicts in any order. */
    static EnterpriseYear of(
            String code, Optional<Long> registryOffset, Optional<JsonNode> document, Collection<JsonNode> verdicts) {
        SortedMap<FigureKey, JsonNode> figures = new TreeMap<>();
        for (JsonNode verdict : verdicts) {
            ObjectNode said = verdict.deepCopy();
            said.remove("computedAt");
            figures.put(FigureKey.of(said), said);
        }
        return new EnterpriseYear(code, registryOffset, document, figures);
    }

    /** Its canonical bytes. */
    byte[] bytes() {
        ObjectNode json = CanonicalJson.JSON.createObjectNode().put("code", code);
        registryOffset.ifPresent(offset -> json.put("registryOffset", offset));
        document.map(one -> one.path("enterprise")).ifPresent(enterprise -> {
            json.set("name", enterprise.path("name").deepCopy());
            json.put("region", enterprise.path("region").asText())
                    .put("industry", enterprise.path("industry").asText())
                    .put("plant", enterprise.path("plant").asText());
        });
        ArrayNode array = json.putArray("figures");
        figures.values().forEach(array::add);
        return CanonicalJson.bytes(json);
    }

    /** The figures in some canonical bytes. */
    static SortedMap<FigureKey, JsonNode> figures(byte[] bytes) throws IOException {
        SortedMap<FigureKey, JsonNode> figures = new TreeMap<>();
        for (JsonNode figure : CanonicalJson.JSON.readTree(bytes).path("figures")) {
            figures.put(FigureKey.of(figure), figure);
        }
        return figures;
    }
}

package io.kilowatch.aggregator.evidence.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A registry document without what only its devices should know. */
final class SafeDocument {
    private SafeDocument() {}

    /** The document without its devices' password hashes. */
    static JsonNode of(String json) throws IOException {
        JsonNode document = Texts.JSON.readTree(json);
        for (JsonNode device : document.path("devices")) {
            if (device instanceof ObjectNode node) {
                node.remove("password");
            }
        }
        return document;
    }
}

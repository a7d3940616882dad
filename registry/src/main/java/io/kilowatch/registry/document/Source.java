package io.kilowatch.registry.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A document's text as a tree, with the line of every place in it.
 *
 * <p>Scalars are kept as they are written: YAML would turn the meter {@code 007} into 7, {@code 1_2} into 12 and a long
 * decimal into binary floating point.
 */
final class Source {
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final JsonNode tree;

    private Source(JsonParser parser) throws IOException {
        this.tree = parser.nextToken() == null ? NODES.missingNode() : value(parser, "");
        if (parser.nextToken() != null) {
            int line = parser.currentTokenLocation().getLineNr();
            faults.add(new Fault("", "a second document follows; give each enterprise a file of its own", line));
        }
    }

    /** Reads JSON, or else YAML. */
    static Source read(byte[] bytes) throws IOException {
        if (!startsWithBrace(bytes)) {
            return read(YAML.createParser(bytes));
        }
        try {
            return read(JSON.createParser(bytes));
        } catch (JsonProcessingException json) {
            try {
                return read(YAML.createParser(bytes));
            } catch (JsonProcessingException yaml) {
                json.addSuppressed(yaml);
                throw json;
            }
        }
    }

    private static Source read(JsonParser parser) throws IOException {
        try (parser) {
            return new Source(parser);
        }
    }

    private static boolean startsWithBrace(byte[] bytes) {
        for (byte one : bytes) {
            if (one > ' ') {
                return one == '{';
            }
        }
        return false;
    }

    JsonNode tree() {
        return tree;
    }

    /** What was found while reading: fields given twice, a second document. */
    List<Fault> faults() {
        return faults;
    }

    /** The line of a place, or of the nearest place around it. */
    int line(String path) {
        String nearest = path;
        while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
            nearest = nearest.substring(0, Math.max(0, Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['))));
        }
        return lines.getOrDefault(nearest, 1);
    }

    private JsonNode value(JsonParser parser, String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        lines.putIfAbsent(path, line);
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            faults.add(new Fault(path, "refers to an anchor; write the value out", line));
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, path);
        }
        if (token == JsonToken.START_ARRAY) {
            var list = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser, path + '[' + list.size() + ']'));
            }
            return list;
        }
        return token == JsonToken.VALUE_NULL ? NODES.nullNode() : TextNode.valueOf(parser.getText());
    }

    private ObjectNode mapping(JsonParser parser, String path) throws IOException {
        ObjectNode mapping = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            String place = path.isEmpty() ? field : path + '.' + field;
            int line = parser.currentTokenLocation().getLineNr();
            if (mapping.has(field)) {
                faults.add(new Fault(place, "is given twice", line));
            }
            lines.putIfAbsent(place, line);
            parser.nextToken();
            mapping.set(field, value(parser, place));
        }
        return mapping;
    }
}

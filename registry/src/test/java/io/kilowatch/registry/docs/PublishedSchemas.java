package io.kilowatch.registry.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The schemas of {@code docs}, and what does not fit them. */
final class PublishedSchemas {
    private static final Path DOCS = Path.of("..", "docs");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private PublishedSchemas() {}

    static byte[] file(String name) throws IOException {
        return Files.readAllBytes(DOCS.resolve(name));
    }

    static JsonObject yaml(String name) throws IOException {
        return new JsonObject(JSON.writeValueAsString(YAML.readTree(file(name))));
    }

    static JsonObject registry() throws IOException {
        return new JsonObject(new String(file("registry.schema.json"), StandardCharsets.UTF_8));
    }

    /** One schema of the AsyncAPI document, with every field that it does not tell of forbidden. */
    static JsonObject payload(String name) throws IOException {
        String schemas = yaml("asyncapi.yaml")
                .getJsonObject("components")
                .getJsonObject("schemas")
                .encode()
                .replace("#/components/schemas/", "#/$defs/");
        JsonObject definitions = new JsonObject(schemas);
        closeObjects(definitions);
        return new JsonObject().put("$ref", "#/$defs/" + name).put("$defs", definitions);
    }

    private static void closeObjects(Object schema) {
        if (schema instanceof JsonObject object) {
            Set.copyOf(object.fieldNames()).forEach(field -> closeObjects(object.getValue(field)));
            if ("object".equals(object.getValue("type")) && !object.containsKey("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        } else if (schema instanceof JsonArray array) {
            array.forEach(PublishedSchemas::closeObjects);
        }
    }

    /** What does not fit, one sentence each. */
    static List<String> misfits(JsonObject schema, JsonObject document) {
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setBaseUri("https://kilowatch.test/")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        OutputUnit result = Validator.create(JsonSchema.of(schema), options).validate(document);
        if (result.getValid()) {
            return List.of();
        }
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }
}

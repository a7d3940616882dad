package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The API's own description.
 *
 * @param document OpenAPI 3.1
 */
record DescribedApi(JsonNode document) {
    static DescribedApi of(ServedApi served) throws Exception {
        return new DescribedApi(served.json("/api/v1/openapi.json"));
    }

    /** That an answer has the fields that are required, and none that are not described. */
    void assertDescribed(String schema, JsonNode value) {
        assertDescribed(document.at("/components/schemas/" + schema), value, schema);
    }

    private void assertDescribed(JsonNode given, JsonNode value, String place) {
        JsonNode schema = given;
        for (JsonNode one : given.path("oneOf")) {
            schema = value.isNull() || one.path("type").asText().equals("null") ? schema : one;
        }
        if (schema.has("$ref")) {
            schema = document.at(schema.path("$ref").asText().substring(1));
        }
        JsonNode described = schema;
        if (value.isArray()) {
            value.forEach(one -> assertDescribed(described.path("items"), one, place + "[]"));
        } else if (value.isObject() && schema.has("properties")) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asText()))
                            .as(place + '.' + name.asText())
                            .isTrue());
            value.properties().forEach(field -> {
                assertThat(described.path("properties").has(field.getKey()))
                        .as(place + '.' + field.getKey())
                        .isTrue();
                assertDescribed(
                        described.path("properties").path(field.getKey()),
                        field.getValue(),
                        place + '.' + field.getKey());
            });
        } else if (value.isObject() && schema.has("type")) {
            assertThat(schema.path("type").toString()).as(place).contains("\"object\"");
        }
    }
}

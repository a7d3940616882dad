package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.testing.MemoryVerdicts;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final ServedApi served = new ServedApi(new MemoryVerdicts());

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void describesExactlyTheRoutesThatThereAre() throws Exception {
        JsonNode description = served.json("/api/v1/openapi.json");
        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey())));

        Set<String> routes = served.server.router("127.0.0.1").getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/api/"))
                .map(route -> route.methods().iterator().next().name()
                        + ' '
                        + route.getPath().replaceAll(":([a-z]+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes).isEqualTo(described);
        assertThat(description.path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void resolvesEveryReference() throws Exception {
        JsonNode description = served.json("/api/v1/openapi.json");

        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(description.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void describesEveryParameterInAPath() throws Exception {
        JsonNode description = served.json("/api/v1/openapi.json");

        description.path("paths").properties().forEach(path -> {
            Set<String> inPath = java.util.regex.Pattern.compile("\\{([a-z]+)\\}")
                    .matcher(path.getKey())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            path.getValue().forEach(method -> {
                Set<String> named = new TreeSet<>();
                method.path("parameters").forEach(parameter -> {
                    JsonNode one = parameter.has("$ref")
                            ? description.at(parameter.path("$ref").asText().substring(1))
                            : parameter;
                    if (one.path("in").asText().equals("path")) {
                        named.add(one.path("name").asText());
                    }
                });
                assertThat(named).as(path.getKey()).isEqualTo(inPath);
            });
        });
    }
}

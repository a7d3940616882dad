package io.kilowatch.aggregator.evidence.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Gathering;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.evidence.file.EvidenceJson;
import io.kilowatch.aggregator.evidence.file.EvidencePack;
import io.kilowatch.aggregator.store.IndicatorListStore.Item;
import io.kilowatch.aggregator.store.IndicatorListStore.Place;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.registry.reference.ReferenceData;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceServerTest {
    private static final String FIGURES = "/api/v1/enterprises/" + Smelter.CODE + "/indicators";
    private static final String FIGURE = FIGURES + "/unit-product%3Aal/month/2026-09-01/evidence";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MemoryArchive archive = Smelter.archive();
    private final Vertx vertx = Vertx.vertx();
    private final EvidenceServer server = new EvidenceServer(vertx, new Memory(archive));
    private final HttpServer listening = server.listen("127.0.0.1", 0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    /** Evidence out of memory. */
    private record Memory(MemoryArchive archive) implements EvidenceSource {
        @Override
        public ObjectNode json(Figure figure) throws Exception {
            return EvidenceJson.of(EvidenceSource.found(gathering().gather(archive, figure)));
        }

        @Override
        public void pack(Figure figure, Path file) throws Exception {
            try (OutputStream stream = Files.newOutputStream(file)) {
                EvidencePack.write(EvidenceSource.found(gathering().gather(archive, figure)), archive, stream);
            }
        }

        private static Gathering gathering() {
            return new Gathering(Smelter.RULES, ReferenceData.standard());
        }

        @Override
        public List<Item> page(String enterprise, Optional<Place> after, Optional<PeriodKind> kind, int limit) {
            List<Item> items = new ArrayList<>();
            for (String indicator : List.of("a", "b", "c")) {
                if (after.map(place -> place.indicator().compareTo(indicator) < 0)
                        .orElse(true)) {
                    items.add(new Item(
                            indicator,
                            Times.month("2026-09-01"),
                            "甲",
                            "A",
                            "tce",
                            Optional.empty(),
                            BigDecimal.ONE,
                            Optional.empty()));
                }
            }
            return items.subList(0, Math.min(limit, items.size()));
        }
    }

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpResponse<byte[]> get(String path, String accept) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + listening.actualPort() + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri).header("accept", accept).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path, "*/*").body());
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String... words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(new String(answer.body(), UTF_8)).contains(words);
    }

    @Test
    void describesExactlyTheRoutesThatItHas() throws Exception {
        Set<String> described = new TreeSet<>();
        json("/api/v1/openapi.json")
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey())));

        Set<String> routes = server.router("127.0.0.1").getRoutes().stream()
                .filter(route -> route.getPath() != null)
                .map(route -> route.methods().iterator().next().name()
                        + ' '
                        + route.getPath().replaceAll(":([a-z]+)", "{$1}"))
                .collect(Collectors.toSet());
        assertThat(routes).isEqualTo(described);
    }

    @Test
    void resolvesEveryReferenceOfItsDescription() throws Exception {
        JsonNode description = json("/api/v1/openapi.json");

        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(description.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void answersWithTheFieldsThatItDescribesAndNoOthers() throws Exception {
        JsonNode schemas = json("/api/v1/openapi.json").at("/components/schemas");
        JsonNode evidence = json(FIGURE);

        assertThat(evidence.at("/verdict/value").asText()).isEqualTo("13400.000000");
        assertDescribed(schemas, schemas.path("Evidence"), evidence, "evidence");
        assertDescribed(schemas, schemas.path("IndicatorPage"), json(FIGURES), "page");
    }

    private static void assertDescribed(JsonNode schemas, JsonNode given, JsonNode value, String place) {
        JsonNode schema = given;
        for (JsonNode one : given.path("oneOf")) {
            schema = value.isNull() ? schema : one.has("$ref") ? one : schema;
        }
        if (schema.has("$ref")) {
            schema = schemas.path(schema.path("$ref").asText().replace("#/components/schemas/", ""));
        }
        JsonNode described = schema;
        if (value.isArray()) {
            value.forEach(one -> assertDescribed(schemas, described.path("items"), one, place + "[]"));
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
                        schemas,
                        described.path("properties").path(field.getKey()),
                        field.getValue(),
                        place + '.' + field.getKey());
            });
        }
    }

    @Test
    void givesTheZipByItsSuffixAndByTheAcceptHeader() throws Exception {
        byte[] expected = Packed.bytes(archive, Smelter.PER_TONNE);

        HttpResponse<byte[]> bySuffix = get(FIGURE + ".zip", "*/*");
        HttpResponse<byte[]> byHeader = get(FIGURE, "application/zip");

        assertThat(bySuffix.body()).isEqualTo(expected);
        assertThat(byHeader.body()).isEqualTo(expected);
        assertThat(bySuffix.headers().firstValue("content-type")).hasValue("application/zip");
        assertThat(bySuffix.headers().firstValue("content-disposition"))
                .hasValue(
                        "attachment; filename=\"evidence-" + Smelter.CODE + "-unit-product-al-month-2026-09-01.zip\"");
    }

    @Test
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt() throws Exception {
        assertProblem(get(FIGURE.replace("month", "week"), "*/*"), 400, "请用 day", "give day, month or year");
        assertProblem(get(FIGURE.replace("2026-09", "2027-09"), "*/*"), 404, "没有此指标值", "there is no figure");
        assertProblem(get(FIGURE.replace("2026-09", "2027-09") + ".zip", "*/*"), 404, "there is no figure");
        assertProblem(get("/nothing", "*/*"), 404, "此地址没有内容", "nothing is at this address");
        assertProblem(get(FIGURES + "?limit=0", "*/*"), 400, "请给出 1 至 1000", "from 1 to 1000");
    }

    @Test
    void pagesThroughTheListByCursor() throws Exception {
        JsonNode first = json(FIGURES + "?limit=2");
        JsonNode second = json(FIGURES + "?limit=2&cursor=" + first.path("next").asText());

        assertThat(first.path("items").findValuesAsText("indicator")).containsExactly("a", "b");
        assertThat(second.path("items").findValuesAsText("indicator")).containsExactly("c");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.at("/items/0/evidence").asText()).isEqualTo(FIGURES + "/a/month/2026-09-01/evidence");
    }
}

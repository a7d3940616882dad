package io.kilowatch.deploy.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every key product of Ningxia's plan from PUBLISH to the verdict over HTTP, for a month that is over.
 *
 * <p>The figures of {@code verdicts.csv} were computed by hand from those of {@code readings.csv}; its last column says how.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductsIT {
    private static final Instant NOW = Instant.parse("2026-10-20T04:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Map<String, String> codes = new HashMap<>();
    private RunningLine line;

    @BeforeAll
    void sendsAMonthOfEveryProduct() throws Exception {
        line = new RunningLine(Flavour.TIMESCALEDB, InstantSource.fixed(NOW));
        for (String name : Products.names()) {
            String document = Products.document(name);
            codes.put(name, Products.code(document));
            line.register(Products.code(document), document);
            send(name, Products.code(document));
        }
        line.awaitStored();
    }

    @AfterAll
    void stop() {
        line.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "products/verdicts.csv", delimiter = '|', numLinesToSkip = 1)
    void judgesAsComputedByHand(
            String document,
            String indicator,
            BigDecimal value,
            @Nullable BigDecimal level1,
            @Nullable BigDecimal level2,
            @Nullable BigDecimal level3,
            String outcome,
            @Nullable Integer reached,
            @Nullable String reason,
            String how) {
        String code = codes.get(document);

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode verdict = september(code, indicator);
            assertThat(decimal(verdict, "value")).as(how).isEqualByComparingTo(value);
            assertThat(verdict.path("outcome").asText()).as(how).isEqualTo(outcome);
            assertThat(verdict.path("asOf").asText()).isEqualTo("2026-10-01T00:00:00+08:00");
            assertThat(decimal(verdict, "completeness")).isEqualByComparingTo("1");
            assertLevel(verdict, 1, level1, how);
            assertLevel(verdict, 2, level2, how);
            assertLevel(verdict, 3, level3, how);
            assertThat(verdict.path("levelReached").asText("null")).as(how).isEqualTo(String.valueOf(reached));
            assertReason(verdict, reason);
        });
    }

    @Test
    void namesTheBenchmarkThatAValueMeets() throws Exception {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode comparisons =
                    september(codes.get("steel"), "unit-product:iron").path("comparisons");
            assertThat(comparisons.findValuesAsText("id")).containsExactly("benchmark", "baseline");
            assertThat(comparisons.findValuesAsText("figure")).containsExactly("361", "435");
            assertThat(comparisons.findValuesAsText("met")).containsExactly("false", "true");
        });
    }

    @Test
    void restatesTheMonthWhenAnInputIsRestated() throws Exception {
        String document = sibling("ferrosilicon");
        String code = Products.code(document);
        line.register(code, document);
        send("ferrosilicon", code);
        awaitOutcome(code, "unit-product:smelting", "within", "8380");

        line.register(
                code,
                document.replace("ore_grade, from: 2026-01-01, value: 98.5", "ore_grade, from: 2026-01-01, value: 99"));

        awaitOutcome(code, "unit-product:smelting", "exceeds", "8360");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(line.get("/api/v1/alerts?enterprise=" + code)
                                .path("items")
                                .findValuesAsText("limit"))
                        .contains("8360"));
    }

    @Test
    void judgesTheMonthOnceTheMissingInputIsDeclared() throws Exception {
        String document = sibling("silicomanganese");
        String code = Products.code(document);
        line.register(code, document);
        send("silicomanganese", code);
        await().atMost(SOON)
                .untilAsserted(() -> assertReason(september(code, "unit-product:smelting"), "missing-input ore_grade"));

        line.register(
                code, document.stripTrailing() + "\n    inputs: [{input: ore_grade, from: 2026-01-01, value: 35}]\n");

        awaitOutcome(code, "unit-product:smelting", "within", "4350");
    }

    private void awaitOutcome(String code, String indicator, String outcome, String limit) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode verdict = september(code, indicator);
            assertThat(verdict.path("outcome").asText()).isEqualTo(outcome);
            assertThat(decimal(verdict, "limit")).isEqualByComparingTo(limit);
        });
    }

    private static String sibling(String name) {
        String document = Products.document(name);
        String code = Products.code(document);
        return document.replace(code, Ledgers.sibling(code));
    }

    private void send(String name, String code) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(line.mqttPort())
                .simpleAuth()
                .username(code + "/gw-1")
                .password(Products.PASSWORD.getBytes(UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        for (String batch : Products.batches(name)) {
            client.publishWith()
                    .topic("kw/v1/" + code + "/gw-1/readings")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(batch.getBytes(UTF_8))
                    .send();
        }
        client.disconnect();
    }

    private JsonNode september(@Nullable String code, String indicator) throws Exception {
        JsonNode month = line.get("/api/v1/enterprises/" + code + "?period=month&at=2026-09-01");
        for (JsonNode verdict : month.path("indicators")) {
            if (verdict.path("indicator").asText().equals(indicator)) {
                return verdict;
            }
        }
        return MissingNode.getInstance();
    }

    private static BigDecimal decimal(JsonNode verdict, String field) {
        return new BigDecimal(verdict.path(field).asText("-999999"));
    }

    private static void assertLevel(JsonNode verdict, int level, @Nullable BigDecimal expected, String how) {
        JsonNode found = verdict.path("limits").path("level" + level);
        if (expected == null) {
            assertThat(found.isMissingNode() || found.isNull())
                    .as("level %s is %s: %s", level, found, how)
                    .isTrue();
        } else {
            assertThat(new BigDecimal(found.asText("-999999")))
                    .as("level %s: %s", level, how)
                    .isEqualByComparingTo(expected);
        }
    }

    /** The code of the only reason, and a word that its text must hold. */
    private static void assertReason(JsonNode verdict, @Nullable String expected) {
        List<String> found = verdict.path("reasons").findValuesAsText("code");
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            String[] words = expected.split(" ", -1);
            assertThat(found).containsExactly(words[0]);
            assertThat(Stream.of("zh", "en")
                            .map(language ->
                                    verdict.at("/reasons/0/" + language).asText()))
                    .anyMatch(text -> text.contains(words[1]));
        }
    }
}

package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.testing.MemoryVerdicts;
import io.kilowatch.aggregator.testing.Province;
import io.kilowatch.registry.topics.RejectedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectedApiTest {
    private static final String JSON = "application/json";

    private final ServedApi served = new ServedApi(new MemoryVerdicts());

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void listsTheNewestFirstAndPagesOn() throws Exception {
        JsonNode first = served.json("/api/v1/rejected?limit=3");
        JsonNode rest = served.json(
                "/api/v1/rejected?limit=3&cursor=" + first.path("next").asText());

        DescribedApi.of(served).assertDescribed("RejectedPage", first);
        assertThat(first.path("items").findValuesAsText("id")).containsExactly("3-1204", "3-1203", "3-1202");
        assertThat(rest.path("items").findValuesAsText("id")).containsExactly("3-1201", "3-1200");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(first.at("/items/0/clockOffsetMillis").asLong()).isEqualTo(350);
    }

    @Test
    void filtersByStateCodeEnterpriseAndDay() throws Exception {
        assertThat(served.json("/api/v1/rejected?state=redriven").path("items").findValuesAsText("id"))
                .containsExactly("3-1200");
        assertThat(served.json("/api/v1/rejected?code=bad-number").path("items").findValuesAsText("id"))
                .containsExactly("3-1202");
        assertThat(served.json("/api/v1/rejected?enterprise=" + Province.CEMENT).path("items"))
                .isEmpty();
        served.json("/api/v1/rejected?from=2026-11-21&to=2026-11-22&device=gw-1");
        assertThat(served.rejections.lastFilter().from()).hasValue(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(served.rejections.lastFilter().until()).hasValue(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(served.rejections.lastFilter().device()).isEqualTo(Optional.of("gw-1"));
    }

    @Test
    void showsEveryRefusalThePayloadAndWhatWasRedriven() throws Exception {
        JsonNode batch = served.json("/api/v1/rejected/3-1200");

        DescribedApi.of(served).assertDescribed("RejectedBatch", batch);
        assertThat(batch.at("/refusals/0/message/zh").asText()).isEqualTo("本单位未登记计量器具 CRAC-9");
        assertThat(batch.at("/payload/encoding").asText()).isEqualTo("text");
        assertThat(batch.at("/payload/content").asText()).contains("CRAC-9");
        assertThat(batch.at("/redrives/0/by").asText()).isEqualTo("li.na");
        assertThat(served.get("/api/v1/rejected/3-9999", "*/*").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/v1/rejected/nonsense", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void redrivesOneThatIsNamed() throws Exception {
        var answer = served.post("/api/v1/rejected/3-1203/redrive", JSON, "{\"by\":\"li.na\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        DescribedApi.of(served).assertDescribed("Redriven", ServedApi.JSON.readTree(answer.body()));
        assertThat(served.rejections.asked()).containsExactly(new RejectedId(3, 1_203));
    }

    @Test
    void redrivesWhatAFilterNamesIfItIsOpen() throws Exception {
        var answer = served.post(
                "/api/v1/rejected/redrive",
                JSON,
                "{\"by\":\"li.na\",\"enterprise\":\"" + Province.SMELTER + "\",\"code\":\"unknown-meter\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(served.rejections.asked())
                .containsExactlyElementsOf(
                        List.of(new RejectedId(3, 1_204), new RejectedId(3, 1_203), new RejectedId(3, 1_201)));
    }

    @Test
    void redrivesNothingForNobodyNorForAForeignForm() throws Exception {
        String one = "/api/v1/rejected/3-1203/redrive";

        assertThat(served.post(one, JSON, "{}").statusCode()).isEqualTo(400);
        assertThat(served.post(one, JSON, "nonsense").statusCode()).isEqualTo(400);
        assertThat(served.post(one, "text/plain", "{\"by\":\"li.na\"}").statusCode())
                .isEqualTo(415);
        assertThat(served.post("/api/v1/rejected/redrive", JSON, "{\"by\":\"li.na\",\"ids\":[\"x\"]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.post("/api/v1/rejected/3-9999/redrive", JSON, "{\"by\":\"li.na\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.rejections.asked()).isEmpty();
    }
}

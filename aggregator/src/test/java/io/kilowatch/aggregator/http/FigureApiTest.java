package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.console.ConsoleFigures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FigureApiTest {
    private static final ServedApi SERVED = new ServedApi(ConsoleFigures.verdicts());
    private static final String STEEL = ConsoleFigures.code("石嘴山钢铁示例公司");
    private static final String FIGURE = "/api/v1/enterprises/" + STEEL + "/indicators/unit-product:main/";

    @AfterAll
    static void close() {
        SERVED.close();
    }

    @Test
    void showsTheStretchesOfAYearThatStraddlesTwoEditionsWithWhatCorrectedThem() throws Exception {
        JsonNode figure = SERVED.json(FIGURE + "year/2026-01-01");

        DescribedApi.of(SERVED).assertDescribed("Verdict", figure);
        JsonNode parts = figure.path("parts");
        assertThat(parts).hasSize(2);
        assertThat(parts.findValuesAsText("standard")).containsExactly("GB 21256-2013", "GB 21256-2025");
        assertThat(parts.get(0).path("quota").path("verified").asBoolean()).isFalse();
        assertThat(parts.get(1).path("quota").path("level3").asText()).isEqualTo("415");
        assertThat(parts.get(1).path("limits").path("level3").asText()).isEqualTo("418.61");
        assertThat(parts.get(1).path("inputs").get(0).path("input").asText()).isEqualTo("feed_grade");
        assertThat(figure.path("comparisons").findValuesAsText("id")).containsExactly("benchmark", "baseline");
        assertThat(figure.path("evidence").asText()).isEqualTo(FIGURE.replace(":", "%3A") + "year/2026-01-01/evidence");
    }

    @Test
    void givesASeriesTheStepsOfItsLimitInsideAPeriod() throws Exception {
        JsonNode points = SERVED.json(FIGURE + "series?period=year").path("points");

        DescribedApi.of(SERVED).assertDescribed("Point", points.get(points.size() - 1));
        JsonNode last = points.get(points.size() - 1);
        assertThat(last.path("parts").findValuesAsText("until")).containsExactly("2026-07-01", "2027-01-01");
        assertThat(last.path("judgedLevel").asInt()).isEqualTo(3);
        assertThat(points.get(0).has("parts")).isFalse();
    }

    @Test
    void saysWhatItHasNotGot() throws Exception {
        assertThat(SERVED.get(FIGURE + "month/1999-01-01", "*/*").statusCode()).isEqualTo(404);
        assertThat(SERVED.get(FIGURE + "week/2026-01-01", "*/*").statusCode()).isEqualTo(400);
    }
}

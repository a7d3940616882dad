package io.kilowatch.alerts.http;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.alerts.fixture.Codes;
import io.kilowatch.alerts.fixture.VerdictBuilder;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Verdict.Comparison;
import io.kilowatch.domain.Verdict.Grade;
import io.kilowatch.domain.Verdict.Part;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnterpriseApiTest {
    private static final Instant T0 = Instant.parse("2026-08-19T16:00:00Z");

    private final ServedDesk served = new ServedDesk();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void listsEveryRegisteredEnterpriseEvenWithoutData() throws Exception {
        JsonNode list = served.json("/api/v1/enterprises");

        assertThat(list.path("items")).hasSize(12);
        assertThat(list.path("period").isNull()).isTrue();
        assertThat(list.path("items").get(0).path("outcome").isNull()).isTrue();
        assertThat(served.json("/api/v1/summary").path("asOf").isNull()).isTrue();
    }

    @Test
    void showsTheNewestPeriodUnlessAnotherIsAskedFor() throws Exception {
        take(aVerdict().in(month(7)).value("110"));
        take(aVerdict().in(month(8)).value("120"));

        assertThat(first("/api/v1/enterprises").path("outcome").asText()).isEqualTo("exceeds");
        assertThat(first("/api/v1/enterprises?at=2026-07-19").path("outcome").asText())
                .isEqualTo("within");
        assertThat(first("/api/v1/enterprises?period=year").path("indicators")).isEmpty();
    }

    @Test
    void putsJudgedIndicatorsFirstAndLeavesCarriersToTheDetail() throws Exception {
        take(aVerdict()
                .indicator("energy.electricity", new Name("电力", "electricity"), "kWh")
                .unjudged());
        take(aVerdict()
                .indicator("comprehensive-energy", new Name("综合能耗", "energy"), "tce")
                .unjudged());
        take(aVerdict());

        JsonNode item = first("/api/v1/enterprises");
        JsonNode detail = served.json("/api/v1/enterprises/" + Codes.numbered(1));

        assertThat(texts(item.path("indicators"), "indicator"))
                .containsExactly("unit-product:clinker", "comprehensive-energy");
        assertThat(item.path("indicators").get(0).path("standard").asText()).isEqualTo("GB 16780-2021");
        assertThat(texts(detail.path("indicators"), "indicator"))
                .containsExactly("unit-product:clinker", "comprehensive-energy", "energy.electricity");
        assertThat(detail.path("indicators").get(0).path("quota").path("source").asText())
                .isEqualTo("GB PDF, table 1");
    }

    @Test
    void passesOnHowAFigureIsJudged() throws Exception {
        Quota quota = VerdictBuilder.quota("100", "107", "117");
        Limits corrected = new Limits(
                Optional.of(new BigDecimal("101")),
                Optional.of(new BigDecimal("108")),
                Optional.of(new BigDecimal("119")));
        Part first = part(month(8).start(), LocalDate.of(2026, 8, 11), quota, corrected);
        Part second = part(LocalDate.of(2026, 8, 11), month(8).end(), quota, corrected);
        Comparison benchmark =
                new Comparison("benchmark", new Name("标杆水平", "benchmark"), "723", new BigDecimal("100"), false);
        take(aVerdict()
                .limits(corrected)
                .parts(List.of(first, second))
                .comparisons(List.of(benchmark))
                .grade(new Grade("yellow", new Name("黄色", "yellow"), "a plan")));

        JsonNode brief = first("/api/v1/enterprises").path("indicators").get(0);
        JsonNode whole = served.json("/api/v1/enterprises/" + Codes.numbered(1))
                .path("indicators")
                .get(0);
        JsonNode point = served.json("/api/v1/enterprises/" + Codes.numbered(1) + "/indicators")
                .at("/series/0/points/0");

        assertThat(brief.path("comparisons").get(0).path("figure").asText()).isEqualTo("100");
        assertThat(brief.path("grade").path("id").asText()).isEqualTo("yellow");
        assertThat(whole.path("limits").path("level3").asText()).isEqualTo("119");
        assertThat(whole.path("quota").path("level3").asText()).isEqualTo("117");
        assertThat(whole.path("parts")
                        .get(1)
                        .path("inputs")
                        .get(0)
                        .path("input")
                        .asText())
                .isEqualTo("ore_grade");
        assertThat(point.path("parts").findValuesAsText("until")).containsExactly("2026-08-11", "2026-09-01");
        assertThat(point.path("judgedLevel").asInt()).isEqualTo(3);
    }

    private static Part part(LocalDate from, LocalDate until, Quota quota, Limits limits) {
        return new Part(
                from,
                until,
                Optional.of(BigDecimal.TEN),
                BigDecimal.ONE,
                Optional.of(quota),
                limits,
                List.of(new Input("ore_grade", from, new BigDecimal("34.5"))));
    }

    @Test
    void namesTheInputsThatLimitsAreCorrectedBy() throws Exception {
        JsonNode inputs = served.json("/api/v1/inputs").path("items");

        assertThat(texts(inputs, "input")).contains("ore_grade", "clinker_ratio", "steel_class");
        assertThat(inputs.findValues("choices"))
                .anyMatch(choices -> choices.path("1").path("zh").asText().equals("优质碳素结构钢"));
    }

    @Test
    void countsAnEnterpriseByItsWorstOutcome() throws Exception {
        take(aVerdict());
        take(aVerdict().indicator("pue", new Name("PUE", "PUE"), "1").value("118"));
        take(aVerdict().of(Codes.numbered(2)).doubtful("incomplete"));

        JsonNode summary = served.json("/api/v1/summary");

        assertThat(summary.path("enterprises").path("total").asInt()).isEqualTo(12);
        assertThat(summary.path("enterprises").path("exceeds").asInt()).isEqualTo(1);
        assertThat(summary.path("enterprises").path("cannot-be-judged").asInt()).isEqualTo(1);
        assertThat(summary.path("enterprises").path("within").asInt()).isZero();
        assertThat(summary.path("alerts").path("open").asInt()).isEqualTo(1);
        assertThat(summary.path("periods").path("month").path("last").asText()).isEqualTo("2026-08-01");
        assertThat(first("/api/v1/enterprises").path("alerts").asInt()).isEqualTo(1);
    }

    @Test
    void pagesAndFiltersByRegionAndText() throws Exception {
        JsonNode page = served.json("/api/v1/enterprises?limit=4");
        JsonNode rest = served.json(
                "/api/v1/enterprises?limit=1000&cursor=" + page.path("next").asText());

        assertThat(page.path("items")).hasSize(4);
        assertThat(rest.path("items")).hasSize(8);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(served.json("/api/v1/enterprises?region=6405").path("items")).hasSize(2);
        assertThat(served.json("/api/v1/enterprises?q=CEMENT").path("items")).hasSize(2);
    }

    @Test
    void givesSeriesForCharts() throws Exception {
        take(aVerdict().in(month(6)).value("110"));
        take(aVerdict().in(month(7)).value("119"));
        take(aVerdict().in(month(8)).value("112"));

        JsonNode series = served.json("/api/v1/enterprises/" + Codes.numbered(1) + "/indicators?from=2026-07-01");

        assertThat(series.path("series")).hasSize(1);
        assertThat(texts(series.path("series").get(0).path("points"), "outcome"))
                .containsExactly("exceeds", "within");
        assertThat(texts(series.path("series").get(0).path("points"), "limit")).containsExactly("117", "117");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(served.get("/api/v1/enterprises/nobody").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/v1/enterprises?period=week").body()).contains("day, month or year");
        assertThat(served.get("/api/v1/enterprises?at=yesterday").body()).contains("2026-08-01");
        assertThat(served.get("/api/v1/enterprises?at=%2B999999999-01-01").statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesCsvWithARowForEveryEnterprise() throws Exception {
        take(aVerdict());

        HttpResponse<String> response = served.get("/api/v1/enterprises", "accept", "text/csv");

        assertThat(response.body().lines()).hasSize(13);
        assertThat(response.body()).contains("青铜峡铝业示例有限公司").contains(",105.2,kgce/t,117,3,2,11.8,");
    }

    private void take(VerdictBuilder verdict) {
        served.desk.take(verdict.build(), T0);
    }

    private static Period month(int month) {
        return new Period(PeriodKind.MONTH, LocalDate.of(2026, month, 1));
    }

    private JsonNode first(String path) throws Exception {
        return served.json(path).path("items").get(0);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.path(field).asText()));
        return texts;
    }
}

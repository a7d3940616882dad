package io.kilowatch.alerts.http;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.alerts.fixture.Codes;
import io.kilowatch.alerts.fixture.VerdictBuilder;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

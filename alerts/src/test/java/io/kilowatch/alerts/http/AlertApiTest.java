package io.kilowatch.alerts.http;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.alerts.fixture.Codes;
import io.kilowatch.alerts.state.AlertKey;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Verdict;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertApiTest {
    private static final Instant T0 = Instant.parse("2026-08-19T16:00:00Z");

    private final ServedDesk served = new ServedDesk();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void showsAnAlertWithItsOvershootAndHistory() throws Exception {
        String id = exceed(4, "120");

        JsonNode alert = served.json("/api/v1/alerts/" + id);

        assertThat(alert.path("status").asText()).isEqualTo("open");
        assertThat(alert.path("enterpriseName").path("zh").asText()).isEqualTo("固原建材水泥示例厂");
        assertThat(alert.path("overshootPercent").asText()).isEqualTo("2.56");
        assertThat(alert.path("asOf").asText()).isEqualTo("2026-08-20T00:00:00+08:00");
        assertThat(alert.path("history")).hasSize(1);
        assertThat(alert.path("verdict").path("quota").path("standard").asText())
                .isEqualTo("GB 16780-2021");
        assertThat(alert.path("verdict").path("limits").path("level2").asText()).isEqualTo("107");
    }

    @Test
    void pagesThroughAllAlertsOnceNewestFirst() throws Exception {
        for (int i = 1; i <= 11; i++) {
            exceed(i, "120");
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = served.json("/api/v1/alerts?limit=4&cursor=" + cursor);
            page.path("items")
                    .forEach(item -> seen.add(
                            item.path("openedAt").asText() + item.path("id").asText()));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(11).doesNotHaveDuplicates();
        assertThat(seen).extracting(text -> text.substring(0, 25)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void filtersByStatusRegionAndEnterprise() throws Exception {
        exceed(1, "120");
        String cleared = exceed(4, "120");
        served.desk.take(verdict(4, "100"), T0.plusSeconds(60));

        assertThat(ids("?status=cleared")).containsExactly(cleared);
        assertThat(ids("?status=open,acknowledged")).hasSize(1);
        assertThat(ids("?region=6404")).containsExactly(cleared);
        assertThat(ids("?region=6404&status=open")).isEmpty();
        assertThat(ids("?enterprise=" + Codes.numbered(1))).hasSize(1);
    }

    @Test
    void acknowledgesOnceAndKeepsTheNote() throws Exception {
        String id = exceed(4, "120");
        String body = "{\"by\":\"李监察\",\"note\":\"已电话核实\"}";

        HttpResponse<String> first = acknowledge(id, body);
        HttpResponse<String> again = acknowledge(id, body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode alert = served.json("/api/v1/alerts/" + id);
        assertThat(alert.path("status").asText()).isEqualTo("acknowledged");
        assertThat(alert.path("acknowledged").path("by").asText()).isEqualTo("李监察");
        assertThat(alert.path("history")).hasSize(2);
        assertThat(alert.path("history").get(1).path("note").asText()).isEqualTo("已电话核实");
    }

    @Test
    void refusesToAcknowledgeAClearedAlert() throws Exception {
        String id = exceed(4, "120");
        served.desk.take(verdict(4, "100"), T0.plusSeconds(60));

        HttpResponse<String> response = acknowledge(id, "{\"by\":\"李\"}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("cleared");
    }

    @Test
    void saysWhatIsWrongWithAnAcknowledgement() throws Exception {
        String id = exceed(4, "120");

        assertThat(acknowledge(id, "{}").body()).contains("say who takes note");
        assertThat(acknowledge(id, "nonsense").statusCode()).isEqualTo(400);
        assertThat(acknowledge(id, "[1]").statusCode()).isEqualTo(400);
        assertThat(acknowledge(id, "{\"by\":5}").body()).contains("must be a text");
        assertThat(acknowledge(id, "{\"by\":\"" + "x".repeat(81) + "\"}").body())
                .contains("80");
        assertThat(acknowledge(id, "{\"by\":\"a\",\"note\":\"" + "x".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(acknowledge("6f1d4d7e-0000-3000-8000-000000000000", "{\"by\":\"a\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.post("/api/v1/alerts/" + id + "/acknowledge", "text/plain", "{\"by\":\"a\"}")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void saysWhatIsWrongWithAFilter() throws Exception {
        assertThat(served.get("/api/v1/alerts?status=new").body()).contains("open, acknowledged or cleared");
        assertThat(served.get("/api/v1/alerts?cursor=zz").statusCode()).isEqualTo(400);
        assertThat(served.get("/api/v1/alerts?limit=0").statusCode()).isEqualTo(400);
        assertThat(served.get("/api/v1/alerts?enterprise=%00").statusCode()).isEqualTo(400);
        assertThat(served.get("/api/v1/alerts/7").statusCode()).isEqualTo(404);
    }

    @Test
    void givesTheListAsCsvWhenAsked() throws Exception {
        exceed(4, "120");

        HttpResponse<String> response = served.get("/api/v1/alerts", "accept", "text/csv");

        assertThat(response.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        assertThat(response.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"alerts.csv\"");
        assertThat(response.body())
                .startsWith("\uFEFFid,status")
                .contains("固原建材水泥示例厂")
                .contains(",2.56,");
    }

    private String exceed(int number, String value) {
        Verdict verdict = verdict(number, value);
        served.desk.take(verdict, T0.minusSeconds(number));
        return AlertKey.of(verdict).id().toString();
    }

    private static Verdict verdict(int number, String value) {
        return aVerdict()
                .of(Codes.numbered(number))
                .in(new Period(PeriodKind.MONTH, LocalDate.of(2026, 8, 1)))
                .value(value)
                .build();
    }

    private HttpResponse<String> acknowledge(String id, String body) throws Exception {
        return served.post("/api/v1/alerts/" + id + "/acknowledge", "application/json", body);
    }

    private List<String> ids(String query) throws Exception {
        List<String> ids = new ArrayList<>();
        served.json("/api/v1/alerts" + query)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}

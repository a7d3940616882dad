package io.kilowatch.alerts.http;

import static io.kilowatch.alerts.fixture.VerdictBuilder.aVerdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.alerts.intake.Stored;
import io.kilowatch.alerts.metrics.AlertsMetrics;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final Instant NOW = Instant.parse("2026-08-19T16:00:00Z");

    private final ServedDesk served = new ServedDesk();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void tellsOfAVerdictAndOfTheAlertThatItOpens() {
        List<String> lines = listen("");

        served.server.publish(served.desk.take(aVerdict().value("120").build(), NOW));

        await().untilAsserted(() -> assertThat(data(lines, "verdict")).hasSize(1));
        JsonNode verdict = data(lines, "verdict").get(0);
        assertThat(verdict.path("indicators").get(0).path("outcome").asText()).isEqualTo("exceeds");
        assertThat(verdict.path("period").path("start").asText()).isEqualTo("2026-08-01");
        JsonNode alert = data(lines, "alert").get(0);
        assertThat(alert.path("status").asText()).isEqualTo("open");
        assertThat(alert.path("enterpriseName").path("zh").asText()).isEqualTo("青铜峡铝业示例有限公司");
    }

    @Test
    void sendsOfManyVerdictsInABurstOnlyTheNewest() {
        List<String> lines = listen("");

        List<Stored> burst = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            burst.add(served.desk.take(aVerdict().value("90." + i).build(), NOW));
        }
        burst.forEach(served.server::publish);

        await().untilAsserted(() -> assertThat(data(lines, "verdict"))
                .isNotEmpty()
                .last()
                .satisfies(last -> assertThat(
                                last.path("indicators").get(0).path("value").asText())
                        .isEqualTo("90.499")));
        assertThat(data(lines, "verdict")).hasSizeLessThan(50);
    }

    @Test
    void keepsOtherKindsOfPeriodAway() {
        List<String> lines = listen("?period=month");
        Period day = new Period(PeriodKind.DAY, LocalDate.of(2026, 8, 19));

        served.server.publish(served.desk.take(aVerdict().in(day).build(), NOW));
        served.server.publish(served.desk.take(aVerdict().build(), NOW));

        await().untilAsserted(() -> assertThat(data(lines, "verdict")).hasSize(1));
        assertThat(data(lines, "verdict").get(0).path("period").path("kind").asText())
                .isEqualTo("month");
    }

    @Test
    void countsWhoListens() {
        listen("");
        listen("");

        await().untilAsserted(() -> assertThat(
                        served.meters.get(AlertsMetrics.LISTENERS).gauge().value())
                .isEqualTo(2));
    }

    private List<String> listen(String query) {
        List<String> lines = new CopyOnWriteArrayList<>();
        served.client
                .sendAsync(
                        HttpRequest.newBuilder(served.uri("/api/v1/events" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(response -> {
                    try (Stream<String> body = response.body()) {
                        body.forEach(lines::add);
                    }
                });
        await().until(() -> lines.contains("event: hello"));
        return lines;
    }

    private static List<JsonNode> data(List<String> lines, String event) {
        List<JsonNode> found = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).equals("event: " + event)) {
                found.add(Verdicts.parse(lines.get(i + 1).substring("data: ".length())));
            }
        }
        return found;
    }
}

package io.kilowatch.simulators.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kilowatch.platform.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final String INDICATORS = "/api/v1/enterprises/E1/indicators";
    private static final String ALERTS = "/api/v1/alerts";
    private static final String EXCEEDS = """
            {"indicator":"unit-product:a","period":{"kind":"month","start":"2026-06-01"},"value":"8421.000000",
             "completeness":"1.0000","asOf":"2026-07-01T00:00:00+08:00","outcome":"exceeds","reasons":[],"limit":"8420"}
            """;
    private static final String WITHIN = """
            {"indicator":"energy.electricity","period":{"kind":"month","start":"2026-06-01"},"value":"12.5",
             "completeness":"0.5000","asOf":"2026-07-01T00:00:00+08:00","outcome":null}
            """;
    private static final String ALERT = """
            {"indicator":"unit-product:a","period":{"kind":"month","start":"2026-06-01"},"status":"open",
             "qualified":false,"openedAt":"2026-07-31T08:00:02.5+08:00"}
            """;
    private static final String TRUTH = """
            {"type":"truth","version":1}
            {"type":"step","enterprise":"E1","step":"set-back"}
            {"type":"alert","rule":"not yet","alert":"register-set-back","enterprise":"E1","meter":"EL","from":"x"}
            {"type":"figure","enterprise":"E1","indicator":"unit-product:a","kind":"month","start":"2026-06-01","end":"2026-07-01","numerator":"8421","denominator":"1","until":"2026-07-01T00:00+08:00","judged":true,"limit":"8420","allowed":"8420","since":"2026-06-03","covers":[[1780243200000,1782835200000,1782835200000,900000,2592000000]]}
            {"type":"alert","rule":"exceeds-limit","enterprise":"E1","indicator":"unit-product:a","kind":"month","start":"2026-06-01"}
            {"type":"figure","enterprise":"E1","indicator":"energy.electricity","kind":"month","start":"2026-06-01","end":"2026-07-01","numerator":"12.5","denominator":"1","until":"2026-07-01T00:00+08:00","judged":false,"covers":[[1780243200000,1782835200000,1782835200000,900000,1296000000]]}
            """;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            boolean second = exchange.getRequestURI().getQuery() != null
                    && exchange.getRequestURI().getQuery().contains("cursor=two");
            String answer = answers.getOrDefault(second ? path + "#2" : path, "");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("s.truth.jsonl"), TRUTH);
        Files.writeString(folder.resolve("simulated-s.journal"), "E1 2026-06-04 2026-07-31T00:00:00Z\n");
        answers.put(INDICATORS, "{\"items\":[" + EXCEEDS + "],\"next\":\"two\"}");
        answers.put(INDICATORS + "#2", "{\"items\":[" + WITHIN + "],\"next\":null}");
        answers.put(ALERTS, "{\"items\":[" + ALERT + "],\"next\":null}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allAgreesOverEveryPageAndTheLatencyIsTakenFromTheJournal() throws InterruptedException {
        Findings findings = check();

        assertThat(findings.fine()).as("%s", new Report(findings).lines()).isTrue();
        assertThat(findings.figures()).isEqualTo(2);
        assertThat(findings.alerts()).isEqualTo(1);
        assertThat(findings.latencies()).containsExactly(Duration.ofMillis(2_500));
        assertThat(findings.awaited()).containsExactly("E1 register-set-back EL from x");
        assertThat(new Report(findings).lines()).contains("全部相符 / all agrees");
    }

    @Test
    void aFigureThatIsOffByTheLastDigitIsWrong() throws InterruptedException {
        answers.put(INDICATORS, "{\"items\":[" + EXCEEDS.replace("8421.000000", "8421.000001") + "],\"next\":\"two\"}");

        Findings findings = check();

        assertThat(findings.fine()).isFalse();
        assertThat(findings.wrong())
                .containsExactly("E1 unit-product:a month 2026-06-01: value 8421.000001 instead of 8421.000000");
    }

    @Test
    void anotherOutcomeLimitReasonCompletenessAndReachAreTold() throws InterruptedException {
        String other = EXCEEDS.replace("exceeds", "cannot-be-judged")
                .replace("\"8420\"", "\"8400\"")
                .replace("[]", "[{\"code\":\"incomplete\"}]")
                .replace("1.0000", "0.8000")
                .replace("2026-07-01T", "2026-06-30T");
        answers.put(INDICATORS, "{\"items\":[" + other + "],\"next\":\"two\"}");

        assertThat(check().wrong())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .contains("completeness 0.8000 instead of 1.0000")
                        .contains("reaches to 2026-06-30T00:00:00+08:00 instead of 2026-06-30T16:00:00Z")
                        .contains("outcome cannot-be-judged instead of exceeds")
                        .contains("limit 8400 instead of 8420")
                        .contains("reasons [incomplete] instead of []"));
    }

    @Test
    void missingAndUnexpectedFiguresAreTold() throws InterruptedException {
        answers.put(INDICATORS, "{\"items\":[" + EXCEEDS.replace("product:a", "product:b") + "],\"next\":\"two\"}");

        Findings findings = check();

        assertThat(findings.missing()).containsExactly("E1 unit-product:a month 2026-06-01");
        assertThat(findings.unexpected()).containsExactly("E1 unit-product:b month 2026-06-01");
        assertThat(findings.fine()).isFalse();
    }

    @Test
    void aMissedAlertAndAFalseOneAreTold() throws InterruptedException {
        answers.put(
                ALERTS, "{\"items\":[" + ALERT.replace("unit-product:a", "energy.electricity") + "],\"next\":null}");

        Findings findings = check();

        assertThat(findings.missed()).containsExactly("E1 unit-product:a month 2026-06-01");
        assertThat(findings.falseAlerts()).containsExactly("E1 energy.electricity month 2026-06-01");
        assertThat(findings.fine()).isFalse();
    }

    @Test
    void anAlertThatWasClearedOnTheWayIsNoFalseOne() throws InterruptedException {
        String cleared = ALERT.replace("open\"", "cleared\"").replace("unit-product:a", "unit-product:c");
        answers.put(ALERTS, "{\"items\":[" + ALERT + "," + cleared + "],\"next\":null}");

        Findings findings = check();

        assertThat(findings.fine()).isTrue();
        assertThat(findings.clearedAlerts()).isEqualTo(1);
    }

    @Test
    void aServiceThatKnowsNobodyIsNotFine() throws InterruptedException {
        answers.clear();
        answers.put(ALERTS, "{\"items\":[],\"next\":null}");

        assertThat(check().missing()).hasSize(2);
    }

    @Test
    void whatIsDueOfARunningPeriodIsTakenFromWhenTheServiceJudged() throws Exception {
        // covered to 16 June of a month; judged 20 June + 36 h, so 19.5 days are due and 15 are measured
        String truth = TRUTH.lines()
                .map(line -> line.contains("electricity")
                        ? line.replace("1782835200000,1782835200000", "1782835200000,1781539200000")
                        : line)
                .collect(java.util.stream.Collectors.joining("\n"));
        Files.writeString(folder.resolve("s.truth.jsonl"), truth);
        answers.put(INDICATORS + "#2", "{\"items\":[" + WITHIN.replace("0.5000", "0.7500") + "],\"next\":null}");
        answers.put(
                INDICATORS + "/energy.electricity/month/2026-06-01", "{\"computedAt\":\"2026-06-22T12:00:00+08:00\"}");

        Findings findings = check();

        assertThat(findings.fine()).as("%s", findings.wrong()).isTrue();
    }

    private Findings check() throws InterruptedException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Settings settings =
                new Settings(Map.of("data", folder.toString(), "aggregator-url", url, "desk-url", url + "/"), Map.of());
        CheckConfig config = CheckConfig.from(settings, "s");
        settings.check();
        return new Check(config, InstantSource.fixed(NOW)).run();
    }
}

package io.kilowatch.aggregator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.testing.Province;
import io.kilowatch.aggregator.testing.ProvinceFigures;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresApiTest {
    private static final String SMELTER = "/api/v1/enterprises/" + Province.SMELTER;
    private static final String PER_TONNE = SMELTER + "/indicators/unit-product%3Aal";

    private final ServedApi served = new ServedApi(ProvinceFigures.verdicts());
    private DescribedApi described = new DescribedApi(ServedApi.JSON.createObjectNode());

    @BeforeAll
    void describe() throws Exception {
        described = DescribedApi.of(served);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/indicators?limit=1000, PeriodPage",
        "/api/v1/indicators?period=year&outcome=exceeds, PeriodPage",
        "/api/v1/enterprises, EnterprisePage",
        "{}/indicators?limit=1000, VerdictPage",
        "{}/indicators/unit-product%3Aal/month/2026-08-01, Verdict",
        "{}/indicators/unit-product%3Aal/series, Series",
        "{}/indicators/energy.raw-coal/rolling, RollingSeries",
        "{}/indicators/unit-product%3Aal/forecast, Forecast",
        "{}/indicators/unit-product%3Aal/forecast?at=2025-01-02, Forecast",
        "{}/budget, Budget",
        "{}/costs, Costs",
        "/api/v1/regions, Regions",
        "/api/v1/regions/64/summary, RegionSummary",
        "/api/v1/regions/64/budget, RegionBudget",
        "/api/v1/regions/64/barometer, Barometer",
        "/api/v1/regions/64/barometer?year=2026&target=0.03, Barometer",
        "/api/v1/regions/64/benchmark-share, BenchmarkShares",
        "/api/v1/quotas?limit=1000, QuotaPage",
        "/api/v1/quotas/cement.clinker.energy, QuotaPage",
        "/api/v1/factors?limit=1000, FactorPage",
        "/api/v1/carriers, CarrierPage",
        "/api/v1/inputs, InputPage",
        "/api/v1/conversions, ConversionPage",
        "/api/v1/constants, ConstantPage",
        "/api/v1/price-tiers, PriceTierPage",
        "/api/v1/warning-grades, WarningGradePage",
        "/api/v1/dual-control-rules, DualControlRulePage",
        "/api/v1/benchmark-targets, BenchmarkTargetPage",
        "/api/v1/snapshots, Snapshots"
    })
    void answersWithTheFieldsThatItDescribesAndNoOthers(String path, String schema) throws Exception {
        JsonNode answer = served.json(path.replace("{}", SMELTER));

        described.assertDescribed(schema, answer);
        if (answer.has("items") && !schema.equals("Snapshots")) {
            assertThat(answer.path("items")).as(path).isNotEmpty();
        }
    }

    @Test
    void aRegionsOwnBudgetStandsAgainstAllThatItsEnterprisesUse() throws Exception {
        JsonNode calorific =
                served.json("/api/v1/regions/64/budget?year=2026").path("bases").path(0);

        assertThat(calorific.path("own").path("budget").asText()).isEqualTo("5000000");
        assertThat(calorific.path("own").path("documents").path(0).asText()).contains("2026");
        assertThat(new BigDecimal(calorific.path("own").path("used").asText()))
                .isGreaterThanOrEqualTo(
                        new BigDecimal(calorific.path("together").path("used").asText("0")));
        assertThat(served.json("/api/v1/regions/6403/budget?year=2026")
                        .path("bases")
                        .path(0)
                        .path("own")
                        .isNull())
                .isTrue();
    }

    @Test
    void aTargetThatIsNoShareIsRefused() throws Exception {
        assertProblem("/api/v1/regions/64/barometer?target=3", 400, "大于 0", "between 0 and 1");
    }

    @Test
    void pagesThroughAPeriodWithoutLosingOrRepeatingAnything() throws Exception {
        List<String> whole = places(served.json("/api/v1/indicators?limit=1000"));
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = served.json("/api/v1/indicators?limit=3" + next);
            paged.addAll(places(page));
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    private static List<String> places(JsonNode page) {
        List<String> places = new ArrayList<>();
        page.path("items")
                .forEach(item -> places.add(item.at("/enterprise/code").asText()
                        + ' '
                        + item.path("indicator").asText()));
        return places;
    }

    @Test
    void findsVerdictsByRegionIndustryTextIndicatorAndOutcome() throws Exception {
        assertThat(places(served.json("/api/v1/indicators?at=2026-08-15&region=6403&indicator=unit-product:*")))
                .containsExactly(Province.SMELTER + " unit-product:al");
        assertThat(places(served.json("/api/v1/indicators?at=2026-08-15&industry=C30&outcome=exceeds")))
                .containsExactly(Province.CEMENT + " unit-product:clinker");
        assertThat(places(served.json("/api/v1/indicators?at=2026-08-15&q=cloud&indicator=pue:hall")))
                .containsExactly(Province.CENTRE + " pue:hall");
        assertThat(places(served.json("/api/v1/indicators?at=2026-08-15&region=65")))
                .isEmpty();
    }

    @Test
    void takesTheNewestPeriodUnlessAskedForAnother() throws Exception {
        assertThat(served.json("/api/v1/indicators").at("/period/start").asText())
                .isEqualTo("2026-10-01");
        assertThat(served.json("/api/v1/indicators?period=year&at=2025-07-01")
                        .at("/period/start")
                        .asText())
                .isEqualTo("2025-01-01");
    }

    @Test
    void givesListsAsCsvInBothLanguagesWithTheWayToTheEvidence() throws Exception {
        HttpResponse<byte[]> csv = served.get("/api/v1/indicators?region=6403", "text/csv");
        String text = new String(csv.body(), UTF_8);

        assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8");
        assertThat(text)
                .startsWith("\uFEFF统一社会信用代码 / credit code,")
                .contains("青铜峡铝业示例有限公司", "/indicators/unit-product%3Aal/month/2026-10-01/evidence");
        assertThat(text.lines()).hasSize(7);
    }

    @Test
    void givesListsAsWorkbooks() throws Exception {
        for (String path : List.of(
                "/api/v1/indicators",
                "/api/v1/enterprises",
                "/api/v1/quotas",
                "/api/v1/regions",
                PER_TONNE + "/rolling")) {
            HttpResponse<byte[]> book = served.get(path + "?format=xlsx", "*/*");
            assertThat(book.statusCode()).as(path).isEqualTo(200);
            assertThat(new String(book.body(), 0, 2, UTF_8)).as(path).isEqualTo("PK");
        }
    }

    @Test
    void sumsTwelveMonthsAndNeverTheirRatios() throws Exception {
        JsonNode year =
                served.json("/api/v1/indicators?period=year&at=2025-01-01&indicator=unit-product:al&region=6403");
        JsonNode rolling = served.json(PER_TONNE + "/rolling?from=2025-12-01&to=2025-12-01");

        assertThat(rolling.at("/points/0/value").asText())
                .isEqualTo(year.at("/items/0/value").asText());
        assertThat(rolling.path("advisory").asBoolean()).isTrue();
        assertThat(rolling.at("/points/0/missing")).isEmpty();
    }

    @Test
    void summarisesARegion() throws Exception {
        JsonNode summary = served.json("/api/v1/regions/64/summary?period=month&at=2026-09-01");

        assertThat(summary.path("enterprises").asInt()).isEqualTo(5);
        assertThat(summary.path("reporting").asInt()).isEqualTo(4);
        assertThat(summary.at("/standing/exceeds").asInt()).isEqualTo(2);
        assertThat(summary.at("/standing/cannot-be-judged").asInt()).isEqualTo(1);
        assertThat(summary.at("/topExceeders/0/enterprise/code").asText()).isEqualTo(Province.CEMENT);
        assertThat(summary.path("industries")).hasSize(5);
    }

    @Test
    void showsEveryEditionOfAQuotaAndOnlyTheOneInForceOnADay() throws Exception {
        assertThat(served.json("/api/v1/quotas?day=2020-01-01&standard=GB%2021346-2022")
                        .path("items"))
                .isEmpty();
        assertThat(served.json("/api/v1/quotas?day=2026-01-01&standard=GB%2021346-2022")
                        .path("items"))
                .isNotEmpty();
        assertThat(served.json("/api/v1/quotas/cement.clinker.energy")
                        .at("/items/0/rules/0/expression")
                        .asText())
                .contains("altitude");
    }

    @Test
    void saysInBothLanguagesWhatIsWrong() throws Exception {
        assertProblem("/api/v1/indicators?period=week", 400, "请给出", "give day, month or year");
        assertProblem("/api/v1/indicators?outcome=good", 400, "请给出", "cannot-be-judged");
        assertProblem("/api/v1/indicators?region=x", 400, "行政区划", "such as 6403");
        assertProblem("/api/v1/indicators?cursor=x", 400, "cursor 无法识别", "the cursor cannot be read");
        assertProblem("/api/v1/indicators?format=xml", 400, "请给出", "json, csv, xlsx");
        assertProblem("/api/v1/enterprises/1/budget", 400, "统一社会信用代码", "18 characters");
        assertProblem("/api/v1/enterprises/" + unknown() + "/budget", 404, "没有登记", "is registered");
        assertProblem(SMELTER + "/indicators/none/series", 404, "没有指标", "there is no month of indicator none");
        assertProblem("/api/v1/regions/6/summary", 400, "行政区划", "2, 4 or 6 digits");
        assertProblem("/api/v1/regions/11/summary", 404, "没有登记", "no enterprise is registered");
        assertProblem("/api/v1/quotas/none", 404, "没有限额", "no quota");
        assertProblem("/api/v1/snapshots/none", 404, "没有年度快照", "no snapshot");
        assertProblem("/api/v1/factors?basis=both", 400, "请给出", "calorific or primary");
    }

    private static String unknown() {
        return io.kilowatch.aggregator.evidence.Smelter.CODE.equals(Province.SMELTER)
                ? "91640100MA0000000" + io.kilowatch.domain.EnterpriseCode.checkCharacter("91640100MA0000000")
                : io.kilowatch.aggregator.evidence.Smelter.CODE;
    }

    private void assertProblem(String path, int status, String... words) throws Exception {
        HttpResponse<byte[]> answer = served.get(path, "*/*");
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(new String(answer.body(), UTF_8)).contains(words);
    }
}

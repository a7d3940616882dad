package io.kilowatch.aggregator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Packed;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.testing.MemoryVerdicts;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceApiTest {
    private static final String FIGURE =
            "/api/v1/enterprises/" + Smelter.CODE + "/indicators/unit-product%3Aal/month/2026-09-01/evidence";

    private final MemoryArchive archive = Smelter.archive();
    private final ServedApi served = new ServedApi(new MemoryVerdicts(), archive);

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void givesTheEvidenceOfAFigure() throws Exception {
        JsonNode evidence = served.json(FIGURE);

        assertThat(evidence.at("/verdict/value").asText()).isEqualTo("13400.000000");
        DescribedApi.of(served).assertDescribed("Evidence", evidence);
    }

    @Test
    void givesTheZipByItsSuffixAndByTheAcceptHeader() throws Exception {
        byte[] expected = Packed.bytes(archive, Smelter.PER_TONNE);

        HttpResponse<byte[]> bySuffix = served.get(FIGURE + ".zip", "*/*");
        HttpResponse<byte[]> byHeader = served.get(FIGURE, "application/zip");

        assertThat(bySuffix.body()).isEqualTo(expected);
        assertThat(byHeader.body()).isEqualTo(expected);
        assertThat(bySuffix.headers().firstValue("content-type")).hasValue("application/zip");
        assertThat(bySuffix.headers().firstValue("content-disposition"))
                .hasValue(
                        "attachment; filename=\"evidence-" + Smelter.CODE + "-unit-product-al-month-2026-09-01.zip\"");
    }

    @Test
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt() throws Exception {
        assertProblem(served.get(FIGURE.replace("month", "week"), "*/*"), 400, "请用 day", "give day, month or year");
        assertProblem(served.get(FIGURE.replace("2026-09", "2027-09"), "*/*"), 404, "没有此指标值", "there is no figure");
        assertProblem(served.get(FIGURE.replace("2026-09", "2027-09") + ".zip", "*/*"), 404, "there is no figure");
        assertProblem(served.get("/nothing", "*/*"), 404, "此地址没有内容", "nothing is at this address");
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String... words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(new String(answer.body(), UTF_8)).contains(words);
    }
}

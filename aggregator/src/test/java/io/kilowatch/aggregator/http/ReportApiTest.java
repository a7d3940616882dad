package io.kilowatch.aggregator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.report.ReportHtml;
import io.kilowatch.aggregator.testing.Province;
import io.kilowatch.aggregator.testing.ProvinceFigures;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportApiTest {
    private static final String REPORTS = "/api/v1/reports/enterprises/" + Province.SMELTER;

    private final ServedApi served = new ServedApi(ProvinceFigures.verdicts());

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void printsAMonthOfAnEnterpriseWithTheWayToTheEvidenceOfEachFigure() throws Exception {
        String page = served.text(REPORTS + "/months/2026-08", "text/html");

        assertThat(page)
                .contains("<h1>重点用能单位用能月度通报</h1>", "青铜峡铝业示例有限公司　2026年8月")
                .contains("超限额 1 项", "GB 21346-2022", "<svg ", "编制人（签字）")
                .containsPattern("<a href=\"http://127\\.0\\.0\\.1:\\d+/api/v1/enterprises/" + Province.SMELTER
                        + "/indicators/unit-product%3Aal/month/2026-08-01/evidence\">13,428\\.0</a>");
    }

    @Test
    void needsNothingButItself() throws Exception {
        HttpResponse<byte[]> answer = served.get(REPORTS + "/months/2026-08", "text/html");
        String page = new String(answer.body(), StandardCharsets.UTF_8);

        assertThat(page).doesNotContain("<script", "<link", "<img", " style=\"", "url(");
        assertThat(answer.headers().firstValue("content-security-policy"))
                .hasValue(ReportHtml.policy())
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
    }

    @Test
    void escapesWhatEnterprisesAreCalled() throws Exception {
        String page = served.text("/api/v1/reports/regions/6402/months/2026-09", "text/html");

        assertThat(page).contains("石嘴山硅铁示例公司 &lt;甲&gt;").doesNotContain("<甲>");
    }

    @Test
    void ranksARegion() throws Exception {
        String page = served.text("/api/v1/reports/regions/64/months/2026-09", "text/html");

        assertThat(page)
                .contains("登记重点用能单位 5 家，本月有数据 4 家", "超限额排名")
                .containsSubsequence("三、超限额排名", "固原建材水泥示例厂", "+0.85%", "青铜峡铝业示例有限公司", "+0.40%")
                .containsSubsequence("五、数据质量排名", "惠农电石示例公司", "无数据", "石嘴山硅铁示例公司", "87.12");
    }

    @Test
    void prefillsTheAnnualReportAndLeavesOpenWhatItCannotKnow() throws Exception {
        String page = served.text(REPORTS + "/years/2025", "text/html");

        assertThat(page)
                .contains("能源利用状况报告（预填）", "2025年度<")
                .containsSubsequence(
                        "表1　基本情况",
                        "<td class=\"open\">待填</td>",
                        "表2　能源消费结构",
                        "表3　能源实物平衡",
                        "表4　单位产品综合能耗指标",
                        "表5　节能目标",
                        "表6　原料用能",
                        "表7　可再生能源",
                        "表8　主要指标判定",
                        "表9　更正记录",
                        "单位负责人（签字）");
    }

    @Test
    void saysOfARunningYearThatItIsNotOverAndComparesItWithNone() throws Exception {
        String page = served.text(REPORTS + "/years/2026", "text/html");

        assertThat(page).contains("2026年度（年度未结束）", "本年度尚未结束", "宁工信节能发〔2026〕示例号").doesNotContain("-16.");
    }

    @Test
    void writesTheSameAsAWorkbookWithASheetForEachTable(@TempDir Path folder) throws Exception {
        HttpResponse<byte[]> answer = served.get(REPORTS + "/years/2025?format=xlsx", "text/html");
        Path file = folder.resolve("report.xlsx");
        Files.write(file, answer.body());

        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"report-" + Province.SMELTER + "-2025.xlsx\"");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(Collections.list(zip.entries()).stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.matches("xl/worksheets/sheet\\d+\\.xml")))
                    .hasSizeGreaterThan(9);
        }
    }

    @Test
    void refusesWhatThereIsNot() throws Exception {
        assertThat(served.get(REPORTS + "/months/2026-13", "*/*").statusCode()).isEqualTo(400);
        assertThat(served.get(REPORTS + "/years/26", "*/*").statusCode()).isEqualTo(400);
        assertThat(served.get(REPORTS + "/months/2030-01", "*/*").statusCode()).isEqualTo(404);
        assertThat(served.get(REPORTS + "/months/2026-08?format=csv", "*/*").statusCode())
                .isEqualTo(400);
    }
}

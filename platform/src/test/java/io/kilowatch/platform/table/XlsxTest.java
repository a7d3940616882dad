package io.kilowatch.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTest {
    @TempDir
    private Path folder;

    private static final List<Column> COLUMNS = List.of(Column.of("名称", "name", 30), Column.of("值", "value"));

    @Test
    void writesNumbersAsNumbersAndTextsAsTextsThatAreNoFormula() throws Exception {
        String sheet = sheet(Table.of("表", COLUMNS, List.of(Cell.row("=1+1", new BigDecimal("13350.250000")))));

        assertThat(sheet).contains("<v>13350.250000</v>").contains(">=1+1</t>").doesNotContain("<f>");
    }

    @Test
    void freezesTheHeadFiltersOnItAndSetsWidths() throws Exception {
        Table table = new Table("表", List.of("a note"), COLUMNS, taker -> taker.row(Cell.row("x", 1)));

        assertThat(sheet(table))
                .contains("ySplit=\"2\"", "state=\"frozen\"")
                .contains("<autoFilter ref=\"A2:B3\"")
                .contains("width=\"30.0\"")
                .contains("a note");
    }

    @Test
    void writesDaysAsDaysAndLinksAsLinks() throws Exception {
        Map<String, String> files = written(List.of(Table.of(
                "t",
                COLUMNS,
                List.of(Cell.row(LocalDate.of(2026, 8, 1), new Cell.Link("a\"<b&", "http://localhost/a?b=1&c=2"))))));

        assertThat(files.get("xl/worksheets/sheet1.xml"))
                .contains("<v>46235")
                .contains("<hyperlink ")
                .doesNotContain("<b&\"");
        assertThat(files.get("xl/worksheets/_rels/sheet1.xml.rels")).contains("http://localhost/a?b=1&amp;c=2");
        assertThat(files.get("xl/styles.xml")).contains("yyyy-mm-dd");
    }

    @Test
    void keepsANumberThatLeadsSomewhereANumber() throws Exception {
        Cell figure = new Cell.Figure(new BigDecimal("117.25"), "http://localhost/evidence");

        assertThat(sheet(Table.of("t", COLUMNS, List.of(Cell.row("x", figure)))))
                .contains("<v>117.25</v>")
                .contains("<hyperlink ref=\"B2");
    }

    @Test
    void writesLongTablesWithoutKeepingThem() throws Exception {
        Table table = new Table("long", COLUMNS, taker -> {
            for (int i = 0; i < 20_000; i++) {
                taker.row(Cell.row("row " + i, i));
            }
        });

        assertThat(sheet(table)).contains("row 0<", "row 19999<").contains("ref=\"A1:B20001\"");
    }

    @Test
    void givesSheetsNamesThatAreAllowedAndDiffer() throws Exception {
        Table one = Table.of("指标/verdicts: of a very long name indeed", COLUMNS, List.of());

        assertThat(written(List.of(one, one))
                        .getOrDefault("xl/workbook.xml", "")
                        .replace("&#x6307;&#x6807;", "指标"))
                .contains("name=\"指标 verdicts  of a very long nam\"", "name=\"指标 verdicts  of a very long n 2\"");
    }

    private String sheet(Table table) throws Exception {
        return written(List.of(table)).getOrDefault("xl/worksheets/sheet1.xml", "");
    }

    private Map<String, String> written(List<Table> tables) throws Exception {
        Path file = Files.createTempFile(folder, "table", ".xlsx");
        try (OutputStream stream = Files.newOutputStream(file)) {
            Xlsx.write(tables, stream);
        }
        Map<String, String> files = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}

package io.kilowatch.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void beginsWithAByteOrderMarkAndEndsLinesAsSpreadsheetsWant() throws Exception {
        Table table =
                Table.of("t", List.of(Column.of("a"), Column.of("名称", "name")), List.of(Cell.row(1, Optional.empty())));

        assertThat(written(table)).isEqualTo("\uFEFFa,名称 / name\r\n1,\r\n");
    }

    @Test
    void quotesWhatWouldBreakTheTable() throws Exception {
        assertThat(row("a,b", "say \"hi\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"");
    }

    @Test
    void keepsNumbersAndDisarmsFormulas() throws Exception {
        assertThat(row("-12.5", "+3", "=HYPERLINK(1)", "@x", "-x")).isEqualTo("-12.5,+3,'=HYPERLINK(1),'@x,'-x");
    }

    @Test
    void writesNumbersPlainlyDaysAsIsoAndLinksAsTheirAddress() throws Exception {
        assertThat(row(new BigDecimal("-1E+3"), LocalDate.of(2026, 8, 1), new Cell.Link("evidence", "http://a/b")))
                .isEqualTo("-1000,2026-08-01,http://a/b");
    }

    @Property
    void readsBackAsItWas(
            @ForAll @StringLength(max = 12) @Chars({',', '"', '\n', ' '}) @CharRange(from = 'a', to = 'f') String cell)
            throws Exception {
        String text = row(cell, "end");

        assertThat(firstCell(text)).isEqualTo(cell);
    }

    private static String firstCell(String row) {
        if (!row.startsWith("\"")) {
            return row.substring(0, row.indexOf(','));
        }
        return row.substring(1, row.lastIndexOf("\",end")).replace("\"\"", "\"");
    }

    private static String row(Object... cells) throws Exception {
        String text = written(Table.of("t", List.of(Column.of("h")), List.of(Cell.row(cells))));
        return text.substring(text.indexOf("\r\n") + 2, text.length() - 2);
    }

    private static String written(Table table) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Csv.write(table, bytes);
        return bytes.toString(UTF_8);
    }
}

package io.kilowatch.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void beginsWithAByteOrderMarkAndEndsLinesAsSpreadsheetsWant() {
        assertThat(new Csv("a", "名称").row(1, null).text()).isEqualTo("\uFEFFa,名称\r\n1,\r\n");
    }

    @Test
    void quotesWhatWouldBreakTheTable() {
        assertThat(row("a,b", "say \"hi\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"");
    }

    @Test
    void keepsNumbersAndDisarmsFormulas() {
        assertThat(row("-12.5", "+3", "=HYPERLINK(1)", "@x", "-x")).isEqualTo("-12.5,+3,'=HYPERLINK(1),'@x,'-x");
    }

    @Property
    void readsBackAsItWas(
            @ForAll @StringLength(max = 12) @Chars({',', '"', '\n', ' '}) @CharRange(from = 'a', to = 'f')
                    String cell) {
        String text = row(cell, "end");

        assertThat(firstCell(text)).isEqualTo(cell);
    }

    private static String firstCell(String row) {
        if (!row.startsWith("\"")) {
            return row.substring(0, row.indexOf(','));
        }
        return row.substring(1, row.lastIndexOf("\",end")).replace("\"\"", "\"");
    }

    private static String row(Object... cells) {
        String text = new Csv("h").row(cells).text();
        return text.substring(text.indexOf("\r\n") + 2, text.length() - 2);
    }
}

package io.kilowatch.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static Query asked(String name, String value) {
        return new Query(Map.of(), Map.of(name, value), List.of(), "");
    }

    private static Query accepting(String... types) {
        return new Query(Map.of(), Map.of(), List.of(types), "");
    }

    @Test
    void readsDaysYearsLimitsAndWords() {
        assertThat(asked("at", "2026-08-01").date("at")).contains(LocalDate.of(2026, 8, 1));
        assertThat(asked("year", "2026").year("year")).contains(2026);
        assertThat(asked("limit", "7").limit(10, 20)).isEqualTo(7);
        assertThat(asked("other", "7").limit(10, 20)).isEqualTo(10);
        assertThat(asked("w", "1, 2").words("w", Integer::valueOf, "", "")).containsExactly(1, 2);
    }

    @Test
    void saysInBothLanguagesWhatIsAllowed() {
        assertThatThrownBy(() -> asked("at", "yesterday").date("at"))
                .hasMessageContainingAll("请给出 如 2026-08-01", "give a date such as 2026-08-01");
        assertThatThrownBy(() -> asked("at", "1066-10-14").date("at")).hasMessageContaining("give a date");
        assertThatThrownBy(() -> asked("limit", "0").limit(10, 20)).hasMessageContainingAll("1 至 20", "from 1 to 20");
        assertThatThrownBy(() -> asked("limit", "x").limit(10, 20)).hasMessageContaining("from 1 to 20");
        assertThatThrownBy(() -> asked("format", "xml").format(Format.JSON, Format.CSV))
                .hasMessageContaining("give one of json, csv");
        assertThatThrownBy(() -> asked("cursor", "?").cursor(2)).hasMessageContaining("next");
        assertThatThrownBy(() -> asked("cursor", Cursor.of("a").text()).cursor(2))
                .hasMessageContaining("next");
    }

    @Test
    void aCursorLeadsBackToItsPlace() {
        assertThat(asked("cursor", Cursor.of("unit-product:铝", "").text()).cursor(2))
                .contains(Cursor.of("unit-product:铝", ""));
    }

    @Test
    void theFormNamedGoesBeforeTheFormAccepted() {
        Query query = new Query(Map.of(), Map.of("format", "xlsx"), List.of("text/csv"), "");

        assertThat(query.format(Format.JSON, Format.CSV, Format.XLSX)).isEqualTo(Format.XLSX);
    }

    @Test
    void takesTheFirstFormAcceptedThatThereIs() {
        assertThat(accepting("image/png", "text/csv", "application/json").format(Format.JSON, Format.CSV))
                .isEqualTo(Format.CSV);
        assertThat(accepting("text/html", "*/*").format(Format.JSON, Format.CSV))
                .isEqualTo(Format.JSON);
        assertThat(accepting().format(Format.JSON, Format.CSV)).isEqualTo(Format.JSON);
    }
}

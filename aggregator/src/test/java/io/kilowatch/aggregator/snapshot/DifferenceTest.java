package io.kilowatch.aggregator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {
    private static JsonNode verdict(String indicator, String value, String outcome) throws Exception {
        return CanonicalJson.JSON.readTree("""
                {"indicator": "%s", "period": {"kind": "year", "start": "2026-01-01"}, "value": "%s", "unit": "kWh/t",
                 "outcome": "%s", "limit": "13350", "computedAt": "2026-01-01T00:00:00+08:00"}
                """.formatted(indicator, value, outcome));
    }

    private static SortedMap<FigureKey, JsonNode> figures(JsonNode... verdicts) {
        return EnterpriseYear.of("E", Optional.empty(), Optional.empty(), List.of(verdicts))
                .figures();
    }

    @Test
    void namesWhatChangedWhatIsGoneAndWhatIsNew() throws Exception {
        SortedMap<FigureKey, JsonNode> then =
                figures(verdict("a", "1", "within"), verdict("b", "2", "within"), verdict("c", "3", "within"));
        SortedMap<FigureKey, JsonNode> now =
                figures(verdict("a", "1", "within"), verdict("b", "20000", "exceeds"), verdict("d", "4", "within"));

        List<Difference> differences = Difference.between("E", then, now);

        List<String> named = new ArrayList<>();
        differences.forEach(one -> named.add(one.figure().indicator()));
        assertThat(named).containsExactly("b", "c", "d");
        assertThat(differences.get(0).fields()).containsExactly("outcome", "value");
        assertThat(differences.get(0).then().orElseThrow().outcome()).contains("within");
        assertThat(differences.get(0).now().orElseThrow().value().orElseThrow()).isEqualByComparingTo("20000");
        assertThat(differences.get(0).now().orElseThrow().limit().orElseThrow()).isEqualByComparingTo("13350");
        assertThat(differences.get(1).now()).isEmpty();
        assertThat(differences.get(2).then()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "region:64", "enterprise:91640300MA75KW001P"})
    void aScopeIsReadAsItIsWritten(String text) {
        assertThat(Scope.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all:1", "region:", "region:x", "region:1234567", "enterprise:1", "other:1"})
    void refusesAnotherScope(String text) {
        assertThatThrownBy(() -> Scope.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"04-01-0000-040200-30", "0401000004020030", "04-010000040200-30"})
    void isReadWithOrWithoutHyphens(String text) {
        assertThat(DataCode.parse(text).orElseThrow())
                .isEqualTo(new DataCode("04", "01", "00", "00", "04", "0200", "30"))
                .hasToString("04-01-0000-040200-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "04-01-0000-040200-3", "04-01-0000-040200-300", "04-01-0000-04O200-30", "-0401000004020030"})
    void isNothingElse(String text) {
        assertThat(DataCode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00-00-0000-023300-11, 1, true",
        "04-00-0000-023300-11, 1, false",
        "04-00-0000-023300-11, 2, true",
        "04-01-0000-023300-11, 2, false",
        "04-01-0000-023300-11, 3, true",
        "04-01-0203-023300-11, 3, false",
        "04-01-0203-023300-11, 4, true",
        "00-00-0000-023300-11, 0, false",
        "00-00-0000-023300-11, 5, false"
    })
    void hasNothingNarrowerThanItsScope(String code, int scope, boolean fits) {
        assertThat(DataCode.parse(code).orElseThrow().isOf(scope)).isEqualTo(fits);
    }
}

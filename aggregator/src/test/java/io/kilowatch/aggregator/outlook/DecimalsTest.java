package io.kilowatch.aggregator.outlook;

import static io.kilowatch.aggregator.outlook.SeriesBuilder.decimal;
import static io.kilowatch.aggregator.outlook.SeriesBuilder.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0000, 0",
        "0.0004, 0",
        "-0.0004, 0",
        "1000, 1000",
        "1E+3, 1000",
        "12.500, 12.5",
        "1.2345, 1.234",
        "1.2355, 1.236",
        "-7.000, -7"
    })
    void textHasThreePlacesAtTheMost(String figure, String text) {
        assertThat(Decimals.text(decimal(figure))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0004, 0 %", "0.3, 30 %", "0.12345, 12.3 %", "1, 100 %", "-0.015, -1.5 %"})
    void perCentHasOnePlaceAtTheMost(String share, String text) {
        assertThat(Decimals.percent(decimal(share))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 28, 56, 60, 0.8, 2",
        "29, 28, 56, 60, 0.8, 2",
        "14, 28, 27, 60, 0.8, 2",
        "14, 28, 56, 0, 0.8, 2",
        "14, 28, 56, 60, 0, 2",
        "14, 28, 56, 60, 1.01, 2",
        "14, 28, 56, 60, 0.8, -1"
    })
    void termsLeaveSomethingToGoBy(
            int least, int window, int reach, int overlap, String counterparts, String deviations) {
        assertThatThrownBy(() ->
                        new ForecastTerms(window, reach, least, overlap, decimal(counterparts), decimal(deviations)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLeastTermsAreAllowed() {
        ForecastTerms terms = new ForecastTerms(1, 1, 1, 1, decimal("1"), decimal("0"));

        assertThat(terms.suffices(1, 1)).isTrue();
        assertThat(terms.suffices(1, 2)).isFalse();
    }

    @Test
    void aRangeHoldsItsValue() {
        assertThat(new Range(decimal("1"), decimal("1"), decimal("1")).value()).isEqualByComparingTo("1");
        assertThatThrownBy(() -> new Range(decimal("1"), decimal("1.1"), decimal("2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(decimal("1"), decimal("0"), decimal("0.9")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoDaysHaveAVarianceAndOneHasNone() {
        Window two = new Window(List.of(sums("9", "1"), sums("11", "1")));
        Window one = new Window(List.of(sums("9", "1")));
        Window idle = new Window(List.of(sums("9", "0"), sums("11", "0")));

        assertThat(two.variance()).isEqualByComparingTo("2");
        assertThat(one.variance()).isEqualByComparingTo("0");
        assertThat(idle.variance()).isEqualByComparingTo("0");
    }
}

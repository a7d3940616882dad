package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    @ParameterizedTest
    @EnumSource
    void isReadFromItsSymbol(Unit unit) {
        assertThat(Unit.parse(unit.symbol())).contains(unit);
    }

    @ParameterizedTest
    @CsvSource({"m³, CUBIC_METRE", "万m³, TEN_THOUSAND_CUBIC_METRES", "10^4 m³, TEN_THOUSAND_CUBIC_METRES"})
    void isReadAsWrittenInChineseReports(String symbol, Unit unit) {
        assertThat(Unit.parse(symbol)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kwh", "KWH", "kW", "度", "MWH"})
    void isNotGuessed(String symbol) {
        assertThat(Unit.parse(symbol)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WH, 0.001, kWh",
        "GWH, 1000000, kWh",
        "GJ, 1000, MJ",
        "G, 0.001, kg",
        "T, 1000, kg",
        "TEN_THOUSAND_CUBIC_METRES, 10000, m3"
    })
    void hasAnExactFactorToTheBaseUnit(Unit unit, BigDecimal factor, String base) {
        assertThat(unit.toBase()).isEqualByComparingTo(factor);
        assertThat(unit.dimension().baseUnit()).isEqualTo(base);
        assertThat(Unit.parse(base).orElseThrow().toBase()).isEqualByComparingTo("1");
    }

    @Test
    void isListedByDimension() {
        assertThat(Unit.symbols(Dimension.HEAT)).isEqualTo("MJ, GJ");
        assertThat(Unit.symbols()).startsWith("Wh, kWh").endsWith("piece, 10^6 piece");
    }
}

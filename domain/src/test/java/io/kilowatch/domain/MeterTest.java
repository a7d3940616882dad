package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void aMultiplierHoldsFromItsDayUntilTheNext() {
        Meter meter = meter(multiplier("2025-07-01", "132000"), multiplier("2020-01-01", "110000"));

        assertThat(meter.multiplier(LocalDate.parse("2019-12-31"))).isEqualByComparingTo("1");
        assertThat(meter.multiplier(LocalDate.parse("2020-01-01"))).isEqualByComparingTo("110000");
        assertThat(meter.multiplier(LocalDate.parse("2025-06-30"))).isEqualByComparingTo("110000");
        assertThat(meter.multiplier(LocalDate.parse("2025-07-01"))).isEqualByComparingTo("132000");
    }

    @Test
    void withoutMultipliersItIsOne() {
        assertThat(meter().multiplier(LocalDate.EPOCH)).isEqualByComparingTo("1");
    }

    @Test
    void multipliersAreKeptOldestFirst() {
        Meter meter = meter(multiplier("2025-07-01", "2"), multiplier("2020-01-01", "1"));

        assertThat(meter.multipliers()).extracting(Multiplier::from).isSorted();
    }

    @Test
    void aMultiplierIsPositive() {
        assertThatThrownBy(() -> multiplier("2020-01-01", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> multiplier("2020-01-01", "-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Multiplier multiplier(String from, String value) {
        return new Multiplier(LocalDate.parse(from), new BigDecimal(value));
    }

    private static Meter meter(Multiplier... multipliers) {
        return new Meter(
                "M1",
                "gw-1",
                new Name("表", "meter"),
                new Meter.Measured.Energy("electricity"),
                ReadingKind.REGISTER,
                Unit.KWH,
                List.of(multipliers),
                Optional.empty(),
                Optional.empty(),
                ReportingInterval.PT15M,
                Optional.empty());
    }
}

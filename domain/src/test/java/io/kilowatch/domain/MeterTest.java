package io.kilowatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void aMultiplierHoldsFromItsDayUntilTheNext() {
        Meter meter = meter(multiplier("2025-07-01", "132000"), multiplier("2020-01-01", "110000"));

        assertThat(meter.multiplier(LocalDateTime.parse("2019-12-31T23:59:59.999")))
                .isEqualByComparingTo("1");
        assertThat(meter.multiplier(LocalDateTime.parse("2020-01-01T00:00"))).isEqualByComparingTo("110000");
        assertThat(meter.multiplier(LocalDateTime.parse("2025-06-30T23:59"))).isEqualByComparingTo("110000");
        assertThat(meter.multiplier(LocalDateTime.parse("2025-07-01T00:00"))).isEqualByComparingTo("132000");
    }

    @Test
    void withoutMultipliersItIsOne() {
        assertThat(meter().multiplier(LocalDateTime.MIN)).isEqualByComparingTo("1");
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
        return new Multiplier(LocalDate.parse(from).atStartOfDay(), new BigDecimal(value));
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
                List.of(),
                ReportingInterval.PT15M,
                Optional.empty(),
                Optional.empty());
    }
}

package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static io.kilowatch.aggregator.testing.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private static final long AUGUST = at("2026-08-01T00:00");

    @Test
    void leavesBaseUnitsAsTheyAre() {
        assertThat(conversion(aMeter()).between(1_000_000, 3_500_001, AUGUST)).isEqualTo(2_500_001);
    }

    @Test
    void convertsLargerUnitsExactly() {
        assertThat(conversion(aMeter().in(Unit.MWH)).between(1, 3, AUGUST)).isEqualTo(2_000);
        assertThat(conversion(aMeter().in(Unit.TEN_THOUSAND_CUBIC_METRES)).between(0, 7, AUGUST))
                .isEqualTo(70_000);
    }

    @Test
    void roundsEachNumberHalfEvenWhereTheUnitIsFiner() {
        Conversion wattHours = conversion(aMeter().in(Unit.WH));

        assertThat(wattHours.between(0, 500, AUGUST)).isZero();
        assertThat(wattHours.between(0, 1_500, AUGUST)).isEqualTo(2);
        assertThat(wattHours.between(500, 1_500, AUGUST)).isEqualTo(2);
        assertThat(wattHours.between(0, -1_500, AUGUST)).isEqualTo(-2);
    }

    @Test
    void appliesAMultiplierFromMidnightOfItsFirstDay() {
        Conversion conversion =
                conversion(aMeter().multipliedBy("40", "2026-08-01").multipliedBy("60", "2026-09-01"));

        assertThat(conversion.between(0, 10, AUGUST - 1)).isEqualTo(10);
        assertThat(conversion.between(0, 10, AUGUST)).isEqualTo(400);
        assertThat(conversion.between(0, 10, at("2026-08-31T23:59:59.999"))).isEqualTo(400);
        assertThat(conversion.between(0, 10, at("2026-09-01T00:00"))).isEqualTo(600);
    }

    @Test
    void appliesTheLatestOfSeveralMultipliersThatBeginTogether() {
        Conversion conversion =
                conversion(aMeter().multipliedBy("40", "2026-08-01").multipliedBy("60", "2026-08-01"));

        assertThat(conversion.between(0, 10, AUGUST)).isEqualTo(600);
    }

    @Test
    void tellsTheFactorInForce() {
        Conversion conversion = conversion(aMeter().in(Unit.MWH).multipliedBy("0.5", "2026-08-01"));

        assertThat(conversion.factor(AUGUST - 1)).isEqualByComparingTo("1000");
        assertThat(conversion.factor(AUGUST)).isEqualByComparingTo("500");
    }

    @Test
    void multipliesFractionsExactly() {
        Conversion conversion = conversion(aMeter().in(Unit.MWH).multipliedBy("0.0125", "2020-01-01"));

        assertThat(conversion.between(0, 1_000_001, AUGUST)).isEqualTo(12_500_012);
    }

    @Test
    void refusesAmountsOutOfRangeByEitherWayOfMultiplying() {
        Conversion whole = conversion(aMeter().in(Unit.MWH));
        Conversion fraction = conversion(aMeter().in(Unit.MWH).multipliedBy("1.5", "2020-01-01"));

        assertThatThrownBy(() -> whole.between(0, Long.MAX_VALUE / 999, AUGUST))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> whole.between(-2, Long.MAX_VALUE, AUGUST)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> fraction.between(0, Long.MAX_VALUE / 1_499, AUGUST))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void needsOnlyTheDifferenceToBeInRange() {
        Conversion whole = conversion(aMeter().in(Unit.MWH));
        Conversion fraction = conversion(aMeter().in(Unit.MWH).multipliedBy("1.5", "2020-01-01"));

        assertThat(whole.between(Long.MAX_VALUE - 2, Long.MAX_VALUE, AUGUST)).isEqualTo(2_000);
        assertThat(fraction.between(Long.MAX_VALUE - 2, Long.MAX_VALUE, AUGUST)).isEqualTo(3_000);
    }

    @Property(tries = 1_000)
    void differencesAlongARegisterAddUpToTheDifferenceOfItsEnds(
            @ForAll @Size(min = 2, max = 12) List<@LongRange(min = -(1L << 50), max = 1L << 50) Long> numbers,
            @ForAll @LongRange(min = 1, max = 99_999_999) long factor) {
        Conversion conversion = conversion(aMeter().in(Unit.WH).multipliedBy(factor + "e-7", "2020-01-01"));

        long sum = 0;
        for (int i = 1; i < numbers.size(); i++) {
            sum += conversion.between(numbers.get(i - 1), numbers.get(i), AUGUST);
        }

        assertThat(sum).isEqualTo(conversion.between(numbers.get(0), numbers.get(numbers.size() - 1), AUGUST));
    }

    private static Conversion conversion(MeterBuilder meter) {
        return new Conversion(
                Definition.of(meter.build(), BusinessCalendar.CHINA).factors());
    }
}

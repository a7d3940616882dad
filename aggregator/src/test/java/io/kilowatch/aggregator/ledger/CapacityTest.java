package io.kilowatch.aggregator.ledger;

import static io.kilowatch.aggregator.testing.Times.HOUR;
import static io.kilowatch.aggregator.testing.Times.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Micros;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final long BEYOND_ANY_METER = 400_000_000L * Micros.ONE;

    @Test
    void whatIsDeclaredFlowsInAnHourAndNotAMillionthMore() {
        Capacity capacity = new Capacity(Optional.of(400 * Micros.ONE));

        assertThat(capacity.allows(400 * Micros.ONE, HOUR)).isTrue();
        assertThat(capacity.allows(400 * Micros.ONE + 1, HOUR)).isFalse();
        assertThat(capacity.allows(100 * Micros.ONE, 15 * MINUTE)).isTrue();
        assertThat(capacity.allows(100 * Micros.ONE + 1, 15 * MINUTE)).isFalse();
    }

    @Test
    void theDirectionDoesNotMatter() {
        Capacity capacity = new Capacity(Optional.of(400 * Micros.ONE));

        assertThat(capacity.allows(-400 * Micros.ONE, HOUR)).isTrue();
        assertThat(capacity.allows(-400 * Micros.ONE - 1, HOUR)).isFalse();
        assertThat(capacity.allows(Long.MIN_VALUE, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void whereNothingCanFlowOnlyNothingIsAllowed() {
        Capacity capacity = new Capacity(Optional.of(0L));

        assertThat(capacity.allows(0, 1)).isTrue();
        assertThat(capacity.allows(1, HOUR)).isFalse();
    }

    @Test
    void whereNoneIsDeclaredItIsBeyondAnyMeter() {
        Capacity capacity = new Capacity(Optional.empty());

        assertThat(capacity.isDeclared()).isFalse();
        assertThat(capacity.allows(BEYOND_ANY_METER, HOUR)).isTrue();
        assertThat(capacity.allows(BEYOND_ANY_METER + 1, HOUR)).isFalse();
    }

    @Test
    void aDeclarationBeyondAnyMeterIsCutToThat() {
        Capacity capacity = new Capacity(Optional.of(Long.MAX_VALUE));

        assertThat(capacity.isDeclared()).isTrue();
        assertThat(capacity.allows(BEYOND_ANY_METER, HOUR)).isTrue();
        assertThat(capacity.allows(BEYOND_ANY_METER + 1, HOUR)).isFalse();
    }

    @Test
    void productsBeyond64BitsAreComparedExactly() {
        Capacity capacity = new Capacity(Optional.of(BEYOND_ANY_METER));
        long hours = 20_000;

        assertThat(capacity.allows(BEYOND_ANY_METER * hours, hours * HOUR)).isTrue();
        assertThat(capacity.allows(BEYOND_ANY_METER * hours + 1, hours * HOUR)).isFalse();
        assertThat(capacity.allows(Long.MAX_VALUE, hours * HOUR)).isFalse();
    }

    @Property(tries = 2_000)
    void itAllowsWhatIsAtMostThePowerTimesTheTime(
            @ForAll @LongRange(min = -Long.MAX_VALUE) long amount,
            @ForAll @LongRange(min = 0, max = 400_000_000_000_000L) long perHour,
            @ForAll @LongRange(min = 1, max = 40_000_000_000L) long millis) {
        BigInteger most =
                BigInteger.valueOf(perHour).multiply(BigInteger.valueOf(millis)).divide(BigInteger.valueOf(HOUR));
        Capacity capacity = new Capacity(Optional.of(perHour));

        assertThat(capacity.allows(amount, millis))
                .isEqualTo(BigInteger.valueOf(amount).abs().compareTo(most) <= 0);
    }

    @Property(tries = 2_000)
    void itIsExactAtTheBoundary(
            @ForAll @LongRange(min = 0, max = 400_000_000_000_000L) long perHour,
            @ForAll @LongRange(min = 1, max = 80_000_000_000L) long millis) {
        long most = BigInteger.valueOf(perHour)
                .multiply(BigInteger.valueOf(millis))
                .divide(BigInteger.valueOf(HOUR))
                .longValueExact();
        Capacity capacity = new Capacity(Optional.of(perHour));

        assertThat(capacity.allows(most, millis)).isTrue();
        assertThat(capacity.allows(most + 1, millis)).isFalse();
    }
}

package io.kilowatch.ingest.reading;

import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.ReadingKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A registered meter with the range that its readings can have.
 *
 * @param id its id
 * @param device the device that reads it
 * @param kind what its readings are
 * @param least the least value in {@link Micros} of the meter's own unit
 * @param most the greatest
 */
record KnownMeter(String id, String device, ReadingKind kind, long least, long most) {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * The range of a meter: whatever multiplier it ever has, its value in base units can be held in {@link Micros}; a
     * register is not negative and has no more whole digits than the meter.
     */
    static KnownMeter of(Meter meter) {
        BigDecimal factor = meter.multipliers().stream()
                .map(Multiplier::value)
                .reduce(BigDecimal.ONE, BigDecimal::max)
                .multiply(meter.unit().toBase())
                .max(BigDecimal.ONE);
        long most = LARGEST.divide(factor, 0, RoundingMode.DOWN).longValueExact();
        long least = meter.kind() == ReadingKind.REGISTER ? 0 : -most;
        if (meter.kind() == ReadingKind.REGISTER && meter.digits().isPresent()) {
            BigDecimal rollover = BigDecimal.TEN.pow(meter.digits().get()).scaleByPowerOfTen(Micros.SCALE);
            most = rollover.subtract(BigDecimal.ONE)
                    .min(BigDecimal.valueOf(most))
                    .longValueExact();
        }
        return new KnownMeter(meter.id(), meter.device(), meter.kind(), least, most);
    }
}

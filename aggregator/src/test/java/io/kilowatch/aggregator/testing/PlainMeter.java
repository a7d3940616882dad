package io.kilowatch.aggregator.testing;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.Replacement;
import io.kilowatch.domain.ReportingInterval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** What the plain ledger asks of a meter, with unbounded numbers. */
final class PlainMeter {
    private static final BigDecimal BEYOND_ANY = new BigDecimal("400000000");

    private final Meter meter;

    PlainMeter(Meter meter) {
        this.meter = meter;
    }

    List<Replacement> replacements() {
        return meter.replacements();
    }

    boolean saysHowMuchCanFlow() {
        return meter.maximumPower().isPresent();
    }

    /** The dial in millionths; zero where the digits are not known. */
    BigInteger dial() {
        return meter.digits().map(digits -> BigInteger.TEN.pow(digits + 6)).orElse(BigInteger.ZERO);
    }

    boolean isMeasured(long from, long to) {
        long longest = switch (meter.interval()) {
            case P1D -> Times.DAY + Times.HOUR;
            case PT1H -> Times.HOUR;
            default -> 15 * Times.MINUTE;
        };
        return 2 * (to - from) <= 3 * longest;
    }

    long intervalEnd(long at) {
        ZonedDateTime start = Instant.ofEpochMilli(at).atZone(BusinessCalendar.CHINA.zone());
        ZonedDateTime end = meter.interval() == ReportingInterval.P1D
                ? start.toLocalDate().plusDays(1).atStartOfDay(start.getZone())
                : start.plusMinutes(meter.interval() == ReportingInterval.PT1H ? 60 : 15);
        return end.toInstant().toEpochMilli();
    }

    BigDecimal factor(long at) {
        LocalDateTime moment =
                Instant.ofEpochMilli(at).atZone(BusinessCalendar.CHINA.zone()).toLocalDateTime();
        BigDecimal multiplier = BigDecimal.ONE;
        for (Multiplier one : meter.multipliers()) {
            multiplier = one.from().isAfter(moment) ? multiplier : one.value();
        }
        return multiplier.multiply(meter.unit().toBase());
    }

    BigInteger converted(long value, long at) {
        return converted(BigInteger.valueOf(value), at);
    }

    BigInteger converted(BigInteger value, long at) {
        return new BigDecimal(value)
                .multiply(factor(at))
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    boolean canFlow(BigInteger amount, long time) {
        BigDecimal most =
                meter.maximumPower().orElse(BEYOND_ANY).min(BEYOND_ANY).movePointRight(6);
        BigDecimal hours = new BigDecimal(time);
        return new BigDecimal(amount.abs().multiply(BigInteger.valueOf(Times.HOUR))).compareTo(most.multiply(hours))
                <= 0;
    }
}

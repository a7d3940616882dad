package io.kilowatch.aggregator.ledger;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Replacement;
import io.kilowatch.domain.ReportingInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All of a meter that its slots are computed with: two equal definitions give the same slots from the same readings.
 *
 * @param kind what its readings are
 * @param interval how often it is read
 * @param factors what turns its numbers into base units, oldest first
 * @param digits whole digits of a register
 * @param maximumPower the most that can flow, in millionths of the base unit per hour
 * @param exchanges replacements of a register, oldest first
 */
public record Definition(
        ReadingKind kind,
        ReportingInterval interval,
        List<Factor> factors,
        Optional<Integer> digits,
        Optional<Long> maximumPower,
        List<Exchange> exchanges) {
    /** Copies its lists. */
    public Definition {
        factors = List.copyOf(factors);
        exchanges = List.copyOf(exchanges);
    }

    /**
     * What one of the meter's unit is in base units, multiplier and all.
     *
     * @param from since when, in milliseconds since 1970 UTC; the first is always in force
     */
    public record Factor(long from, BigDecimal value) {}

    /**
     * A new register in the place of an old one.
     *
     * @param at milliseconds since 1970 UTC
     * @param last the old one's last number, in millionths of the meter's unit
     * @param first the new one's first number
     */
    public record Exchange(long at, long last, long first) {}

    /** The definition of a registered meter. */
    public static Definition of(Meter meter, BusinessCalendar calendar) {
        BigDecimal unit = meter.unit().toBase();
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor(Long.MIN_VALUE, plain(unit)));
        for (Multiplier multiplier : meter.multipliers()) {
            factors.add(new Factor(calendar.instant(multiplier.from()), plain(unit.multiply(multiplier.value()))));
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (Replacement one : meter.replacements()) {
            exchanges.add(new Exchange(
                    calendar.instant(one.at()), Micros.of(one.finalRegister()), Micros.of(one.initialRegister())));
        }
        return new Definition(
                meter.kind(),
                meter.interval(),
                factors,
                meter.digits(),
                meter.maximumPower().map(Micros::of),
                exchanges);
    }

    /** The same without exchanges up to an instant. */
    public Definition since(long instant) {
        List<Exchange> later =
                exchanges.stream().filter(one -> one.at() > instant).toList();
        return new Definition(kind, interval, factors, digits, maximumPower, later);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package io.kilowatch.aggregator.testing;

import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Replacement;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds meters; without further words an electricity register in kWh, read every 15 minutes. */
public final class MeterBuilder {
    private String id = "m1";
    private Measured measures = new Measured.Energy("electricity");
    private ReadingKind kind = ReadingKind.REGISTER;
    private Unit unit = Unit.KWH;
    private final List<Multiplier> multipliers = new ArrayList<>();
    private Optional<Integer> digits = Optional.empty();
    private ReportingInterval interval = ReportingInterval.PT15M;
    private Optional<BigDecimal> maximumPower = Optional.empty();
    private final List<Replacement> replacements = new ArrayList<>();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();

    private MeterBuilder() {}

    public static MeterBuilder aMeter() {
        return new MeterBuilder();
    }

    public MeterBuilder called(String meterId) {
        id = meterId;
        return this;
    }

    public MeterBuilder ofCarrier(String carrier, Unit in) {
        measures = new Measured.Energy(carrier);
        unit = in;
        return this;
    }

    public MeterBuilder ofProduct(String product) {
        measures = new Measured.Product(product);
        unit = Unit.T;
        return this;
    }

    public MeterBuilder ofKind(ReadingKind readings) {
        kind = readings;
        return this;
    }

    public MeterBuilder in(Unit counted) {
        unit = counted;
        return this;
    }

    public MeterBuilder multipliedBy(String value, String firstDay) {
        multipliers.add(new Multiplier(LocalDate.parse(firstDay).atStartOfDay(), new BigDecimal(value)));
        return this;
    }

    public MeterBuilder withDigits(int whole) {
        digits = Optional.of(whole);
        return this;
    }

    public MeterBuilder readEvery(ReportingInterval every) {
        interval = every;
        return this;
    }

    public MeterBuilder from(String firstDay) {
        from = Optional.of(LocalDate.parse(firstDay));
        return this;
    }

    public MeterBuilder to(String lastDay) {
        to = Optional.of(LocalDate.parse(lastDay));
        return this;
    }

    /** At most so many base units per hour. */
    public MeterBuilder atMost(String perHour) {
        maximumPower = Optional.of(new BigDecimal(perHour));
        return this;
    }

    /** Exchanged at a moment of the business calendar. */
    public MeterBuilder replaced(String at, String finalRegister, String initialRegister) {
        replacements.add(new Replacement(
                LocalDateTime.parse(at), new BigDecimal(finalRegister), new BigDecimal(initialRegister)));
        return this;
    }

    public Meter build() {
        return new Meter(
                id,
                "d1",
                new Name("表计", "meter"),
                measures,
                kind,
                unit,
                multipliers,
                digits,
                maximumPower,
                replacements,
                interval,
                from,
                to);
    }
}

package io.kilowatch.aggregator.accounting;

import com.hummeling.if97.IF97;
import com.hummeling.if97.OutOfRangeException;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Declared.SteamState;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What turns the amounts of an enterprise's meters into coal equivalent (GB/T 2589), day by day.
 *
 * <p>A measured calorific value goes before the factor of a standard, a factor that a standard sets for its own indicators
 * before the general one. Steam is converted by its enthalpy.
 */
public final class CoalFactors {
    private static final String HEAT = "heat";
    private static final String KILOJOULES = "kgce.kilojoules";
    private static final int PLACES = 10;
    private static final int ENTHALPY_PLACES = 3;
    private static final BigDecimal ICE_POINT = new BigDecimal("273.15");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final Declared declared;
    private final ReferenceData reference;
    private final Basis basis;
    private final Optional<String> scope;
    private final Map<String, Qualities> measured = new HashMap<>();

    /** What is measured of a meter's fuel, by the first day it holds; a value a day is looked up as quickly as one a year. */
    private record Qualities(
            NavigableMap<LocalDate, CalorificValue> ofMeter, NavigableMap<LocalDate, CalorificValue> ofCarrier) {}

    /** What tells these factors apart from others of the same enterprise. */
    record Kind(Basis basis, Optional<String> scope) {}

    /**
     * Those of an enterprise.
     *
     * @param scope the standard whose own factors go before the general ones
     */
    public CoalFactors(Enterprise enterprise, ReferenceData reference, Basis basis, Optional<String> scope) {
        this.declared = enterprise.declared();
        this.reference = reference;
        this.basis = basis;
        this.scope = scope;
    }

    Kind kind() {
        return new Kind(basis, scope);
    }

    /** Every day on which a meter's factor may change. */
    public SortedSet<LocalDate> changes(Meter meter) {
        String carrier = meter.measures().id();
        SortedSet<LocalDate> days = new TreeSet<>(editions(carrier));
        calorificValues(meter).forEach(value -> days.add(value.from()));
        steamStates(meter).forEach(state -> days.add(state.from()));
        if (isSteam(meter)) {
            days.addAll(editions(HEAT));
        }
        return days;
    }

    /** Every day on which a factor comes into force that may be taken here. */
    private List<LocalDate> editions(String carrier) {
        return reference.factors(carrier).stream()
                .filter(row -> row.scope().isEmpty() || row.scope().equals(scope))
                .filter(row -> row.basis() == Basis.CALORIFIC || row.basis() == basis)
                .map(CarrierFactor::effectiveFrom)
                .toList();
    }

    /** A meter's factor on a day. */
    public CoalFactor of(Meter meter, LocalDate day) {
        Optional<CalorificValue> measured = measured(meter, day);
        if (measured.isPresent()) {
            BigDecimal kgce = measured.get()
                    .kilojoules()
                    .divide(reference.constant(KILOJOULES, day), PLACES, RoundingMode.HALF_EVEN);
            return new CoalFactor.Measured(kgce, measured.get());
        }
        Optional<CarrierFactor> row = reference.factor(meter.measures().id(), basis, scope, day);
        if (row.flatMap(CarrierFactor::kgcePerUnit).isPresent()) {
            return new CoalFactor.Standard(row.get());
        }
        if (isSteam(meter)) {
            return steam(meter, day);
        }
        return new CoalFactor.Missing(
                row.isPresent()
                        ? Reasons.calorificValueNeeded(row.get())
                        : Reasons.noFactor(meter.measures().id(), day));
    }

    private boolean isSteam(Meter meter) {
        return reference
                .carrier(meter.measures().id())
                .filter(carrier -> carrier.quality() == Carrier.Quality.STEAM_STATE)
                .isPresent();
    }

    private CoalFactor steam(Meter meter, LocalDate day) {
        Optional<SteamState> state = latest(steamStates(meter), SteamState::from, day);
        if (state.isEmpty()) {
            return new CoalFactor.Missing(Reasons.steamStateNeeded(meter.id(), day));
        }
        Optional<CarrierFactor> heat = reference.factor(HEAT, basis, scope, day);
        if (heat.flatMap(CarrierFactor::kgcePerUnit).isEmpty()) {
            return new CoalFactor.Missing(Reasons.noFactor(HEAT, day));
        }
        return enthalpy(state.get())
                .<CoalFactor>map(enthalpy -> new CoalFactor.Steam(
                        enthalpy.multiply(heat.get().kgcePerUnit().orElseThrow())
                                .divide(THOUSAND, PLACES, RoundingMode.HALF_EVEN),
                        state.get(),
                        enthalpy,
                        heat.get()))
                .orElseGet(() -> new CoalFactor.Missing(Reasons.noSteam(state.get())));
    }

    private static Optional<BigDecimal> enthalpy(SteamState state) {
        try {
            double kilojoules = new IF97()
                    .specificEnthalpyPT(
                            state.megapascals().doubleValue(),
                            state.celsius().add(ICE_POINT).doubleValue());
            return Optional.of(new BigDecimal(kilojoules).setScale(ENTHALPY_PLACES, RoundingMode.HALF_EVEN));
        } catch (OutOfRangeException e) {
            return Optional.empty();
        }
    }

    /** The latest of the very meter, or else the latest of all meters of the carrier. */
    private Optional<CalorificValue> measured(Meter meter, LocalDate day) {
        Qualities dated = measured.computeIfAbsent(meter.id(), id -> measured(meter));
        return Optional.ofNullable(dated.ofMeter().floorEntry(day))
                .or(() -> Optional.ofNullable(dated.ofCarrier().floorEntry(day)))
                .map(Map.Entry::getValue);
    }

    private Qualities measured(Meter meter) {
        Qualities dated = new Qualities(new TreeMap<>(), new TreeMap<>());
        calorificValues(meter).forEach(value -> {
            var values = value.meters().isEmpty() ? dated.ofCarrier() : dated.ofMeter();
            values.put(value.from(), value);
        });
        return dated;
    }

    private Stream<CalorificValue> calorificValues(Meter meter) {
        return declared.calorificValues().stream()
                .filter(value -> value.carrier().equals(meter.measures().id()))
                .filter(value -> value.meters().isEmpty() || value.meters().contains(meter.id()));
    }

    private Stream<SteamState> steamStates(Meter meter) {
        return declared.steamStates().stream().filter(state -> state.meter().equals(meter.id()));
    }

    private static <T> Optional<T> latest(Stream<T> dated, Function<T, LocalDate> from, LocalDate day) {
        return dated.filter(one -> !from.apply(one).isAfter(day))
                .reduce((kept, next) -> from.apply(next).isBefore(from.apply(kept)) ? kept : next);
    }
}

package io.kilowatch.registry.document;

import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Carrier.Quality;
import io.kilowatch.domain.Declared.CalorificValue;
import io.kilowatch.domain.Declared.SteamState;
import io.kilowatch.domain.Meter;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a document says of the quality of fuels and of steam. */
final class FuelReader {
    private final Map<String, Meter> meters;
    private final ReferenceData reference = ReferenceData.standard();

    FuelReader(Map<String, Meter> meters) {
        this.meters = meters;
    }

    List<CalorificValue> calorificValues(Node root) {
        List<CalorificValue> values = new ArrayList<>();
        for (Node one : root.list("calorificValues")) {
            one.only("carrier", "meters", "from", "value", "unit");
            Optional<Carrier> carrier = fuel(one);
            List<String> of = metersOf(one, carrier);
            Optional<LocalDate> from = one.neededDate("from");
            Optional<BigDecimal> value = kilojoules(one, carrier);
            if (carrier.isPresent() && from.isPresent() && value.isPresent()) {
                CalorificValue read = new CalorificValue(carrier.get().id(), of, from.get(), value.get());
                if (values.stream().anyMatch(other -> overlap(read, other))) {
                    one.child("from")
                            .fault(read.carrier() + " has another value from " + read.from()
                                    + "; keep one of them, or give each the meters that it is of");
                }
                values.add(read);
            }
        }
        return values;
    }

    private Optional<Carrier> fuel(Node one) {
        String id = one.text("carrier");
        Optional<Carrier> carrier = reference.carrier(id).filter(known -> known.quality() == Quality.CALORIFIC_VALUE);
        if (!id.isEmpty() && carrier.isEmpty()) {
            String fuels = with(Quality.CALORIFIC_VALUE);
            one.child("carrier").fault('"' + id + "\" has no calorific value to declare; one of these has: " + fuels);
        }
        return carrier;
    }

    private String with(Quality quality) {
        return String.join(
                ", ",
                reference.carriers().stream()
                        .filter(carrier -> carrier.quality() == quality)
                        .map(Carrier::id)
                        .sorted()
                        .toList());
    }

    private List<String> metersOf(Node one, Optional<Carrier> carrier) {
        if (!one.child("meters").exists()) {
            return List.of();
        }
        List<String> of = new ArrayList<>();
        for (Node place : one.someOf("meters", "meter, or leave it out for every meter of the carrier")) {
            place.value().ifPresent(id -> {
                Meter meter = meters.get(id);
                if (meter == null) {
                    place.fault("no meter \"" + id + "\" is in this document");
                } else if (carrier.isPresent() && !counts(meter, carrier.get())) {
                    place.fault("meter \"" + id + "\" does not count "
                            + carrier.get().id());
                } else if (of.contains(id)) {
                    place.fault("meter \"" + id + "\" is listed twice");
                }
                of.add(id);
            });
        }
        return of;
    }

    private static boolean counts(Meter meter, Carrier carrier) {
        return meter.measures().equals(new Meter.Measured.Energy(carrier.id()));
    }

    private static Optional<BigDecimal> kilojoules(Node one, Optional<Carrier> carrier) {
        Optional<BigDecimal> value = one.neededDecimal("value", MeterReader.LEAST, MeterReader.MOST);
        if (!one.child("unit").exists()) {
            return value;
        }
        CalorificUnit unit =
                one.word("unit", CalorificUnit::parse, CalorificUnit.KILOJOULES_PER_KILOGRAM, CalorificUnit.symbols());
        boolean written = one.optionalText("unit").flatMap(CalorificUnit::parse).isPresent();
        if (written && carrier.isPresent() && unit.dimension() != carrier.get().dimension()) {
            one.child("unit")
                    .fault(unit.symbol() + " is no unit for " + carrier.get().id() + "; use "
                            + CalorificUnit.symbols(carrier.get().dimension()));
        }
        return value.map(unit::toKilojoules);
    }

    private static boolean overlap(CalorificValue one, CalorificValue other) {
        boolean bothOfAll = one.meters().isEmpty() && other.meters().isEmpty();
        return one.carrier().equals(other.carrier())
                && one.from().equals(other.from())
                && (bothOfAll || !Collections.disjoint(one.meters(), other.meters()));
    }

    /** The states of steam, within the formulation's validity (IAPWS-IF97: from 611 Pa to 100 MPa, up to 800 °C). */
    List<SteamState> steam(Node root) {
        List<SteamState> states = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Node one : root.list("steam")) {
            one.only("meter", "from", "pressure", "temperature");
            String id = steamMeter(one);
            Optional<LocalDate> from = one.neededDate("from");
            Optional<BigDecimal> pressure = one.neededDecimal("pressure", "0.000611", "100");
            Optional<BigDecimal> temperature = one.neededDecimal("temperature", "0", "800");
            if (from.isPresent() && !id.isEmpty() && !seen.add(List.of(id, from.get()))) {
                one.child("from")
                        .fault("meter \"" + id + "\" has another state from " + from.get() + "; keep one of them");
            }
            if (from.isPresent() && pressure.isPresent() && temperature.isPresent()) {
                states.add(new SteamState(id, from.get(), pressure.get(), temperature.get()));
            }
        }
        return states;
    }

    private String steamMeter(Node one) {
        String id = one.text("meter");
        Meter meter = meters.get(id);
        if (meter == null && !id.isEmpty()) {
            one.child("meter").fault("no meter \"" + id + "\" is in this document");
        } else if (meter != null && !isSteam(meter)) {
            one.child("meter")
                    .fault("meter \"" + id + "\" counts no steam whose state matters; its carrier must be one of "
                            + with(Quality.STEAM_STATE));
        }
        return id;
    }

    private boolean isSteam(Meter meter) {
        return reference
                .carrier(meter.measures().id())
                .filter(carrier -> carrier.quality() == Quality.STEAM_STATE && counts(meter, carrier))
                .isPresent();
    }
}

package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Coal equivalent of carriers, in kg per base unit, entered here once more so that a slip of the pen in the services'
 * tables shows.
 *
 * <p>Those of GB/T 2589-2020 that simulated works use; a measured calorific value goes before them. For the primary basis
 * only electricity has a factor of its own, that of 2015, and steam none at all.
 */
record Factors(JsonNode document, boolean primary, boolean refining) {
    private static final BigDecimal KILOJOULES = new BigDecimal("29307.6");
    private static final BigDecimal ELECTRICITY_PRIMARY = new BigDecimal("0.3066");
    private static final BigDecimal ELECTRICITY_REFINING = new BigDecimal("0.300006");
    private static final BigDecimal HEAT = new BigDecimal("0.03412");
    private static final int PLACES = 10;
    private static final Map<String, String> CALORIFIC = Map.of(
            "electricity", "0.1229",
            "raw-coal", "0.7143",
            "washed-coal", "0.9000",
            "coke", "0.9714",
            "coal-tar", "1.1429",
            "refinery-gas", "1.5714");

    /** kJ/kg by IAPWS-IF97, of the states that simulated works buy: absolute MPa and °C. */
    private static final Map<String, String> ENTHALPIES = Map.of("0.9/190", "2810.109");

    /** The days on which the factor of a carrier changes. */
    SortedSet<LocalDate> changes(String carrier) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (JsonNode value : document.path("calorificValues")) {
            if (value.path("carrier").asText().equals(carrier)) {
                days.add(LocalDate.parse(value.path("from").asText()));
            }
        }
        return days;
    }

    /** The factor on a day; nothing where none is known. */
    Optional<BigDecimal> of(MeterFacts meter, LocalDate day) {
        String carrier = meter.quantity();
        Optional<BigDecimal> measured = measured(carrier, day);
        if (measured.isPresent()) {
            return measured;
        }
        if (carrier.equals("electricity") && refining) {
            return Optional.of(ELECTRICITY_REFINING);
        }
        if (carrier.equals("electricity") && primary) {
            return Optional.of(ELECTRICITY_PRIMARY);
        }
        if (carrier.equals("steam")) {
            return primary ? Optional.empty() : steam(meter.id());
        }
        return Optional.ofNullable(CALORIFIC.get(carrier)).map(BigDecimal::new);
    }

    private Optional<BigDecimal> measured(String carrier, LocalDate day) {
        Optional<BigDecimal> newest = Optional.empty();
        LocalDate since = LocalDate.MIN;
        for (JsonNode value : document.path("calorificValues")) {
            LocalDate from = LocalDate.parse(value.path("from").asText());
            if (value.path("carrier").asText().equals(carrier) && !from.isAfter(day) && !from.isBefore(since)) {
                since = from;
                newest = Optional.of(new BigDecimal(value.path("value").asText())
                        .divide(KILOJOULES, PLACES, RoundingMode.HALF_EVEN));
            }
        }
        return newest;
    }

    private Optional<BigDecimal> steam(String meter) {
        for (JsonNode state : document.path("steam")) {
            String key = state.path("pressure").asText()
                    + '/'
                    + state.path("temperature").asText();
            if (state.path("meter").asText().equals(meter) && ENTHALPIES.containsKey(key)) {
                return Optional.of(new BigDecimal(ENTHALPIES.get(key))
                        .multiply(HEAT)
                        .movePointLeft(3)
                        .setScale(PLACES, RoundingMode.HALF_EVEN));
            }
        }
        return Optional.empty();
    }
}

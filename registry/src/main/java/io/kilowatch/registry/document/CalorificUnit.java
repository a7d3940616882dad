package io.kilowatch.registry.document;

import io.kilowatch.domain.Dimension;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A unit that a net calorific value may be given in, with its exact factor to kJ per base unit of the fuel. */
enum CalorificUnit {
    KILOJOULES_PER_KILOGRAM("kJ/kg", Dimension.MASS, "1"),
    MEGAJOULES_PER_KILOGRAM("MJ/kg", Dimension.MASS, "1000"),
    /** Of the International Table calorie, 4.1868 J by definition. */
    KILOCALORIES_PER_KILOGRAM("kcal/kg", Dimension.MASS, "4.1868"),
    KILOJOULES_PER_CUBIC_METRE("kJ/m3", Dimension.VOLUME, "1"),
    MEGAJOULES_PER_CUBIC_METRE("MJ/m3", Dimension.VOLUME, "1000"),
    KILOCALORIES_PER_CUBIC_METRE("kcal/m3", Dimension.VOLUME, "4.1868");

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal kilojoules;

    CalorificUnit(String symbol, Dimension dimension, String kilojoules) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.kilojoules = new BigDecimal(kilojoules);
    }

    String symbol() {
        return symbol;
    }

    /** What the fuel is counted in. */
    Dimension dimension() {
        return dimension;
    }

    /** A value of this unit in kJ per base unit. */
    BigDecimal toKilojoules(BigDecimal value) {
        return value.multiply(kilojoules);
    }

    static Optional<CalorificUnit> parse(String symbol) {
        String plain = symbol.replace("m³", "m3");
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(plain)).findFirst();
    }

    static String symbols() {
        return Arrays.stream(values()).map(CalorificUnit::symbol).collect(Collectors.joining(", "));
    }

    static String symbols(Dimension dimension) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension)
                .map(CalorificUnit::symbol)
                .collect(Collectors.joining(", "));
    }
}

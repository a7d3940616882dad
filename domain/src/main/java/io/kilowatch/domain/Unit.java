package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A unit that a meter may count in, with its exact factor to the dimension's base unit. */
public enum Unit {
    WH("Wh", Dimension.ELECTRICITY, "0.001"),
    KWH("kWh", Dimension.ELECTRICITY, "1"),
    MWH("MWh", Dimension.ELECTRICITY, "1000"),
    GWH("GWh", Dimension.ELECTRICITY, "1000000"),
    MJ("MJ", Dimension.HEAT, "1"),
    GJ("GJ", Dimension.HEAT, "1000"),
    G("g", Dimension.MASS, "0.001"),
    KG("kg", Dimension.MASS, "1"),
    T("t", Dimension.MASS, "1000"),
    /** A weight case (重箱) of flat glass, 50 kg. */
    WEIGHT_CASE("weight-case", Dimension.MASS, "50"),
    CUBIC_METRE("m3", Dimension.VOLUME, "1"),
    TEN_THOUSAND_CUBIC_METRES("10^4 m3", Dimension.VOLUME, "10000"),
    PIECE("piece", Dimension.COUNT, "1"),
    MILLION_PIECES("10^6 piece", Dimension.COUNT, "1000000");

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal toBase;

    Unit(String symbol, Dimension dimension, String toBase) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.toBase = new BigDecimal(toBase);
    }

    /** The symbol as written in documents; {@code m³} and {@code 万m³} are read too. */
    public String symbol() {
        return symbol;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** How many base units one of it is. */
    public BigDecimal toBase() {
        return toBase;
    }

    /** The unit of a symbol. */
    public static Optional<Unit> parse(String symbol) {
        String plain = symbol.replace("万m³", "10^4 m3").replace("m³", "m3");
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(plain)).findFirst();
    }

    /** Every symbol, for messages. */
    public static String symbols() {
        return Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining(", "));
    }

    /** The symbols of one dimension, for messages. */
    public static String symbols(Dimension dimension) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension)
                .map(Unit::symbol)
                .collect(Collectors.joining(", "));
    }
}

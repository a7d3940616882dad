package io.kilowatch.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of an energy indicator, taken apart: what stands above the line, and how much of the base unit one unit below
 * it is.
 *
 * @param symbol as in the quota table, such as {@code kgce/t}
 * @param above what is summed above the line
 * @param dimension what is summed below the line
 * @param baseUnits how many base units of that dimension one unit is
 * @param scale what a quotient of the sums is divided by once more, so that both keep exact
 */
public record IndicatorUnit(String symbol, Above above, Dimension dimension, BigDecimal baseUnits, BigDecimal scale) {
    /** One kilogram of oil equivalent in kilograms of coal equivalent: 41.868 MJ (GB 30251-2024). */
    private static final String KGCE_PER_KGOE = "1.4286";

    /** What is summed above the line. */
    public enum Above {
        /** Coal equivalent, in kilograms. */
        COAL_EQUIVALENT,
        /** Electricity only, in kWh. */
        ELECTRICITY,
        /** The mass of one carrier, in kg. */
        MASS
    }

    private enum Numerator {
        KGCE("kgce", Above.COAL_EQUIVALENT, "1"),
        GCE("gce", Above.COAL_EQUIVALENT, "0.001"),
        KGOE("kgoe", Above.COAL_EQUIVALENT, KGCE_PER_KGOE),
        KWH("kWh", Above.ELECTRICITY, "1"),
        KG("kg", Above.MASS, "1");

        private final String symbol;
        private final Above above;
        private final BigDecimal scale;

        Numerator(String symbol, Above above, String scale) {
            this.symbol = symbol;
            this.above = above;
            this.scale = new BigDecimal(scale);
        }
    }

    private record Denominator(Dimension dimension, String baseUnits) {}

    private static final Map<String, Denominator> BELOW = Map.ofEntries(
            Map.entry("t", new Denominator(Dimension.MASS, "1000")),
            Map.entry("kg", new Denominator(Dimension.MASS, "1")),
            Map.entry("toe", new Denominator(Dimension.MASS, "1000")),
            Map.entry("(t·能量因数)", new Denominator(Dimension.MASS, "1000")),
            Map.entry("重箱", new Denominator(Dimension.MASS, "50")),
            Map.entry("m3", new Denominator(Dimension.VOLUME, "1")),
            Map.entry("GJ", new Denominator(Dimension.HEAT, "1000")),
            Map.entry("kWh", new Denominator(Dimension.ELECTRICITY, "1")),
            Map.entry("百万片", new Denominator(Dimension.COUNT, "1000000")));

    /** The unit of a symbol; absent for one that is no energy per something. */
    public static Optional<IndicatorUnit> parse(String symbol) {
        String plain = symbol.replace("(kW·h)", "kWh").replace("kW·h", "kWh");
        int slash = plain.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        Optional<Denominator> below = Optional.ofNullable(BELOW.get(plain.substring(slash + 1)));
        return below.flatMap(line -> Arrays.stream(Numerator.values())
                .filter(one -> one.symbol.equals(plain.substring(0, slash)))
                .map(one -> new IndicatorUnit(
                        symbol, one.above, line.dimension(), new BigDecimal(line.baseUnits()), one.scale))
                .findFirst());
    }
}

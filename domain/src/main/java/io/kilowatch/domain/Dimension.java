package io.kilowatch.domain;

/** What a unit measures; every sum of a dimension is kept in its base unit. */
public enum Dimension {
    /** Electric energy, in kWh. */
    ELECTRICITY("kWh"),
    /** Heat, in MJ. */
    HEAT("MJ"),
    /** Mass, in kg. */
    MASS("kg"),
    /** Volume, in m³ at the carrier's reference state. */
    VOLUME("m3"),
    /** Pieces. */
    COUNT("piece");

    private final String baseUnit;

    Dimension(String baseUnit) {
        this.baseUnit = baseUnit;
    }

    /** The symbol of the unit that sums are kept in. */
    public String baseUnit() {
        return baseUnit;
    }
}

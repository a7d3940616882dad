package io.kilowatch.simulators.province;

/** A unit of a simulated meter and how many Wh, g or l it is. */
public enum MeterUnit {
    /** Electricity. */
    KWH("kWh", 1_000),
    /** Mass. */
    T("t", 1_000_000),
    /** Volume. */
    M3("m3", 1_000);

    private final String symbol;
    private final long base;

    MeterUnit(String symbol, long base) {
        this.symbol = symbol;
        this.base = base;
    }

    /** As registry documents write it. */
    public String symbol() {
        return symbol;
    }

    /** Wh, g or l in one. */
    public long base() {
        return base;
    }
}

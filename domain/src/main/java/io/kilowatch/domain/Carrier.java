package io.kilowatch.domain;

/**
 * An energy carrier (能源品种), or a working medium whose making took energy (耗能工质).
 *
 * @param id the word in documents, such as {@code raw-coal}
 * @param name its names
 * @param dimension what its meters measure
 * @param kind what it is in an energy account
 * @param quality what of it is measured to convert it to coal equivalent
 */
public record Carrier(String id, Name name, Dimension dimension, Kind kind, Quality quality) {
    /** What a carrier is in an energy account. */
    public enum Kind {
        /** As found in nature (一次能源): coal, crude oil, natural gas. */
        PRIMARY_ENERGY,
        /** Made from other energy (二次能源): electricity, coke, steam. */
        SECONDARY_ENERGY,
        /** No energy itself, such as water or compressed air; counted once only (耗能工质). */
        WORKING_MEDIUM
    }

    /** What of a carrier is measured to convert it. */
    public enum Quality {
        /** Nothing: a factor is enough. */
        NONE,
        /** Its net calorific value (低位发热量), which goes before the default factor. */
        CALORIFIC_VALUE,
        /** Pressure and temperature, from which its enthalpy follows (IAPWS-IF97). */
        STEAM_STATE
    }
}
